import { Injectable } from '@nestjs/common';
import { closePool } from '../../core/pool/close-pool.js';
import { refusePool } from '../../core/pool/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { Db } from '../../platform/db/db.js';
import { lookAcross } from '../../platform/db/look-across.js';
import { record } from '../../platform/event/record.js';
import { eachAlone } from '../../platform/schedule/each-alone.js';
import { rebindLines, releaseUnbound, tellUnbound } from './deposit/bind-lines.js';
import { PoolCancelled, PoolClosed } from './pool.events.js';
import { PoolStore } from './pool.store.js';
import { RescuePool } from './rescue-pool.action.js';

const DUE_AT_A_TIME = 50;

/**
 * Ends the taking of commitments: by the organiser's hand with a reason, or when its time is up. Where a minimum
 * was missed, what the pool declared applies first: it may go on for a while, or end here. One with deposits waits a
 * declared while for news of payments made in time; it takes no commitments meanwhile (ADR 0018).
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
      if (await this.store.waitsForDeposits(tx, poolId)) {
        if (pool.now >= pool.closesAt) throw refusePool('POOL_ALREADY_CLOSED');
        await this.store.endTime(tx, poolId, personId, reason);
        const about = { subjectType: 'pool', subjectId: poolId };
        return writeAudit(tx, { actorId: personId, action: 'pool-time-ended', ...about });
      }
      await this.close(tx, poolId, personId, reason);
    });
  }

  /**
   * Closes what is due by the database's clock, or extends it: each pool in a transaction of its own, so that one
   * that cannot be closed keeps no other open.
   * @returns how many. @throws AggregateError when some could not be, after all were tried.
   */
  due(): Promise<number> {
    return eachAlone({
      due: (limit) => this.store.due(this.db, limit),
      atOnce: DUE_AT_A_TIME,
      take: (poolId) => this.whenDue(poolId),
      failing: 'pools could not be closed',
    });
  }

  private whenDue(poolId: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const claimed = await this.store.claimDue(tx, poolId);
      if (claimed === undefined) return false;
      await this.close(tx, poolId, claimed.closedBy, claimed.closeReason);
      return true;
    });
  }

  private async close(tx: Tx, poolId: string, personId: string | null, reason: string | null): Promise<void> {
    const outcome = await lookAcross(tx, 'rescue-pool', async () => {
      const unbound = await releaseUnbound(tx, poolId);
      const end = await this.rescue.run(tx, poolId, personId);
      if (end === 'extended') await rebindLines(tx, poolId);
      else await tellUnbound(tx, poolId, unbound);
      return end;
    });
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
