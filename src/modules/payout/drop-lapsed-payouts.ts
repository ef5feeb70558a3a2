import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
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

  run(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const lapsed = await this.store.claimLapsed(tx, AT_ONCE);
      for (const { id, reason } of lapsed) {
        await this.store.markEnded(tx, id, 'refused', reason);
        await writeAudit(tx, {
          actorId: null,
          action: 'payout-refused',
          subjectType: 'payout',
          subjectId: id,
        });
      }
      return lapsed.length;
    });
  }
}
