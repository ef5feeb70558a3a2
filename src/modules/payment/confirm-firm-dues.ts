import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import { record } from '../../platform/event/record.js';
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

  run(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const firm = await this.store.claimFirm(tx, AT_ONCE);
      for (const due of firm) {
        await this.store.markFirm(tx, due.id);
        await writeAudit(tx, { actorId: null, action: 'due-firm', subjectType: 'due', subjectId: due.id });
        await record(tx, DueFirm.of({ dueId: due.id, kind: due.kind, subjectId: due.subjectId }));
      }
      return firm.length;
    });
  }
}
