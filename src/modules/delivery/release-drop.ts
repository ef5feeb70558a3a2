import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';

/**
 * Says how many payment requests a planned drop waits for, in the caller's transaction, which holds the drop's lock:
 * with none it is released, else held. Once it has left nothing changes: the goods are gone, the dues stay open.
 */
export const releaseDrop = async (tx: Tx, dropId: string, awaitedRequests: number): Promise<void> => {
  const changed = await tx.change(
    `UPDATE delivery_drop SET version = version + 1, awaited_requests = $2,
       released_at = CASE WHEN $2 = 0 THEN clock_timestamp() END
     WHERE id = $1 AND state = 'planned' AND awaited_requests IS DISTINCT FROM $2`,
    [dropId, awaitedRequests],
  );
  if (changed === 0) return;
  await writeAudit(tx, {
    actorId: null,
    action: awaitedRequests === 0 ? 'drop-released' : 'drop-held',
    subjectType: 'drop',
    subjectId: dropId,
    data: { awaitedRequests },
  });
};
