import { Injectable } from '@nestjs/common';
import type { GuaranteeStep } from '../../core/offer/guarantee-steps.js';
import type { BoundOffer } from '../../core/offer/offer-terms.js';
import type { Sql } from '../../platform/db/sql.js';
import { boundOfferOf, type OfferTermsRow } from '../offer/index.js';

export interface ItemOfferRow extends BoundOffer {
  readonly itemId: string;
  readonly supplierName: string;
  /** Who published it. */
  readonly madeBy: string;
}

type Row = OfferTermsRow &
  Pick<BoundOffer, 'offerId' | 'revision' | 'supplierId' | 'publishedAt'> & {
    readonly itemId: string;
    readonly supplierName: string;
    readonly madeBy: string;
  };

const BOUND = `
  SELECT item_id, kept.offer_id, kept.revision, supplier_id, supplier.name AS supplier_name, made_at AS published_at, made_by,
    tier_kind, tiers, capacity_packs, minimum_packs, lead_time_days, surcharge_rp_per_unit, valid_from, valid_until
  FROM item_offer
  JOIN standing_offer_revision AS kept ON kept.offer_id = item_offer.offer_id AND kept.revision = item_offer.revision
  JOIN standing_offer ON standing_offer.id = kept.offer_id JOIN party AS supplier ON supplier.id = supplier_id`;

const offerOf = (row: Row): ItemOfferRow => ({
  ...boundOfferOf(row),
  itemId: row.itemId,
  supplierName: row.supplierName,
  madeBy: row.madeBy,
});

/** Answers about what bound a pool's items when it opened: none of it ever changes. */
@Injectable()
export class BoundOfferReader {
  async ofPool(sql: Sql, poolId: string): Promise<ItemOfferRow[]> {
    const rows = await sql.rows<Row>(
      `${BOUND} WHERE item_id IN (SELECT id FROM pool_item WHERE pool_id = $1) ORDER BY item_id, kept.offer_id`,
      [poolId],
    );
    return rows.map(offerOf);
  }

  async ofItem(sql: Sql, itemId: string): Promise<ItemOfferRow[]> {
    const rows = await sql.rows<Row>(`${BOUND} WHERE item_id = $1 ORDER BY kept.offer_id`, [itemId]);
    return rows.map(offerOf);
  }

  /** The steps of a pool's items, each item's in rising packs. */
  stepsOf(sql: Sql, poolId: string): Promise<(GuaranteeStep & { itemId: string })[]> {
    return sql.rows(
      `SELECT item_id, from_packs, worst_rp_per_unit FROM item_guarantee JOIN pool_item ON pool_item.id = item_id
       WHERE pool_id = $1 ORDER BY position, from_packs`,
      [poolId],
    );
  }
}
