import { Injectable } from '@nestjs/common';
import type { Sql } from '../../platform/db/sql.js';
import { BoundOfferReader, type ItemOfferRow } from '../pool/index.js';

/** A lot with the standing offers that bind it. */
export interface OfferedLot {
  readonly poolId: string;
  readonly quantityPacks: number;
  /** With what its lines would take beyond. */
  readonly mostPacks: number;
  readonly districtCodes: string[];
  readonly offers: readonly ItemOfferRow[];
}

const bound = new BoundOfferReader();

/** Answers about the standing offers behind a lot. */
@Injectable()
export class LotOfferReader {
  async offeredLot(sql: Sql, lotId: string): Promise<OfferedLot> {
    const lot = await sql.first<Omit<OfferedLot, 'offers'> & { itemId: string }>(
      `SELECT pool_id, item_id, quantity_packs,
         ARRAY(SELECT district_code FROM lot_zone WHERE lot_zone.lot_id = lot.id ORDER BY 1) AS district_codes,
         quantity_packs + (SELECT coalesce(sum(tolerance_packs), 0) FROM lot_membership
           JOIN commitment_line ON commitment_line.id = line_id WHERE lot_membership.lot_id = lot.id)::bigint AS most_packs
       FROM lot WHERE id = $1`,
      [lotId],
    );
    if (lot === undefined) throw new Error(`there is no lot ${lotId}`);
    const { itemId, ...facts } = lot;
    return { ...facts, offers: await bound.ofItem(sql, itemId) };
  }

  /** Whether a supplier's standing offers bind any item of a pool. */
  async isBound(sql: Sql, poolId: string, supplierId: string): Promise<boolean> {
    return (await bound.ofPool(sql, poolId)).some((offer) => offer.supplierId === supplierId);
  }
}
