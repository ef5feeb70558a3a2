import { Injectable } from '@nestjs/common';
import type { BoundOffer, OfferAction, OfferTerms } from '../../core/offer/offer-terms.js';
import { refuseOffer } from '../../core/offer/refusals.js';
import type { Sql, Tx } from '../../platform/db/sql.js';
import { TERMS_COLUMNS, boundOfferOf, offerTermsOf, type OfferTermsRow } from './read-offer-terms.js';

/** An offer in its last revision; terms are null once it is ended. */
export interface OfferRow {
  readonly id: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly packCode: string;
  readonly regionCode: string;
  readonly revision: number;
  readonly action: OfferAction;
  readonly terms: OfferTerms | null;
  readonly madeAt: Date;
}

/** What an offer must cover to bind a pool. */
export interface OfferScope {
  readonly regionCode: string;
  readonly neededFrom: string;
  readonly neededUntil: string;
}

const LAST = `JOIN LATERAL (
  SELECT * FROM standing_offer_revision WHERE offer_id = standing_offer.id ORDER BY revision DESC LIMIT 1) AS last ON true`;

const OFFERS = `
  SELECT standing_offer.id, supplier_id, supplier.name AS supplier_name, pack_code, standing_offer.region_code, revision,
    action, made_at, ${TERMS_COLUMNS}
  FROM standing_offer ${LAST} JOIN party AS supplier ON supplier.id = supplier_id`;

type OfferRecord = Omit<OfferRow, 'terms'> & OfferTermsRow;

const rowOf = (record: OfferRecord): OfferRow => {
  const { id, supplierId, supplierName, packCode, regionCode, revision, action, madeAt } = record;
  const terms = offerTermsOf(record);
  return { id, supplierId, supplierName, packCode, regionCode, revision, action, madeAt, terms };
};

/** Answers about standing offers, which are public from the moment they are published. */
@Injectable()
export class OfferReader {
  /** A page of the offers that stand and have days left. */
  async inForce(
    sql: Sql,
    { regionCode, packCode }: { regionCode: string | null; packCode: string | null },
    cursor: string | null,
    limit: number,
  ): Promise<OfferRow[]> {
    const rows = await sql.rows<OfferRecord>(
      `${OFFERS}
       WHERE action <> 'ended' AND valid_until >= (clock_timestamp() AT TIME ZONE supplier.time_zone)::date
         AND ($1::text IS NULL OR standing_offer.region_code = $1) AND ($2::text IS NULL OR pack_code = $2)
         AND ($3::uuid IS NULL OR standing_offer.id > $3)
       ORDER BY standing_offer.id LIMIT $4`,
      [regionCode, packCode, cursor, limit],
    );
    return rows.map(rowOf);
  }

  /** A page of the offers of these suppliers, the ended too. */
  async ofSuppliers(
    sql: Sql,
    supplierIds: readonly string[],
    cursor: string | null,
    limit: number,
  ): Promise<OfferRow[]> {
    const rows = await sql.rows<OfferRecord>(
      `${OFFERS} WHERE supplier_id = ANY ($1) AND ($2::uuid IS NULL OR standing_offer.id > $2)
       ORDER BY standing_offer.id LIMIT $3`,
      [supplierIds, cursor, limit],
    );
    return rows.map(rowOf);
  }

  /** @throws Refusal when there is none. */
  async offerById(sql: Sql, offerId: string): Promise<OfferRow> {
    const row = await sql.first<OfferRecord>(`${OFFERS} WHERE standing_offer.id = $1`, [offerId]);
    if (row === undefined) throw refuseOffer('OFFER_NOT_FOUND');
    return rowOf(row);
  }

  /** Every revision that an offer has had, the first first. */
  async historyOf(
    sql: Sql,
    offerId: string,
  ): Promise<(Pick<OfferRow, 'revision' | 'action' | 'madeAt' | 'terms'> & { madeBy: string })[]> {
    const rows = await sql.rows<
      OfferTermsRow & { revision: number; action: OfferAction; madeAt: Date; madeBy: string }
    >(
      `SELECT revision, action, made_at, made_by, ${TERMS_COLUMNS} FROM standing_offer_revision
       WHERE offer_id = $1 ORDER BY revision`,
      [offerId],
    );
    return rows.map((row) => ({
      revision: row.revision,
      action: row.action,
      madeAt: row.madeAt,
      madeBy: row.madeBy,
      terms: offerTermsOf(row),
    }));
  }

  /** The offers that stand now, of suppliers who may do business, and cover a pool's region and all its days of need. */
  async covering(
    sql: Sql,
    { regionCode, neededFrom, neededUntil }: OfferScope,
  ): Promise<(BoundOffer & { packCode: string })[]> {
    const rows = await sql.rows<
      OfferTermsRow &
        Pick<BoundOffer, 'offerId' | 'revision' | 'supplierId' | 'publishedAt'> & { packCode: string }
    >(
      `SELECT standing_offer.id AS offer_id, revision, supplier_id, made_at AS published_at, pack_code, ${TERMS_COLUMNS}
       FROM standing_offer ${LAST} JOIN party AS supplier ON supplier.id = supplier_id
       WHERE standing_offer.region_code = $1 AND action <> 'ended' AND valid_from <= $2 AND valid_until >= $3
         AND supplier.state = 'active'
       ORDER BY standing_offer.id`,
      [regionCode, neededFrom, neededUntil],
    );
    return rows.map((row) => ({ ...boundOfferOf(row), packCode: row.packCode }));
  }
}

/**
 * Holds a region's offers still while a pool of it opens: publishing takes the same lock shared and reads the
 * clock behind it, so that what was published before the opening, by the times that are written, is what binds.
 */
export const lockOffersOf = async (tx: Tx, regionCode: string): Promise<void> => {
  await tx.rows(`SELECT pg_advisory_xact_lock(hashtextextended('offers:' || $1::text, 0))`, [regionCode]);
};
