import { Injectable } from '@nestjs/common';
import type { ReminderStage } from '../../../core/payment/terms/remind-due.js';
import { wordReminder } from '../../../core/payment/terms/word-reminder.js';
import type { Tx } from '../../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../../platform/event/event.js';
import { Messenger } from '../../../platform/messenger/messenger.js';
import { DueReminded } from '../payment.events.js';

interface ReminderToSend {
  readonly personId: string;
  readonly contact: string;
  readonly stage: ReminderStage;
  readonly payeeName: string;
  readonly openRp: number;
  readonly dueOn: string;
}

/** Sends a reminder to those who pay for the party; again it carries the same id, and what is paid meanwhile is not reminded of. */
@Injectable()
@Consumes('payment.on-due-reminded', DueReminded)
export class OnDueReminded implements Consumer<{ reminderId: string }> {
  constructor(private readonly messenger: Messenger) {}

  async handle(tx: Tx, { payload }: DeliveredEvent<{ reminderId: string }>): Promise<void> {
    const reminders = await tx.rows<ReminderToSend>(
      `SELECT DISTINCT person.id AS person_id, contact, stage, payee.name AS payee_name, amount_rp - covered_rp AS open_rp,
         (due_at AT TIME ZONE payer.time_zone)::date AS due_on
       FROM due_reminder JOIN due ON due.id = due_id JOIN party AS payer ON payer.id = payer_id
       JOIN party AS payee ON payee.id = payee_id
       JOIN membership ON membership.party_id = payer_id AND role IN ('treasurer', 'officer')
       JOIN person ON person.id = membership.person_id
       WHERE due_reminder.id = $1 AND due.state = 'open' AND contact IS NOT NULL AND disabled_at IS NULL ORDER BY person_id`,
      [payload.reminderId],
    );
    for (const { personId, contact, ...reminder } of reminders)
      await this.messenger.send({
        id: `${payload.reminderId}:${personId}`,
        to: contact,
        text: wordReminder(reminder),
      });
  }
}
