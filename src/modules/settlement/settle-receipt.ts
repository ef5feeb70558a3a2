import { Injectable } from '@nestjs/common';
import { openRp } from '../../core/payment/dues.js';
import type { DropBill } from '../../core/settlement/bill-drop.js';
import { receiptDues, type ReceiptDue } from '../../core/settlement/list-dues.js';
import { creditPostings, lastSale } from '../../core/settlement/make-journals.js';
import { nameDue } from '../../core/settlement/name-due.js';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';
import { postJournal } from '../ledger/index.js';
import { coverDue, DueStore, raiseDue } from '../payment/index.js';
import { applyDeposit } from '../pool/index.js';
import { applyCredits } from './apply-credits.js';
import { RequestStore } from './request.store.js';
import { takeDocumentNumber } from './take-number.js';
import { SettlementStore, type LockedDrop } from './settlement.store.js';

export interface InvoicedDrop {
  /** The invoice's id. */
  readonly id: string;
  /** As it is printed. */
  readonly number: string;
  readonly dropId: string;
  readonly deal: LockedDrop;
  readonly bill: DropBill;
  readonly billRp: number;
}

/** What a credit note takes off a request that is not paid yet. */
interface TakenOff {
  readonly dueId: string;
  readonly amountRp: number;
}

/** Settles the difference between an invoice and what was asked for before: credit note, balances, and every due. */
@Injectable()
export class SettleReceipt {
  private readonly dues = new DueStore();

  constructor(
    private readonly store: SettlementStore,
    private readonly requests: RequestStore,
  ) {}

  async run(tx: Tx, invoiced: InvoicedDrop): Promise<void> {
    const { id, number, dropId, deal, bill, billRp } = invoiced;
    const { creditRp, balances, invoiceRp } = bill;
    const taken = await this.takeOff(tx, dropId, creditRp);
    const takenRp = taken.reduce((sum, { amountRp }) => sum + amountRp, 0);
    const creditId = newId();
    if (creditRp > 0) await this.creditBack(tx, creditId, invoiced, taken, takenRp);
    const kept = await this.store.insertBalances(tx, id, dropId, balances);
    const amounts = { invoiceRp, billRp, balances, creditRp, openRp: takenRp };
    for (const due of receiptDues(deal, deal.contractMode, amounts)) {
      const balance = due.kind === 'balance' ? kept.get(due.paymentDays) : undefined;
      const subjectId = balance?.id ?? (due.kind === 'credit' ? creditId : id);
      await this.raise(tx, deal, { ...due, subjectId, paper: nameDue(number, deal, due) }, balance?.dueAt);
    }
  }

  /** What of a credit is still open at the drop's requests, the last first: it is no longer owed. */
  private async takeOff(tx: Tx, dropId: string, creditRp: number): Promise<TakenOff[]> {
    let left = creditRp;
    const taken: TakenOff[] = [];
    if (creditRp === 0) return taken;
    const requestIds = await this.requests.idsOf(tx, dropId);
    const locked = await this.dues.lockAllOf(tx, 'payment-request', requestIds);
    const dueOf = new Map(locked.map((due) => [due.subjectId, due]));
    for (const requestId of requestIds.reverse()) {
      if (left === 0) break;
      const due = dueOf.get(requestId);
      if (due === undefined) throw new Error(`payment request ${requestId} has no due`);
      const amountRp = Math.min(left, openRp(due));
      left -= amountRp;
      if (amountRp > 0) taken.push({ dueId: due.id, amountRp });
    }
    return taken;
  }

  private async creditBack(
    tx: Tx,
    creditId: string,
    { id, dropId, deal, bill }: InvoicedDrop,
    taken: readonly TakenOff[],
    takenRp: number,
  ): Promise<void> {
    const sale = lastSale(deal, deal.contractMode);
    const journalId = await postJournal(tx, {
      businessKey: `credit-note:${dropId}`,
      kind: 'credit-note',
      poolId: deal.poolId,
      postings: creditPostings(sale, bill.creditRp, takenRp),
    });
    await this.store.insertCreditNote(tx, creditId, id, journalId, bill);
    await takeDocumentNumber(tx, {
      id: creditId,
      kind: 'credit-note',
      issuerId: sale.sellerId,
      poolId: deal.poolId,
    });
    const cover = { kind: 'credit-note' as const, sourceId: creditId, journalId };
    for (const off of taken) await coverDue(tx, { ...cover, ...off, paidAt: deal.now, firmAt: deal.now });
  }

  private async raise(
    tx: Tx,
    { poolId, now }: LockedDrop,
    {
      kind,
      subjectId,
      payerId,
      payeeId,
      amountRp,
      paper,
    }: ReceiptDue & { readonly subjectId: string; readonly paper: string },
    dueAt: Date | null = null,
  ): Promise<void> {
    const dueId = await raiseDue(tx, { kind, subjectId, payerId, payeeId, poolId, amountRp, dueAt, paper });
    if (kind !== 'balance') return;
    await applyCredits(tx, dueId, now);
    await applyDeposit(tx, { poolId, koperasiId: payerId, dueId, upToRp: amountRp });
  }
}
