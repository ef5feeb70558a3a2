import { Injectable } from '@nestjs/common';
import type { BidAction, TenderDeadline, TenderPlaces, WholeTerms } from '../../core/bid/bid-terms.js';
import type { Bidder } from '../../core/bid/require-bidder.js';
import type { PoolSide } from '../../core/pool/side.js';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';

export interface SidedBidder extends Bidder {
  readonly side: PoolSide;
}

export interface NewRevision {
  readonly bidId: string;
  readonly revision: number;
  readonly action: BidAction;
  readonly terms: WholeTerms | null;
  readonly madeBy: string;
  readonly madeAt: Date;
  /** What its hash was computed from; null for a standing offer, which was never sealed. */
  readonly proof: SealProof | null;
}

/** The hash that was public while it was sealed, and the text it is of: context, terms and nonce in canonical JSON. */
export interface SealProof {
  readonly hash: string;
  readonly text: string;
}

/** A tender as it is held while something is written for it. */
export interface HeldTender extends TenderDeadline {
  readonly attempt: number;
}

/** Writes bids as they are opened: one row per lot and supplier, and revisions that are only ever added. */
@Injectable()
export class BidStore {
  /** Holds a tender against being opened while a bid is written; bids of different suppliers do not wait for each other. */
  holdTender(tx: Tx, lotId: string): Promise<HeldTender | undefined> {
    return tx.first(
      'SELECT closes_at, opened_at IS NOT NULL AS is_opened, attempt FROM tender WHERE lot_id = $1 FOR SHARE',
      [lotId],
    );
  }

  /** Where a lot's bids may deliver to and from, which is public before any bid. */
  async places(tx: Tx, lotId: string): Promise<TenderPlaces> {
    const row = await tx.first<TenderPlaces>(
      `SELECT ARRAY(SELECT district_code FROM lot_zone WHERE lot_zone.lot_id = lot.id ORDER BY 1) AS zone_codes,
         ARRAY(SELECT DISTINCT from_code FROM pool_freight WHERE pool_freight.pool_id = lot.pool_id ORDER BY 1) AS warehouse_codes,
         (tender.closes_at AT TIME ZONE organiser.time_zone)::date AS closes_on
       FROM tender JOIN lot ON lot.id = lot_id JOIN pool ON pool.id = lot.pool_id
       JOIN party AS organiser ON organiser.id = organiser_id WHERE lot_id = $1`,
      [lotId],
    );
    if (row === undefined) throw new Error(`lot ${lotId} lost its tender`);
    return row;
  }

  /** Which side a lot's or (without a lot) a pool's bids are on, and what decides whether a party may bid. */
  bidder(
    tx: Tx,
    poolId: string | null,
    lotId: string | null,
    partyId: string,
  ): Promise<SidedBidder | undefined> {
    return tx.first(
      `SELECT pool.side, party.kind, party.state = 'active' AS is_active,
         party.state <> 'candidate' AS is_qualified, EXISTS (
           SELECT FROM lot_membership JOIN commitment_line ON commitment_line.id = line_id
           WHERE lot_membership.lot_id = $2 AND koperasi_id = party.id) AS is_in_lot
       FROM pool, party
       WHERE pool.id = coalesce($1, (SELECT lot.pool_id FROM lot WHERE lot.id = $2)) AND party.id = $3`,
      [poolId, lotId, partyId],
    );
  }

  /** The bid of a supplier for a lot, made where there is none. */
  async keepBid(tx: Tx, lotId: string, supplierId: string): Promise<string> {
    await tx.change(
      'INSERT INTO bid (id, lot_id, supplier_id) VALUES ($1, $2, $3) ON CONFLICT (lot_id, supplier_id) DO NOTHING',
      [newId(), lotId, supplierId],
    );
    const bid = await tx.first<{ id: string }>('SELECT id FROM bid WHERE lot_id = $1 AND supplier_id = $2', [
      lotId,
      supplierId,
    ]);
    if (bid === undefined) throw new Error(`the bid of ${supplierId} for lot ${lotId} was not kept`);
    return bid.id;
  }

  /** The last revision that has been opened, or was written before bids were sealed. */
  lastRevision(
    tx: Tx,
    lotId: string,
    supplierId: string,
  ): Promise<{ readonly bidId: string; readonly revision: number; readonly action: BidAction } | undefined> {
    return tx.first(
      `SELECT bid_id, revision, action FROM bid_revision JOIN bid ON bid.id = bid_id
       WHERE lot_id = $1 AND supplier_id = $2 ORDER BY revision DESC LIMIT 1`,
      [lotId, supplierId],
    );
  }

  /** The number after everything that the supplier has sealed for the lot, or that was written of it. */
  async nextRevision(tx: Tx, lotId: string, supplierId: string): Promise<number> {
    const row = await tx.first<{ next: number }>(
      `SELECT coalesce(max(revision), 0) + 1 AS next FROM (
         SELECT revision FROM bid_revision JOIN bid ON bid.id = bid_id WHERE lot_id = $1 AND supplier_id = $2
         UNION ALL SELECT revision FROM sealed_bid JOIN sealing_key ON sealing_key.id = key_id
         WHERE lot_id = $1 AND supplier_id = $2) AS revision`,
      [lotId, supplierId],
    );
    return row?.next ?? 1;
  }

  async appendRevision(
    tx: Tx,
    { bidId, revision, action, terms, madeBy, madeAt, proof }: NewRevision,
  ): Promise<void> {
    await tx.change(
      `INSERT INTO bid_revision (bid_id, revision, action, made_by, made_at, capacity_packs, minimum_packs, lead_time_days,
         tiers, tier_kind, surcharges, max_per_buyer_packs, warehouse_code, tax_bps, payment_days, valid_until, origin,
         hash, sealed_text)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
      [
        bidId,
        revision,
        action,
        madeBy,
        madeAt,
        terms?.capacityPacks ?? null,
        terms?.minimumPacks ?? null,
        terms?.leadTimeDays ?? null,
        terms === null ? null : JSON.stringify(terms.tiers),
        terms?.tierKind ?? 'all-units',
        JSON.stringify(terms?.surcharges ?? []),
        terms?.maxPerBuyerPacks ?? null,
        terms?.warehouseCode ?? null,
        terms?.taxBps ?? 0,
        terms?.paymentDays ?? 0,
        terms?.validUntil ?? null,
        terms?.origin ?? null,
        proof?.hash ?? null,
        proof?.text ?? null,
      ],
    );
  }
}
