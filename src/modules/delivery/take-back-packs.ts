import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';

/** Of a received line, packs that have gone back in all. */
export interface TakenBack {
  readonly lineId: string;
  readonly packs: number;
}

/**
 * Says how much of a received drop has gone back to its supplier, in the caller's transaction, which holds the drop's lock:
 * what was accepted is less by it, and shipped stays accounted for. Again with the same changes nothing.
 */
export const takeBackPacks = async (tx: Tx, dropId: string, back: readonly TakenBack[]): Promise<void> => {
  const changed = await tx.change(
    `UPDATE drop_line SET accepted_packs = accepted_packs + returned_packs - packs, returned_packs = packs
     FROM unnest($2::uuid[], $3::int[]) AS back (line, packs)
     WHERE drop_id = $1 AND line_id = line AND returned_packs <> packs`,
    [dropId, back.map(({ lineId }) => lineId), back.map(({ packs }) => packs)],
  );
  if (changed === 0) return;
  await writeAudit(tx, {
    actorId: null,
    action: 'packs-taken-back',
    subjectType: 'drop',
    subjectId: dropId,
    data: { lines: changed },
  });
};
