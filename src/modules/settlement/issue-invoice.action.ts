import { Injectable } from '@nestjs/common';
import { sumOf } from '../../core/kernel/sum-of.js';
import { billDrop, type DropBill } from '../../core/settlement/bill-drop.js';
import {
  freightPostings,
  lastSale,
  receiptJournals,
  taxPostings,
} from '../../core/settlement/make-journals.js';
import { numberInvoice } from '../../core/settlement/number-invoice.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { record } from '../../platform/event/record.js';
import { newId } from '../../platform/new-id.js';
import { postJournal, type JournalToPost } from '../ledger/index.js';
import { advanceLot } from '../lot/index.js';
import { MatchBills } from './bill/match-bills.action.js';
import { CloseLot } from './close-lot.action.js';
import { OpenConsignment } from './consignment/open-consignment.js';
import { IssuePaymentRequest } from './issue-payment-request.action.js';
import { PriceReader } from './price.reader.js';
import { RequestStore } from './request.store.js';
import { InvoiceIssued } from './settlement.events.js';
import { SettlementStore, type LockedDrop, type NewSupplierBill } from './settlement.store.js';
import { SettleReceipt } from './settle-receipt.js';
import { TaxReader } from './tax.reader.js';

/**
 * Invoices a received drop at its lots' prices, books what its supplier bills, settles the difference to what was
 * asked for before, matches the bills that waited for it, and closes and ends the lots that this completes. Goods on consignment are
 * billed when that ends. The payment request comes first even when the
 * receipt was heard of before the plan: events have no order.
 */
@Injectable()
export class IssueInvoice {
  constructor(
    private readonly store: SettlementStore,
    private readonly requests: RequestStore,
    private readonly prices: PriceReader,
    private readonly taxes: TaxReader,
    private readonly issuePaymentRequest: IssuePaymentRequest,
    private readonly settleReceipt: SettleReceipt,
    private readonly matchBills: MatchBills,
    private readonly closeLot: CloseLot,
    private readonly openConsignment: OpenConsignment,
  ) {}

  async run(tx: Tx, dropId: string): Promise<void> {
    const drop = await this.store.lockDrop(tx, dropId);
    if (drop?.state !== 'received') throw new Error(`drop ${dropId} has not been received`);
    if (await this.store.hasInvoice(tx, dropId)) return;
    await this.store.lockLots(tx, dropId);
    await this.issuePaymentRequest.run(tx, dropId);
    if (await this.openConsignment.run(tx, dropId, drop)) return;
    const asked = await this.requests.askedOf(tx, dropId);
    const bill = billDrop(await this.prices.receivedOf(tx, dropId), asked.amountRp);
    const invoiceId = await this.invoice(tx, dropId, drop, bill, await this.billsOf(tx, dropId, bill));
    await this.matchBills.runForDrop(tx, dropId);
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
    const journals = receiptJournals(deal, deal.contractMode, { ...bill, billRp });
    const issuerId = lastSale(deal, deal.contractMode).sellerId;
    const { year, number } = await this.store.takeNumber(tx, issuerId, dropId, deal.now);
    const journal = { poolId: deal.poolId, reference: numberInvoice(year, number) };
    const journalId = await this.post(tx, {
      ...journal,
      businessKey: `invoice:${dropId}`,
      kind: 'invoice',
      postings: journals.invoice,
    });
    await this.post(tx, {
      ...journal,
      businessKey: `supplier-bill:${dropId}`,
      kind: 'supplier-bill',
      postings: journals.bill,
    });
    const taxes = await this.taxes.taxesOf(tx, { dropId, issuerId, at: deal.now }, bill.lines);
    const taxRp = sumOf(taxes, (tax) => tax.taxRp);
    await this.post(tx, {
      ...journal,
      businessKey: `invoice-tax:${dropId}`,
      kind: 'invoice-tax',
      postings: taxRp === 0 ? [] : taxPostings(issuerId, taxRp),
    });
    const freightRp = sumOf(bill.lines, ({ parts }) => parts.freightRp);
    await this.post(tx, {
      ...journal,
      businessKey: `invoice-freight:${dropId}`,
      kind: 'invoice-freight',
      postings: freightRp === 0 ? [] : freightPostings(lastSale(deal, deal.contractMode), freightRp),
    });
    await this.store.insertInvoice(tx, {
      ...deal,
      id,
      dropId,
      issuerId,
      year,
      number,
      journalId,
      bill,
      taxes,
    });
    await this.store.insertBills(tx, dropId, deal.sellerId, bills);
    await this.settleReceipt.run(tx, { id, number: journal.reference, dropId, deal, bill, billRp });
    await writeAudit(tx, {
      actorId: null,
      action: 'invoice-issued',
      subjectType: 'drop',
      subjectId: dropId,
      data: { invoiceId: id, year, number, isCredited: bill.creditRp > 0 },
    });
    return id;
  }

  private async post(tx: Tx, journal: JournalToPost): Promise<string | null> {
    return journal.postings.length === 0 ? null : postJournal(tx, journal);
  }
}
