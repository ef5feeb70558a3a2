import { wordLeftOut } from '../../core/award/word-left-out.js';
import type { LandedShare, OutReason } from '../../core/award/coalition/coalition.js';
import type { Tx } from '../../platform/db/sql.js';
import { tellParties } from '../party/index.js';

interface LeftOut {
  readonly koperasiId: string;
  readonly pool: string;
  readonly itemId: string;
  readonly itemEn: string;
  readonly packs: number;
  readonly reason: OutReason;
  readonly wouldPacks: number | null;
  readonly wouldAmountRp: number | null;
}

/** Tells koperasi which of their lines get nothing of an award, and why; who is told the same is told at once. */
export const tellLeftOut = async (tx: Tx, lotId: string, awardId: string): Promise<void> => {
  const rows = await tx.rows<LeftOut>(
    `SELECT koperasi_id, pool.title AS pool, commodity.name_id AS item_id, commodity.name_en AS item_en,
       line.quantity_packs AS packs, reason, would_packs, would_amount_rp
     FROM award_share JOIN commitment_line AS line ON line.id = line_id JOIN pool ON pool.id = line.pool_id
     JOIN pool_item ON pool_item.id = line.item_id JOIN commodity ON commodity.code = commodity_code
     WHERE award_id = $1 AND reason IS NOT NULL ORDER BY line_id`,
    [awardId],
  );
  const told = new Map<string, { row: LeftOut; partyIds: string[] }>();
  const list: { row: LeftOut; partyIds: string[] }[] = [];
  for (const row of rows) {
    const { koperasiId, ...said } = row;
    const key = JSON.stringify(said);
    const known = told.get(key);
    // A koperasi with two equal lines is told twice, for a list names a party once.
    if (known && !known.partyIds.includes(koperasiId)) known.partyIds.push(koperasiId);
    else {
      const next = { row, partyIds: [koperasiId] };
      told.set(key, next);
      list.push(next);
    }
  }
  for (const { row, partyIds } of list) {
    const would: LandedShare | null =
      row.wouldPacks === null ? null : { packs: row.wouldPacks, amountRp: row.wouldAmountRp ?? 0 };
    await tellParties(tx, {
      partyIds,
      kind: 'line-left-out',
      subjectType: 'lot',
      subjectId: lotId,
      data: {
        item: { id: row.itemId, en: row.itemEn },
        pool: row.pool,
        packs: row.packs,
        reason: wordLeftOut(row.reason, would),
      },
    });
  }
};
