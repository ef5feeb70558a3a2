import { Injectable } from '@nestjs/common';
import type { Grade } from '../../core/pool/declare-grades.js';
import type { Tx } from '../../platform/db/sql.js';

/** Writes the grades of items that are sold, once, with the pool. */
@Injectable()
export class GradeStore {
  async insert(
    tx: Tx,
    items: readonly { readonly itemId: string; readonly grades: readonly Grade[] }[],
  ): Promise<void> {
    const rows = items.flatMap(({ itemId, grades }) =>
      grades.map((grade, place) => ({ itemId, position: place + 1, ...grade })),
    );
    if (rows.length === 0) return;
    await tx.change(
      `INSERT INTO item_grade (item_id, position, code, price_bps)
       SELECT * FROM unnest($1::uuid[], $2::int[], $3::text[], $4::int[])`,
      [
        rows.map((row) => row.itemId),
        rows.map((row) => row.position),
        rows.map((row) => row.code),
        rows.map((row) => row.priceBps),
      ],
    );
  }
}
