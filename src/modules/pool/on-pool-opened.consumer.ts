import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { KitchenReader } from '../kitchen/index.js';
import { JoinRequirements } from './join-requirements.action.js';
import { PoolOpened } from './pool.events.js';
import { PoolReader } from './pool.reader.js';

/** Kitchens that published before the pool opened are waiting for it. */
@Injectable()
@Consumes('pool.on-pool-opened', PoolOpened)
export class OnPoolOpened implements Consumer<{ poolId: string }> {
  constructor(
    private readonly pools: PoolReader,
    private readonly kitchens: KitchenReader,
    private readonly joinRequirements: JoinRequirements,
  ) {}

  async handle(tx: Tx, event: DeliveredEvent<{ poolId: string }>): Promise<void> {
    const pool = await this.pools.poolById(tx, event.payload.poolId);
    if (pool === undefined) return;
    const waiting = await this.kitchens.publishedLinesBetween(
      tx,
      pool.neededFrom,
      pool.neededUntil,
      pool.regionCode,
    );
    await this.joinRequirements.run(tx, [pool], waiting);
  }
}
