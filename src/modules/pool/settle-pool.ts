import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { record } from '../../platform/event/record.js';
import { PoolSettled } from './pool.events.js';
import { PoolStore } from './pool.store.js';

const store = new PoolStore();

/** Called by the lots' stage when none of a closed pool's lots is unfinished. Doing it twice changes nothing. */
export const settlePool = async (tx: Tx, poolId: string): Promise<void> => {
  if (!(await store.markSettled(tx, poolId))) return;
  await writeAudit(tx, { actorId: null, action: 'pool-settled', subjectType: 'pool', subjectId: poolId });
  await record(tx, PoolSettled.of({ poolId }));
};
