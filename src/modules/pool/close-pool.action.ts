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

  /**
   * Closes what is due by the database's clock, or extends it: each pool in a transaction of its own, so that one
   * that cannot be closed keeps no other open.
   * @returns how many. @throws AggregateError when some could not be, after all were tried.
   */
  async due(): Promise<number> {
    const failures: unknown[] = [];
    let closed = 0;
    for (const poolId of await this.store.due(this.db, DUE_AT_A_TIME)) {
      try {
        if (await this.whenDue(poolId)) closed += 1;
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} pools could not be closed`);
    return closed;
  }

  private whenDue(poolId: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      if (!(await this.store.claimDue(tx, poolId))) return false;
      await this.close(tx, poolId, null, null);
      return true;
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
