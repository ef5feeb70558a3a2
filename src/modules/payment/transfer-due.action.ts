import { Injectable } from '@nestjs/common';
import { openRp } from '../../core/payment/dues.js';
import { paidPostings } from '../../core/payment/make-journals.js';
import { refusePayment } from '../../core/payment/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { lookAcross } from '../../platform/db/look-across.js';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';
import { postJournal } from '../ledger/index.js';
import { tellParties } from '../party/index.js';
import { coverDue } from './cover-due.js';
import { DueStore, type LockedDue } from './due.store.js';
import type { TransferRequest, TransferView } from './transfer.dto.js';
import { TransferReader } from './transfer.reader.js';

interface LockedTransfer {
  readonly amountRp: number;
  readonly state: TransferView['state'];
  /** The civil day as a moment: its end where the books are kept, or now when that is still to come. */
  readonly paidAt: Date;
}

/** Paying by bank transfer: who paid says so, who was paid looks at the account and confirms it, or not. */
@Injectable()
export class TransferDue {
  private readonly dues = new DueStore();

  constructor(
    private readonly db: Db,
    private readonly reader: TransferReader,
  ) {}

  claim({ personId }: Principal, dueId: string, request: TransferRequest): Promise<TransferView> {
    const { amountRp, paidOn, reference = null } = request;
    return this.db.transaction(async (tx) => {
      const due = await this.lockDue(tx, dueId);
      if (due.state === 'cancelled') throw refusePayment('DUE_CANCELLED');
      if (due.state === 'settled') throw refusePayment('DUE_SETTLED');
      if (amountRp > openRp(due))
        throw refusePayment('MORE_THAN_IS_DUE', { openRp: openRp(due) }, 'amountRp');
      const day = await tx.first<{ today: string }>(
        'SELECT (clock_timestamp() AT TIME ZONE time_zone)::date AS today FROM party WHERE id = $1',
        [due.payerId],
      );
      if (day !== undefined && paidOn > day.today)
        throw refusePayment('TRANSFER_DAY_AHEAD', { today: day.today }, 'paidOn');
      const id = newId();
      await tx.change(
        `INSERT INTO due_transfer (id, due_id, amount_rp, paid_on, reference, claimed_by) VALUES ($1, $2, $3, $4, $5, $6)`,
        [id, dueId, amountRp, paidOn, reference, personId],
      );
      await writeAudit(tx, {
        ...{ actorId: personId, action: 'transfer-claimed', subjectType: 'transfer', subjectId: id },
        data: { due: dueId },
      });
      await lookAcross(tx, 'book-payments', () =>
        tellParties(tx, {
          ...{ partyIds: [due.payeeId], kind: 'transfer-claimed', subjectType: 'due', subjectId: dueId },
          data: { amount: amountRp },
        }),
      );
      return this.reader.one(tx, dueId, id);
    });
  }

  confirm({ personId }: Principal, dueId: string, transferId: string): Promise<TransferView> {
    return this.db.transaction(async (tx) => {
      const due = await this.lockDue(tx, dueId);
      const { amountRp, paidAt } = await this.lockClaimed(tx, dueId, transferId);
      await lookAcross(tx, 'book-payments', async () => {
        await tx.change(
          `UPDATE due_transfer SET state = 'confirmed', judged_by = $2, judged_at = clock_timestamp() WHERE id = $1`,
          [transferId, personId],
        );
        const { payeeId, payerId, kind } = due;
        const journalId = await postJournal(tx, {
          ...{ businessKey: `transfer:${transferId}`, kind: 'transfer', effectiveAt: paidAt },
          postings: paidPostings({
            ...{ payeeId, payerId, into: 'bank', parts: [{ kind, amountRp }], suspenseRp: 0 },
          }),
        });
        await coverDue(tx, {
          ...{ dueId, kind: 'transfer', amountRp, sourceId: transferId, journalId, paidAt, firmAt: paidAt },
        });
        await writeAudit(tx, {
          ...{ actorId: personId, action: 'transfer-confirmed', subjectType: 'transfer' },
          subjectId: transferId,
        });
      });
      return this.reader.one(tx, dueId, transferId);
    });
  }

  refuse({ personId }: Principal, dueId: string, transferId: string, reason: string): Promise<TransferView> {
    return this.db.transaction(async (tx) => {
      const due = await this.lockDue(tx, dueId);
      const { amountRp } = await this.lockClaimed(tx, dueId, transferId);
      await lookAcross(tx, 'book-payments', async () => {
        await tx.change(
          `UPDATE due_transfer SET state = 'refused', judged_by = $2, judged_at = clock_timestamp(), refusal_reason = $3
           WHERE id = $1`,
          [transferId, personId, reason],
        );
        await writeAudit(tx, {
          ...{
            actorId: personId,
            action: 'transfer-refused',
            subjectType: 'transfer',
            subjectId: transferId,
          },
        });
        await tellParties(tx, {
          ...{ partyIds: [due.payerId], kind: 'transfer-refused', subjectType: 'due', subjectId: dueId },
          data: { amount: amountRp, reason },
        });
      });
      return this.reader.one(tx, dueId, transferId);
    });
  }

  private async lockDue(tx: Tx, dueId: string): Promise<LockedDue> {
    const due = await this.dues.lock(tx, dueId);
    if (due === undefined) throw refusePayment('DUE_NOT_FOUND');
    return due;
  }

  private async lockClaimed(tx: Tx, dueId: string, transferId: string): Promise<LockedTransfer> {
    const transfer = await tx.first<LockedTransfer>(
      `SELECT amount_rp, state, least(clock_timestamp(), ((paid_on + 1)::timestamp AT TIME ZONE 'Asia/Jakarta') - interval '1 second')
         AS paid_at FROM due_transfer WHERE id = $1 AND due_id = $2 FOR UPDATE`,
      [transferId, dueId],
    );
    if (transfer === undefined) throw refusePayment('TRANSFER_NOT_FOUND');
    if (transfer.state !== 'claimed') throw refusePayment('TRANSFER_JUDGED');
    return transfer;
  }
}
