import { Injectable } from '@nestjs/common';
import { Db } from '../../../platform/db/db.js';
import { eachAlone } from '../../../platform/schedule/each-alone.js';
import { RunsWhenDue, type Scheduled } from '../../../platform/schedule/schedule.js';
import { ConsignmentStore } from './consignment.store.js';
import { SettleConsignment } from './settle-consignment.action.js';

const AT_ONCE = 20;

/** Ends consignments whose last day is over: what nobody told of is billed. */
@Injectable()
@RunsWhenDue('settlement.end-consignments')
export class EndConsignments implements Scheduled {
  constructor(
    private readonly db: Db,
    private readonly store: ConsignmentStore,
    private readonly settle: SettleConsignment,
  ) {}

  /** @returns how many were ended. @throws AggregateError when some could not be, after all were tried. */
  run(): Promise<number> {
    return eachAlone({
      due: (limit) => this.store.over(this.db, limit),
      atOnce: AT_ONCE,
      take: (dropId) => this.db.transaction((tx) => this.settle.run(tx, dropId)),
      failing: 'consignments could not be ended',
    });
  }
}
