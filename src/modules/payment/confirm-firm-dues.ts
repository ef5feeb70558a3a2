import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import { record } from '../../platform/event/record.js';
import { eachAlone } from '../../platform/schedule/each-alone.js';
import { RunsWhenDue, type Scheduled } from '../../platform/schedule/schedule.js';
import { DueStore } from './due.store.js';
import { DueFirm } from './payment.events.js';

const AT_ONCE = 100;

/** Says which settled dues can no longer be reversed, once each channel's settling delay is over. */
@Injectable()
@RunsWhenDue('payment.confirm-firm-dues')
export class ConfirmFirmDues implements Scheduled {
  private readonly store = new DueStore();

  constructor(private readonly db: Db) {}

  /** @returns how many were said. @throws AggregateError when some could not be, after all were tried. */
  run(): Promise<number> {
    return eachAlone({
      due: (limit) => this.store.firm(this.db, limit),
      atOnce: AT_ONCE,
      take: (dueId) => this.confirm(dueId),
      failing: 'dues could not be confirmed as firm',
    });
  }

  private confirm(dueId: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const due = await this.store.claimFirm(tx, dueId);
      if (due === undefined) return false;
      await this.store.markFirm(tx, due.id);
      await writeAudit(tx, { actorId: null, action: 'due-firm', subjectType: 'due', subjectId: due.id });
      await record(tx, DueFirm.of({ dueId: due.id, kind: due.kind, subjectId: due.subjectId }));
      return true;
    });
  }
}
