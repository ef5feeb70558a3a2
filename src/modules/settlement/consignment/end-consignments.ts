import { Injectable } from '@nestjs/common';
import { Db } from '../../../platform/db/db.js';
import { RunsWhenDue, type Scheduled } from '../../../platform/schedule/schedule.js';
import { ConsignmentStore } from './consignment.store.js';
import { SettleConsignment } from './settle-consignment.action.js';

const AT_ONCE = 20;

/** Ends consignments whose last day is over: what nobody told of is billed. Each in a transaction of its own. */
@Injectable()
@RunsWhenDue('settlement.end-consignments')
export class EndConsignments implements Scheduled {
  constructor(
    private readonly db: Db,
    private readonly store: ConsignmentStore,
    private readonly settle: SettleConsignment,
  ) {}

  async run(): Promise<number> {
    const over = await this.db.transaction((tx) => this.store.over(tx, AT_ONCE));
    for (const dropId of over) await this.db.transaction((tx) => this.settle.run(tx, dropId));
    return over.length;
  }
}
