import { Injectable } from '@nestjs/common';
import { countDays } from '../../../core/payment/terms/count-days.js';
import { remindDue } from '../../../core/payment/terms/remind-due.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import type { Tx } from '../../../platform/db/sql.js';
import { record } from '../../../platform/event/record.js';
import { newId } from '../../../platform/new-id.js';
import { RunsWhenDue, type Scheduled } from '../../../platform/schedule/schedule.js';
import { tellParties } from '../../party/index.js';
import { DueReminded } from '../payment.events.js';

const AT_A_TIME = 200;
/** A reminder is for a day, so a worker looks only so often. */
const LOOK_EVERY_MS = 60_000;

interface RemindedDue {
  readonly id: string;
  readonly payerId: string;
  readonly payerName: string;
  readonly payeeId: string;
  readonly payeeName: string;
  readonly openRp: number;
  readonly dueOn: string;
  readonly today: string;
}

/** Reminds of what is due tomorrow, today, and of what has been late for 3, 7 and 14 days: each once. */
@Injectable()
@RunsWhenDue('payment.remind-dues')
export class RemindDues implements Scheduled {
  private nextLook = 0;

  constructor(private readonly db: Db) {}

  async run(): Promise<number> {
    const now = performance.now();
    if (now < this.nextLook) return 0;
    const found = await this.db.transaction((tx) => this.remind(tx));
    if (found < AT_A_TIME) this.nextLook = now + LOOK_EVERY_MS;
    return found;
  }

  /** Those that ask for a reminder by their days and have none since that day, in their payer's time zone. */
  private async remind(tx: Tx): Promise<number> {
    const dues = await tx.rows<RemindedDue>(
      `SELECT due.id, payer_id, payer.name AS payer_name, payee_id, payee.name AS payee_name,
         amount_rp - covered_rp AS open_rp, (due_at AT TIME ZONE payer.time_zone)::date AS due_on,
         (clock_timestamp() AT TIME ZONE payer.time_zone)::date AS today
       FROM due JOIN party AS payer ON payer.id = payer_id JOIN party AS payee ON payee.id = payee_id
       CROSS JOIN LATERAL (SELECT (clock_timestamp() AT TIME ZONE payer.time_zone)::date
         - (due_at AT TIME ZONE payer.time_zone)::date AS late) AS counted
       WHERE due.state = 'open' AND due.kind <> 'deposit'
         AND due_at BETWEEN clock_timestamp() - interval '32 days' AND clock_timestamp() + interval '2 days'
         AND (late BETWEEN -1 AND 0 OR late BETWEEN 3 AND 30)
         AND NOT EXISTS (SELECT FROM due_reminder WHERE due_id = due.id AND stage = CASE
           WHEN late = -1 THEN 'tomorrow' WHEN late = 0 THEN 'today' WHEN late < 7 THEN 'late-3'
           WHEN late < 14 THEN 'late-7' ELSE 'late-14' END)
       ORDER BY due.id LIMIT $1 FOR UPDATE OF due SKIP LOCKED`,
      [AT_A_TIME],
    );
    for (const due of dues) {
      const stage = remindDue(due.dueOn, due.today);
      if (stage === undefined) continue;
      const id = newId();
      const kept = await tx.change(
        'INSERT INTO due_reminder (id, due_id, stage) VALUES ($1, $2, $3) ON CONFLICT (due_id, stage) DO NOTHING',
        [id, due.id, stage],
      );
      if (kept === 0) continue;
      await writeAudit(tx, {
        actorId: null,
        action: 'due-reminded',
        subjectType: 'due',
        subjectId: due.id,
        data: { stage },
      });
      await this.tell(tx, due);
      await record(tx, DueReminded.of({ reminderId: id }));
    }
    return dues.length;
  }

  private async tell(tx: Tx, due: RemindedDue): Promise<void> {
    const days = countDays(due.dueOn, due.today);
    const about = { subjectType: 'due', subjectId: due.id };
    const facts = { amount: due.openRp, dueOn: due.dueOn };
    if (days <= 0) {
      const data = { ...facts, payee: due.payeeName };
      await tellParties(tx, { partyIds: [due.payerId], kind: 'due-soon', ...about, data });
      return;
    }
    const late = { ...facts, days };
    await tellParties(tx, {
      partyIds: [due.payerId],
      kind: 'due-late',
      ...about,
      data: { ...late, payee: due.payeeName },
    });
    await tellParties(tx, {
      partyIds: [due.payeeId],
      kind: 'due-unpaid',
      ...about,
      data: { ...late, payer: due.payerName },
    });
  }
}
