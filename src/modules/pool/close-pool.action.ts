import { Injectable } from '@nestjs/common';
import { closePool } from '../../core/pool/close-pool.js';
import { refusePool } from '../../core/pool/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { Db } from '../../platform/db/db.js';
import { record } from '../../platform/event/record.js';
import { PoolCancelled, PoolClosed } from './pool.events.js';
import { PoolStore } from './pool.store.js';
import { RescuePool } from './rescue-pool.action.js';

const DUE_AT_A_TIME = 50;

/**
 * Ends the taking of commitments: by the organiser's hand with a reason, or when its time is up. Where a minimum
 * was missed, what the pool declared applies first: it may go on for a while, or end here.
 */
@Injectable()
export class ClosePool {
  constructor(
    private readonly db: Db,
    private readonly store: PoolStore,
    private readonly rescue: RescuePool,
  ) {}

  byHand(personId: string, poolId: string, reason: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const pool = await this.store.lock(tx, poolId);
      if (pool === undefined) throw refusePool('POOL_NOT_FOUND');
      closePool(pool.state);
      await this.close(tx, poolId, personId, reason);
    });
  }

  /** Closes what is due by the database's clock, or extends it. @returns how many. */
  due(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const poolIds = await this.store.lockDue(tx, DUE_AT_A_TIME);
      for (const poolId of poolIds) await this.close(tx, poolId, null, null);
      return poolIds.length;
    });
  }

  private async close(tx: Tx, poolId: string, personId: string | null, reason: string | null): Promise<void> {
    const outcome = await this.rescue.run(tx, poolId, personId);
    if (outcome === 'extended') return;
    const isCancelled = outcome === 'cancelled';
    if (isCancelled) await this.store.markCancelled(tx, poolId, personId, reason ?? 'RESCUE_CANCELLED');
    else await this.store.markClosed(tx, poolId, personId, reason);
    await writeAudit(tx, {
      actorId: personId,
      action: isCancelled ? 'pool-cancelled' : 'pool-closed',
      subjectType: 'pool',
      subjectId: poolId,
    });
    await record(tx, (isCancelled ? PoolCancelled : PoolClosed).of({ poolId }));
  }
}
