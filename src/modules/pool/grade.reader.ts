import { Injectable } from '@nestjs/common';
import type { Grade } from '../../core/pool/declare-grades.js';
import type { Sql } from '../../platform/db/sql.js';

export interface GradeRow extends Grade {
  readonly itemId: string;
}

/** Answers which grades items are sorted into; an item without any has one. */
@Injectable()
export class GradeReader {
  /** Of a pool's items, the full grade first. */
  ofPool(sql: Sql, poolId: string): Promise<GradeRow[]> {
    return sql.rows(
      `SELECT item_id, item_grade.code, price_bps FROM item_grade JOIN pool_item ON pool_item.id = item_id
       WHERE pool_id = $1 ORDER BY item_id, item_grade.position`,
      [poolId],
    );
  }
}
