import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { KitchenReader, RequirementPublished } from '../kitchen/index.js';
import { JoinRequirements } from './join-requirements.action.js';
import { PoolReader } from './pool.reader.js';

/** A kitchen's week goes into the pools that are open for it now; the rest waits for the next to open. */
@Injectable()
@Consumes('pool.on-requirement-published', RequirementPublished)
export class OnRequirementPublished implements Consumer<{ requirementId: string }> {
  constructor(
    private readonly pools: PoolReader,
    private readonly kitchens: KitchenReader,
    private readonly joinRequirements: JoinRequirements,
  ) {}

  async handle(tx: Tx, event: DeliveredEvent<{ requirementId: string }>): Promise<void> {
    const requirement = await this.kitchens.publishedRequirement(tx, event.payload.requirementId);
    const days = requirement?.lines.map((line) => line.neededOn).sort() ?? [];
    const [first, last] = [days.at(0), days.at(-1)];
    if (requirement === undefined || first === undefined || last === undefined) return;
    const pools = await this.pools.openPools(tx, requirement.cityCode, first, last);
    await this.joinRequirements.run(tx, pools, requirement.lines);
  }
}
