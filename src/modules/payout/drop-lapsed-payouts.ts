import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import { eachAlone } from '../../platform/schedule/each-alone.js';
import { RunsWhenDue, type Scheduled } from '../../platform/schedule/schedule.js';
import { PayoutStore } from './payout.store.js';

const AT_ONCE = 100;

/** Ends payouts whose second person refused or never came: their dues are free for another. */
@Injectable()
@RunsWhenDue('payout.drop-lapsed-payouts')
export class DropLapsedPayouts implements Scheduled {
  constructor(
    private readonly db: Db,
    private readonly store: PayoutStore,
  ) {}

  /** @returns how many were ended. @throws AggregateError when some could not be, after all were tried. */
  run(): Promise<number> {
    return eachAlone({
      due: (limit) => this.store.lapsed(this.db, limit),
      atOnce: AT_ONCE,
      take: (payoutId) => this.drop(payoutId),
      failing: 'lapsed payouts could not be ended',
    });
  }

  private drop(payoutId: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const reason = await this.store.claimLapsed(tx, payoutId);
      if (reason === undefined) return false;
      await this.store.markEnded(tx, payoutId, 'refused', reason);
      await writeAudit(tx, {
        ...{ actorId: null, action: 'payout-refused', subjectType: 'payout', subjectId: payoutId },
      });
      return true;
    });
  }
}
