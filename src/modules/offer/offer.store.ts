import { Injectable } from '@nestjs/common';
import type { CurrentOffer, OfferAction, OfferTerms } from '../../core/offer/offer-terms.js';
import type { Tx } from '../../platform/db/sql.js';
import { TERMS_COLUMNS, offerTermsOf, type OfferTermsRow } from './read-offer-terms.js';

export interface OfferKey {
  readonly supplierId: string;
  readonly packCode: string;
  readonly regionCode: string;
}

/** An offer under its lock, and the database's clock read after the lock was had. */
export interface LockedOffer extends OfferKey {
  readonly now: Date;
  readonly offerId: string | null;
  readonly current: CurrentOffer | null;
}

/** Everything else that decides about a publication. */
export interface OfferScene {
  readonly isActive: boolean;
  readonly isQualified: boolean;
  readonly today: string;
  readonly isPackBiddable: boolean;
  readonly isRegionKnown: boolean;
  readonly districtCodes: string[];
}

export interface NewOfferRevision {
  readonly offerId: string;
  readonly revision: number;
  readonly action: OfferAction;
  readonly terms: OfferTerms | null;
  readonly madeBy: string;
  readonly madeAt: Date;
}

/** Writes standing offers: one row per supplier, pack and region, and revisions that are only ever added. */
@Injectable()
export class OfferStore {
  /** Undefined for a supplier that is none. */
  scene(tx: Tx, { supplierId, packCode, regionCode }: OfferKey): Promise<OfferScene | undefined> {
    return tx.first(
      `SELECT state = 'active' AS is_active, state <> 'candidate' AS is_qualified, (clock_timestamp() AT TIME ZONE time_zone)::date AS today,
         EXISTS (SELECT FROM pack JOIN commodity ON commodity.code = commodity_code
           WHERE pack.code = $2 AND is_biddable) AS is_pack_biddable,
         EXISTS (SELECT FROM region WHERE code = $3 AND level = 'city') AS is_region_known,
         ARRAY(SELECT code FROM region WHERE parent_code = $3 AND level = 'district') AS district_codes
       FROM party WHERE id = $1 AND kind = 'supplier'`,
      [supplierId, packCode, regionCode],
    );
  }

  keyOf(tx: Tx, offerId: string): Promise<OfferKey | undefined> {
    return tx.first('SELECT supplier_id, pack_code, region_code FROM standing_offer WHERE id = $1', [
      offerId,
    ]);
  }

  /** Locks an offer, whether or not there is one yet, against being written twice at once and against a pool that opens meanwhile. */
  async lock(tx: Tx, key: OfferKey): Promise<LockedOffer> {
    const { supplierId, packCode, regionCode } = key;
    await tx.rows(`SELECT pg_advisory_xact_lock_shared(hashtextextended('offers:' || $1::text, 0))`, [
      regionCode,
    ]);
    await tx.rows(
      `SELECT pg_advisory_xact_lock(hashtextextended('offer:' || $1::text || ':' || $2::text || ':' || $3::text, 0))`,
      [supplierId, packCode, regionCode],
    );
    const row = await tx.first<
      OfferTermsRow & { now: Date; offerId: string | null; revision: number | null }
    >(
      `SELECT clock_timestamp() AS now, standing_offer.id AS offer_id, revision, ${TERMS_COLUMNS}
       FROM (VALUES (1)) AS always
       LEFT JOIN standing_offer ON supplier_id = $1 AND pack_code = $2 AND region_code = $3
       LEFT JOIN LATERAL (
         SELECT * FROM standing_offer_revision WHERE offer_id = standing_offer.id ORDER BY revision DESC LIMIT 1
       ) AS last ON true`,
      [supplierId, packCode, regionCode],
    );
    if (row === undefined) throw new Error('the clock did not answer');
    const { now, offerId, revision } = row;
    const current = revision === null ? null : { revision, terms: offerTermsOf(row) };
    return { ...key, now, offerId, current };
  }

  async insertOffer(tx: Tx, offerId: string, { supplierId, packCode, regionCode }: OfferKey): Promise<void> {
    await tx.change(
      'INSERT INTO standing_offer (id, supplier_id, pack_code, region_code) VALUES ($1, $2, $3, $4)',
      [offerId, supplierId, packCode, regionCode],
    );
  }

  async appendRevision(tx: Tx, revision: NewOfferRevision): Promise<void> {
    const { terms } = revision;
    await tx.change(
      `INSERT INTO standing_offer_revision (offer_id, revision, action, made_by, made_at, ${TERMS_COLUMNS})
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        revision.offerId,
        revision.revision,
        revision.action,
        revision.madeBy,
        revision.madeAt,
        terms?.tierKind ?? null,
        terms === null ? null : JSON.stringify(terms.tiers),
        terms?.capacityPacks ?? null,
        terms?.minimumPacks ?? null,
        terms?.leadTimeDays ?? null,
        terms?.surchargeRpPerUnit ?? null,
        terms?.validFrom ?? null,
        terms?.validUntil ?? null,
      ],
    );
  }
}
