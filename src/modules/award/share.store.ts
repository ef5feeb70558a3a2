import { Injectable } from '@nestjs/common';
import type { LineOutcome } from '../../core/award/coalition/coalition.js';
import type { Tx } from '../../platform/db/sql.js';

/** Writes what each line gets of an award: once, never changed. */
@Injectable()
export class ShareStore {
  async insert(tx: Tx, awardId: string, lines: readonly LineOutcome[]): Promise<void> {
    await tx.change(
      `INSERT INTO award_share (award_id, line_id, packs, amount_rp, reason, would_packs, would_amount_rp)
       SELECT $1, * FROM unnest($2::uuid[], $3::int[], $4::bigint[], $5::text[], $6::int[], $7::bigint[])`,
      [
        awardId,
        lines.map((line) => line.lineId),
        lines.map((line) => line.packs),
        lines.map((line) => line.amountRp),
        lines.map((line) => line.reason),
        lines.map((line) => line.wouldPay?.packs ?? null),
        lines.map((line) => line.wouldPay?.amountRp ?? null),
      ],
    );
  }
}
