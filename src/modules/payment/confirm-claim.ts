import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';

/**
 * A statement shows money for a due: the oldest claim of a transfer of that amount was it, and needs nobody's word any
 * more. The caller holds the due's lock and books the money, once for both.
 *
 * @returns the transfer's id; undefined when nobody has claimed it, or whoever shows the statement claimed it themselves.
 */
export const confirmClaim = async (
  tx: Tx,
  shown: { readonly dueId: string; readonly amountRp: number; readonly personId: string },
): Promise<string | undefined> => {
  const { dueId, amountRp, personId } = shown;
  const claim = await tx.first<{ id: string }>(
    `SELECT id FROM due_transfer WHERE due_id = $1 AND amount_rp = $2 AND state = 'claimed' AND claimed_by <> $3
     ORDER BY id LIMIT 1 FOR UPDATE`,
    [dueId, amountRp, personId],
  );
  if (claim === undefined) return undefined;
  await tx.change(
    `UPDATE due_transfer SET state = 'confirmed', judged_by = $2, judged_at = clock_timestamp() WHERE id = $1`,
    [claim.id, personId],
  );
  await writeAudit(tx, {
    ...{ actorId: personId, action: 'transfer-confirmed', subjectType: 'transfer', subjectId: claim.id },
    data: { due: dueId },
  });
  return claim.id;
};
