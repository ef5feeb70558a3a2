import { Injectable } from '@nestjs/common';
import type {
  BidAction,
  CurrentRevision,
  TenderDeadline,
  TenderPlaces,
  WholeTerms,
} from '../../core/bid/bid-terms.js';
import type { Bidder } from '../../core/bid/require-bidder.js';
import type { PoolSide } from '../../core/pool/side.js';
import type { Tx } from '../../platform/db/sql.js';
import { TERMS, termsOf, type TermsRow } from './read-terms.js';

/** A supplier's bid as it stands under its lock, and the database's clock read after the lock was had. */
export interface StandingBid {
  readonly now: Date;
  readonly bidId: string | null;
  readonly current: CurrentRevision | null;
}

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
}

interface StandingRow extends TermsRow {
  readonly now: Date;
  readonly bidId: string | null;
  readonly revision: number | null;
  readonly action: BidAction | null;
}

/** Writes bids: one row per lot and supplier, and revisions that are only ever added. */
@Injectable()
export class BidStore {
  /** Holds a tender against being opened while a bid is written; bids of different suppliers do not wait for each other. */
  holdTender(tx: Tx, lotId: string): Promise<TenderDeadline | undefined> {
    return tx.first(
      'SELECT closes_at, opened_at IS NOT NULL AS is_opened FROM tender WHERE lot_id = $1 FOR SHARE',
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
      `SELECT pool.side, party.kind, party.state = 'active' AS is_active, EXISTS (
           SELECT FROM lot_membership JOIN commitment_line ON commitment_line.id = line_id
           WHERE lot_membership.lot_id = $2 AND koperasi_id = party.id) AS is_in_lot
       FROM pool, party
       WHERE pool.id = coalesce($1, (SELECT lot.pool_id FROM lot WHERE lot.id = $2)) AND party.id = $3`,
      [poolId, lotId, partyId],
    );
  }

  /**
   * Locks the bid of a supplier for a lot, whether or not there is one yet, and reads it with the clock. An
   * advisory lock, because bids are append-only: the roles that serve may not lock their rows, which takes the
   * right to update them.
   */
  async lockBid(tx: Tx, lotId: string, supplierId: string): Promise<StandingBid> {
    await tx.rows(
      `SELECT pg_advisory_xact_lock(hashtextextended('bid:' || $1::text || ':' || $2::text, 0))`,
      [lotId, supplierId],
    );
    const row = await tx.first<StandingRow>(
      `SELECT clock_timestamp() AS now, bid.id AS bid_id, revision, action, ${TERMS}
       FROM (VALUES (1)) AS always
       LEFT JOIN bid ON lot_id = $1 AND supplier_id = $2
       LEFT JOIN LATERAL (SELECT * FROM bid_revision WHERE bid_id = bid.id ORDER BY revision DESC LIMIT 1) AS last ON true`,
      [lotId, supplierId],
    );
    if (row === undefined) throw new Error('the clock did not answer');
    const { now, bidId, revision, action } = row;
    return {
      now,
      bidId,
      current: revision === null || action === null ? null : { revision, action, terms: termsOf(row) },
    };
  }

  async insertBid(tx: Tx, bidId: string, lotId: string, supplierId: string): Promise<void> {
    await tx.change('INSERT INTO bid (id, lot_id, supplier_id) VALUES ($1, $2, $3)', [
      bidId,
      lotId,
      supplierId,
    ]);
  }

  async appendRevision(
    tx: Tx,
    { bidId, revision, action, terms, madeBy, madeAt }: NewRevision,
  ): Promise<void> {
    await tx.change(
      `INSERT INTO bid_revision (bid_id, revision, action, made_by, made_at, capacity_packs, minimum_packs, lead_time_days,
         tiers, tier_kind, surcharges, max_per_buyer_packs, warehouse_code, tax_bps, payment_days, valid_until, origin)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
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
      ],
    );
  }
}
