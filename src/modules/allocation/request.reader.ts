import { Injectable } from '@nestjs/common';
import type { RequestRow, SupplyRequest } from '../../core/allocation/lay-out-request.js';
import type { Sql } from '../../platform/db/sql.js';

export interface RequestHead extends Omit<SupplyRequest, 'rows'> {
  readonly organiserId: string;
  readonly maxPerPickupPacks: number | null;
}

/** Answers what a supplier is asked to hand out of a distributed lot. */
@Injectable()
export class RequestReader {
  /** Undefined unless this supplier distributes the lot and it has been shared out. */
  headOf(sql: Sql, lotId: string, supplierId: string): Promise<RequestHead | undefined> {
    return sql.first(
      `SELECT lot.id AS lot_id, pool.title AS pool_title, organiser.id AS organiser_id, organiser.name AS organiser_name,
         supplier.name AS supplier_name, commodity.name_id AS item_name_id, commodity.name_en AS item_name_en,
         pack.name_id AS pack_name_id, pool_item.pack_size_milli, price_rp_per_unit, max_per_pickup_packs, pickup_place,
         CASE base_unit WHEN 'KGM' THEN 'kg' WHEN 'LTR' THEN 'liter' ELSE unit.name_id END AS unit_label
       FROM lot
       JOIN item_distribution USING (item_id)
       JOIN pool_item ON pool_item.id = item_id
       JOIN pack ON pack.code = pack_code
       JOIN commodity ON commodity.code = pool_item.commodity_code
       JOIN unit ON unit.code = base_unit
       JOIN pool ON pool.id = lot.pool_id
       JOIN party AS organiser ON organiser.id = organiser_id
       JOIN party AS supplier ON supplier.id = supplier_id
       WHERE lot.id = $1 AND supplier_id = $2 AND lot.state IN ('contracted', 'delivering', 'settled')`,
      [lotId, supplierId],
    );
  }

  /** One row per koperasi that gets packs; its visits follow from how many may leave at once. */
  rowsOf(sql: Sql, lotId: string, supplierId: string): Promise<RequestRow[]> {
    return sql.rows(
      `SELECT koperasi.region_code, koperasi.name AS koperasi_name, koperasi.legal_status ->> 'nikKoperasi' AS nik_koperasi,
         district.name AS district_name, sum(packs)::bigint AS packs, min(needed_by) AS needed_by,
         ceil(sum(packs)::numeric / coalesce(max_per_pickup_packs, sum(packs)))::bigint AS pickups
       FROM allocation
       JOIN shared_line AS line ON line.id = line_id
       JOIN item_distribution USING (item_id)
       JOIN party AS koperasi ON koperasi.id = koperasi_id
       LEFT JOIN region AS village ON village.code = koperasi.region_code
       LEFT JOIN region AS district
         ON district.code = CASE village.level WHEN 'village' THEN village.parent_code ELSE village.code END
       WHERE allocation.lot_id = $1 AND allocation.supplier_id = $2
       GROUP BY koperasi.id, district.name, max_per_pickup_packs
       ORDER BY koperasi.region_code, koperasi.name, koperasi.id`,
      [lotId, supplierId],
    );
  }
}
