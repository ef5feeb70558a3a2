import { Injectable } from '@nestjs/common';
import { closePool } from '../../core/pool/close-pool.js';
import { refusePool } from '../../core/pool/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { Db } from '../../platform/db/db.js';
import { record } from '../../platform/event/record.js';
import { PoolClosed } from './pool.events.js';
import { PoolStore } from './pool.store.js';

const DUE_AT_A_TIME = 50;

/** Ends the taking of commitments: by the organiser's hand with a reason, or when its time is up. */
@Injectable()
export class ClosePool {
  constructor(
    private readonly db: Db,
    private readonly store: PoolStore,
  ) {}

  byHand(personId: string, poolId: string, reason: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const pool = await this.store.lock(tx, poolId);
      if (pool === undefined) throw refusePool('POOL_NOT_FOUND');
      closePool(pool.state);
      await this.close(tx, poolId, personId, reason);
    });
  }

  /** Closes what is due by the database's clock. @returns how many. */
  due(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const poolIds = await this.store.lockDue(tx, DUE_AT_A_TIME);
      for (const poolId of poolIds) await this.close(tx, poolId, null, null);
      return poolIds.length;
    });
  }

  private async close(tx: Tx, poolId: string, personId: string | null, reason: string | null): Promise<void> {
    await this.store.markClosed(tx, poolId, personId, reason);
    await writeAudit(tx, {
      actorId: personId,
      action: 'pool-closed',
      subjectType: 'pool',
      subjectId: poolId,
    });
    await record(tx, PoolClosed.of({ poolId }));
  }
}
