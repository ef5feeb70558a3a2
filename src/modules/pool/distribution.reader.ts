import { Injectable } from '@nestjs/common';
import type { Distribution } from '../../core/pool/distribution.js';
import type { KnownSupplier } from '../../core/pool/draft-distribution.js';
import type { Sql } from '../../platform/db/sql.js';

/** An item's terms of distribution with the supplier as it is now. */
export interface DistributionRow extends Distribution {
  readonly itemId: string;
  readonly supplierName: string;
  readonly isSupplierActive: boolean;
}

const ROWS = `
  SELECT item_id, supplier_id, supplier.name AS supplier_name, supplier.state = 'active' AS is_supplier_active,
    price_rp_per_unit, quota_per_buyer_packs, stock_packs, max_per_pickup_packs, pickup_place
  FROM item_distribution JOIN party AS supplier ON supplier.id = supplier_id`;

/** Answers about items that a supplier distributes at a fixed price. */
@Injectable()
export class DistributionReader {
  /** Undefined for an item by tender. */
  ofItem(sql: Sql, itemId: string): Promise<DistributionRow | undefined> {
    return sql.first(`${ROWS} WHERE item_id = $1`, [itemId]);
  }

  ofPool(sql: Sql, poolId: string): Promise<DistributionRow[]> {
    return sql.rows(`${ROWS} JOIN pool_item ON pool_item.id = item_id WHERE pool_id = $1 ORDER BY item_id`, [
      poolId,
    ]);
  }

  /** Those of these parties that are suppliers. */
  suppliersOf(sql: Sql, partyIds: readonly string[]): Promise<KnownSupplier[]> {
    return sql.rows(
      `SELECT id AS supplier_id, state = 'active' AS is_active FROM party WHERE id = ANY ($1) AND kind = 'supplier'`,
      [partyIds],
    );
  }
}
