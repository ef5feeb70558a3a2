import { Injectable } from '@nestjs/common';
import { openPool } from '../../core/pool/open-pool.js';
import { refusePool } from '../../core/pool/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import { record } from '../../platform/event/record.js';
import { BindOffers } from './bind-offers.action.js';
import { PoolOpened } from './pool.events.js';
import { PoolStore } from './pool.store.js';

/** Opens a drafted pool for commitments; what standing offers promise it is fixed with it. */
@Injectable()
export class OpenPool {
  constructor(
    private readonly db: Db,
    private readonly store: PoolStore,
    private readonly bindOffers: BindOffers,
  ) {}

  run(personId: string, poolId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const pool = await this.store.lock(tx, poolId);
      if (pool === undefined) throw refusePool('POOL_NOT_FOUND');
      openPool(pool, await this.store.itemCount(tx, poolId));
      const opening = await this.bindOffers.hold(tx, poolId);
      await this.store.markOpen(tx, poolId);
      await this.bindOffers.run(tx, opening);
      await writeAudit(tx, {
        actorId: personId,
        action: 'pool-opened',
        subjectType: 'pool',
        subjectId: poolId,
      });
      await record(tx, PoolOpened.of({ poolId }));
    });
  }
}
