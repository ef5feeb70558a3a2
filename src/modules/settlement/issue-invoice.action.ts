import { Injectable } from '@nestjs/common';
import { billDrop, type DropBill } from '../../core/settlement/bill-drop.js';
import { creditPostings, invoicePostings, type Deal } from '../../core/settlement/make-journals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { record } from '../../platform/event/record.js';
import { newId } from '../../platform/new-id.js';
import { postJournal } from '../ledger/index.js';
import { advanceLot } from '../lot/index.js';
import { CloseLot } from './close-lot.action.js';
import { IssuePaymentRequest } from './issue-payment-request.action.js';
import { PriceReader } from './price.reader.js';
import { InvoiceIssued } from './settlement.events.js';
import { SettlementStore, type LockedDrop, type NewSupplierBill } from './settlement.store.js';

/**
 * Invoices a received drop at its lots' prices, books what its supplier bills, takes back what did not arrive
 * sound, and closes and ends the lots that this completes. The payment request comes first even when the
 * receipt was heard of before the departure: events have no order.
 */
@Injectable()
export class IssueInvoice {
  constructor(
    private readonly store: SettlementStore,
    private readonly prices: PriceReader,
    private readonly issuePaymentRequest: IssuePaymentRequest,
    private readonly closeLot: CloseLot,
  ) {}

  async run(tx: Tx, dropId: string): Promise<void> {
    const drop = await this.store.lockDrop(tx, dropId);
    if (drop?.state !== 'received') throw new Error(`drop ${dropId} has not been received`);
    if (await this.store.hasInvoice(tx, dropId)) return;
    await this.store.lockLots(tx, dropId);
    await this.issuePaymentRequest.run(tx, dropId);
    const bill = billDrop(await this.prices.receivedOf(tx, dropId));
    const invoiceId = await this.invoice(tx, dropId, drop, bill, await this.billsOf(tx, dropId, bill));
    await record(tx, InvoiceIssued.of({ invoiceId }));
    const done = await this.store.lotsDone(tx, dropId);
    for (const lotId of done) await this.closeLot.run(tx, lotId);
    // The last lot takes its pool's lock, after which nothing may be waited for: not even a new account.
    for (const lotId of done) await advanceLot(tx, lotId, 'settled');
  }

  /** What the supplier bills by lot: a fixed charge in full with the first pack of it that is accepted. */
  private async billsOf(tx: Tx, dropId: string, { bills }: DropBill): Promise<NewSupplierBill[]> {
    const due = new Map(
      (await this.prices.fixedDue(tx, dropId)).map(({ lotId, amountRp }) => [lotId, amountRp]),
    );
    return bills.map(({ lotId, acceptedPacks, goodsRp }) => ({
      lotId,
      goodsRp,
      fixedRp: acceptedPacks > 0 ? (due.get(lotId) ?? 0) : 0,
    }));
  }

  private async invoice(
    tx: Tx,
    dropId: string,
    deal: LockedDrop,
    bill: DropBill,
    bills: readonly NewSupplierBill[],
  ): Promise<string> {
    const id = newId();
    const billRp = bills.reduce((sum, { goodsRp, fixedRp }) => sum + goodsRp + fixedRp, 0);
    const postings = invoicePostings(deal, bill.invoiceRp, billRp);
    const journalId =
      postings.length === 0
        ? null
        : await postJournal(tx, { businessKey: `invoice:${dropId}`, kind: 'invoice', postings });
    const { year, number } = await this.store.takeNumber(tx, deal.sellerId, dropId);
    await this.store.insertInvoice(tx, { ...deal, id, dropId, year, number, journalId, bill });
    await this.store.insertBills(tx, dropId, deal.sellerId, bills);
    if (bill.creditRp > 0) await this.creditBack(tx, dropId, deal, id, bill);
    await writeAudit(tx, {
      actorId: null,
      action: 'invoice-issued',
      subjectType: 'drop',
      subjectId: dropId,
      data: { invoiceId: id, year, number, isCredited: bill.creditRp > 0 },
    });
    return id;
  }

  private async creditBack(
    tx: Tx,
    dropId: string,
    deal: Deal,
    invoiceId: string,
    bill: DropBill,
  ): Promise<void> {
    const postings = creditPostings(deal, bill.creditRp);
    const journalId = await postJournal(tx, {
      businessKey: `credit-note:${dropId}`,
      kind: 'credit-note',
      postings,
    });
    await this.store.insertCreditNote(tx, newId(), invoiceId, journalId, bill);
  }
}
