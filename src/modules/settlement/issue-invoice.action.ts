import { Injectable } from '@nestjs/common';
import { billDrop, type DropBill } from '../../core/settlement/bill-drop.js';
import { creditPostings, invoicePostings, type Deal } from '../../core/settlement/make-journals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { record } from '../../platform/event/record.js';
import { newId } from '../../platform/new-id.js';
import { postJournal } from '../ledger/index.js';
import { advanceLot } from '../lot/index.js';
import { IssuePaymentRequest } from './issue-payment-request.action.js';
import { PriceReader } from './price.reader.js';
import { InvoiceIssued } from './settlement.events.js';
import { SettlementStore } from './settlement.store.js';

/**
 * Invoices a received drop, takes back what did not arrive sound, and ends the lots that this completes. The
 * payment request comes first even when the receipt was heard of before the departure: events have no order.
 */
@Injectable()
export class IssueInvoice {
  constructor(
    private readonly store: SettlementStore,
    private readonly prices: PriceReader,
    private readonly issuePaymentRequest: IssuePaymentRequest,
  ) {}

  async run(tx: Tx, dropId: string): Promise<void> {
    const drop = await this.store.lockDrop(tx, dropId);
    if (drop?.state !== 'received') throw new Error(`drop ${dropId} has not been received`);
    if (await this.store.hasInvoice(tx, dropId)) return;
    await this.issuePaymentRequest.run(tx, dropId);
    const invoiceId = await this.invoice(
      tx,
      dropId,
      drop,
      billDrop(await this.prices.receivedOf(tx, dropId)),
    );
    await record(tx, InvoiceIssued.of({ invoiceId }));
    for (const lotId of await this.store.lotsDone(tx, dropId)) await advanceLot(tx, lotId, 'settled');
  }

  private async invoice(tx: Tx, dropId: string, deal: Deal, bill: DropBill): Promise<string> {
    const id = newId();
    const postings = invoicePostings(deal, bill.invoiceRp);
    const journalId =
      bill.invoiceRp === 0
        ? null
        : await postJournal(tx, { businessKey: `invoice:${dropId}`, kind: 'invoice', postings });
    const { year, number } = await this.store.takeNumber(tx, deal.supplierId, dropId);
    await this.store.insertInvoice(tx, { ...deal, id, dropId, year, number, journalId, bill });
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
