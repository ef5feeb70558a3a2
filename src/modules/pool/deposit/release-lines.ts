import { writeAudit } from '../../../platform/audit/write-audit.js';
import type { Tx } from '../../../platform/db/sql.js';
import { record } from '../../../platform/event/record.js';
import { LinesReleased } from '../pool.events.js';

export type ReleaseReason = 'DEPOSIT_NOT_HELD' | 'REFUSED' | 'LOT_FAILED' | 'TENDERED_ANEW';

/**
 * Says that lines of a closed pool bind nobody any more, as the stages below ask: their deposits go back, and, but for
 * one that is tendered anew, they no longer count against a limit. Doing it twice changes nothing; a later reason
 * takes the place of `TENDERED_ANEW`.
 */
export const releaseLines = async (
  tx: Tx,
  poolId: string,
  lineIds: readonly string[],
  reason: ReleaseReason,
): Promise<void> => {
  const pool = await tx.first<{ asksDeposit: boolean; isFirst: boolean }>(
    'SELECT deposit_rate_bps > 0 AS asks_deposit, lines_released_at IS NULL AS is_first FROM pool WHERE id = $1',
    [poolId],
  );
  // The first time is when its lots are formed, which deposits wait for also when no line is refused.
  const isFormed = pool?.asksDeposit === true && pool.isFirst;
  if (lineIds.length === 0 && !isFormed) return;
  await tx.change(
    `INSERT INTO released_line (line_id, pool_id, reason) SELECT line_id, $1, $3 FROM unnest($2::uuid[]) AS given (line_id)
     ON CONFLICT (line_id) DO UPDATE SET reason = EXCLUDED.reason WHERE released_line.reason = 'TENDERED_ANEW'`,
    [poolId, lineIds, reason],
  );
  if (isFormed)
    await tx.change('UPDATE pool SET lines_released_at = clock_timestamp() WHERE id = $1', [poolId]);
  await writeAudit(tx, {
    actorId: null,
    action: 'lines-released',
    subjectType: 'pool',
    subjectId: poolId,
    data: { lines: lineIds.length, reason },
  });
  if (pool?.asksDeposit === true) await record(tx, LinesReleased.of({ poolId }));
};
