import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { KitchenReader } from '../kitchen/index.js';
import { JoinRequirements } from './join-requirements.action.js';
import { ItemCancelled } from './pool.events.js';
import { PoolReader } from './pool.reader.js';

/** Kitchens' lines of an item that was given up are waiting again, for any pool that is open. */
@Injectable()
@Consumes('pool.on-item-cancelled', ItemCancelled)
export class OnItemCancelled implements Consumer<{ poolId: string }> {
  constructor(
    private readonly pools: PoolReader,
    private readonly kitchens: KitchenReader,
    private readonly joinRequirements: JoinRequirements,
  ) {}

  async handle(tx: Tx, event: DeliveredEvent<{ poolId: string }>): Promise<void> {
    const pool = await this.pools.poolById(tx, event.payload.poolId);
    if (pool === undefined) return;
    const { regionCode, neededFrom, neededUntil } = pool;
    const open = await this.pools.openPools(tx, regionCode, neededFrom, neededUntil);
    if (open.length === 0) return;
    const waiting = await this.kitchens.publishedLinesBetween(tx, neededFrom, neededUntil, regionCode);
    await this.joinRequirements.run(tx, open, waiting);
  }
}
