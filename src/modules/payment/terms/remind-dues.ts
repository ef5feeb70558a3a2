import { Injectable } from '@nestjs/common';
import { countDays } from '../../../core/payment/terms/count-days.js';
import { remindDue } from '../../../core/payment/terms/remind-due.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import type { Tx } from '../../../platform/db/sql.js';
import { record } from '../../../platform/event/record.js';
import { newId } from '../../../platform/new-id.js';
import { eachAlone } from '../../../platform/schedule/each-alone.js';
import { RunsWhenDue, type Scheduled } from '../../../platform/schedule/schedule.js';
import { tellParties } from '../../party/index.js';
import { DueReminded } from '../payment.events.js';

const AT_A_TIME = 200;
/** A reminder is for a day, so a worker looks only so often. */
const LOOK_EVERY_MS = 60_000;

/** Those that ask for a reminder by their days and have none since that day, in their payer's time zone. */
const WANTS = `FROM due JOIN party AS payer ON payer.id = payer_id JOIN party AS payee ON payee.id = payee_id
  CROSS JOIN LATERAL (SELECT (clock_timestamp() AT TIME ZONE payer.time_zone)::date
    - (due_at AT TIME ZONE payer.time_zone)::date AS late) AS counted
  WHERE due.state = 'open' AND due.kind <> 'deposit'
    AND due_at BETWEEN clock_timestamp() - interval '32 days' AND clock_timestamp() + interval '2 days'
    AND (late BETWEEN -1 AND 0 OR late BETWEEN 3 AND 30)
    AND NOT EXISTS (SELECT FROM due_reminder WHERE due_id = due.id AND stage = CASE
      WHEN late = -1 THEN 'tomorrow' WHEN late = 0 THEN 'today' WHEN late < 7 THEN 'late-3'
      WHEN late < 14 THEN 'late-7' ELSE 'late-14' END)`;

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

  /** @returns how many were reminded of. @throws AggregateError when some could not be, after all were tried. */
  async run(): Promise<number> {
    const now = performance.now();
    if (now < this.nextLook) return 0;
    let reminded = 0;
    try {
      reminded = await eachAlone({
        due: async (limit) => {
          const dues = await this.db.rows<{ id: string }>(`SELECT due.id ${WANTS} ORDER BY due.id LIMIT $1`, [
            limit,
          ]);
          return dues.map(({ id }) => id);
        },
        atOnce: AT_A_TIME,
        take: (dueId) => this.db.transaction((tx) => this.remind(tx, dueId)),
        failing: 'dues could not be reminded of',
      });
    } finally {
      if (reminded < AT_A_TIME) this.nextLook = now + LOOK_EVERY_MS;
    }
    return reminded;
  }

  private async remind(tx: Tx, dueId: string): Promise<boolean> {
    const due = await tx.first<RemindedDue>(
      `SELECT due.id, payer_id, payer.name AS payer_name, payee_id, payee.name AS payee_name,
         amount_rp - covered_rp AS open_rp, (due_at AT TIME ZONE payer.time_zone)::date AS due_on,
         (clock_timestamp() AT TIME ZONE payer.time_zone)::date AS today
       ${WANTS} AND due.id = $1 FOR UPDATE OF due SKIP LOCKED`,
      [dueId],
    );
    const stage = due && remindDue(due.dueOn, due.today);
    if (due === undefined || stage === undefined) return false;
    const id = newId();
    const kept = await tx.change(
      'INSERT INTO due_reminder (id, due_id, stage) VALUES ($1, $2, $3) ON CONFLICT (due_id, stage) DO NOTHING',
      [id, due.id, stage],
    );
    if (kept === 0) return false;
    await writeAudit(tx, {
      actorId: null,
      action: 'due-reminded',
      subjectType: 'due',
      subjectId: due.id,
      data: { stage },
    });
    await this.tell(tx, due);
    await record(tx, DueReminded.of({ reminderId: id }));
    return true;
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
