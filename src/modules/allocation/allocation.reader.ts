import { Injectable } from '@nestjs/common';
import type { OutReason } from '../../core/award/coalition/coalition.js';
import type { Sql } from '../../platform/db/sql.js';
import { joinSharedLine } from '../pool/index.js';

/** Packs of a line from one supplier, as drops are planned from. */
export interface AllocationRow {
  readonly lineId: string;
  readonly koperasiId: string;
  readonly supplierId: string;
  readonly packs: number;
}

export interface ShareRow {
  readonly lineId: string;
  readonly koperasiId: string;
  readonly askedPacks: number;
  readonly allocatedPacks: number;
  readonly draw: string;
  /** What the award says its packs come to; null of a distribution. */
  readonly amountRp: number | null;
  readonly reason: OutReason | null;
  readonly wouldPacks: number | null;
  readonly wouldAmountRp: number | null;
  readonly suppliers: { readonly supplierId: string; readonly packs: number }[];
}

/** Answers about who got how many packs from whom. */
@Injectable()
export class AllocationReader {
  /** All of a lot's allocations, each with the line's koperasi. */
  allocationsOf(sql: Sql, lotId: string): Promise<AllocationRow[]> {
    return sql.rows(
      `SELECT line_id, koperasi_id, supplier_id, packs
       FROM allocation JOIN commitment_line ON commitment_line.id = line_id
       WHERE lot_id = $1 ORDER BY line_id, supplier_id`,
      [lotId],
    );
  }

  /**
   * A page of a lot's shares, each with its suppliers. `supplierIds` narrows it to lines that these
   * suppliers serve, and to their packs; null shows all.
   */
  sharePage(
    sql: Sql,
    lotId: string,
    supplierIds: readonly string[] | null,
    cursor: string | null,
    limit: number,
  ): Promise<ShareRow[]> {
    return sql.rows(
      `SELECT share.line_id, koperasi_id, asked_packs, allocated_packs, draw,
         award_share.amount_rp, reason, would_packs, would_amount_rp, coalesce(named.suppliers, '[]') AS suppliers
       FROM share
       ${joinSharedLine('share.line_id')}
       LEFT JOIN award ON award.lot_id = share.lot_id AND award.state = 'approved'
       LEFT JOIN award_share ON award_share.award_id = award.id AND award_share.line_id = share.line_id
       LEFT JOIN LATERAL (
         SELECT json_agg(json_build_object('supplierId', supplier_id, 'packs', packs) ORDER BY supplier_id) AS suppliers
         FROM allocation
         WHERE allocation.line_id = share.line_id AND ($2::uuid[] IS NULL OR supplier_id = ANY ($2))
       ) AS named ON true
       WHERE share.lot_id = $1 AND ($3::uuid IS NULL OR share.line_id > $3)
         AND ($2::uuid[] IS NULL OR named.suppliers IS NOT NULL)
       ORDER BY share.line_id LIMIT $4`,
      [lotId, supplierIds, cursor, limit],
    );
  }
}
