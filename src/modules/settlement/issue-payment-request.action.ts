import { Injectable } from '@nestjs/common';
import { requestPayment } from '../../core/settlement/bill-drop.js';
import { requestPostings } from '../../core/settlement/make-journals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';
import { postJournal } from '../ledger/index.js';
import { PriceLot } from './price-lot.action.js';
import { PriceReader } from './price.reader.js';
import { SettlementStore } from './settlement.store.js';

/** Asks a koperasi to pay for a drop that has left. A drop is asked for once, whoever comes first. */
@Injectable()
export class IssuePaymentRequest {
  constructor(
    private readonly store: SettlementStore,
    private readonly prices: PriceReader,
    private readonly priceLot: PriceLot,
  ) {}

  async run(tx: Tx, dropId: string): Promise<void> {
    const drop = await this.store.lockDrop(tx, dropId);
    if (drop === undefined || drop.state === 'planned') throw new Error(`drop ${dropId} has not left`);
    if (await this.store.hasRequest(tx, dropId)) return;
    await this.priceLot.runForDrop(tx, dropId);
    const amountRp = requestPayment(await this.prices.shippedOf(tx, dropId));
    const journal = {
      businessKey: `payment-request:${dropId}`,
      kind: 'payment-request',
      postings: requestPostings(drop, amountRp),
    };
    const journalId = amountRp === 0 ? null : await postJournal(tx, journal);
    const id = newId();
    await this.store.insertRequest(tx, { ...drop, id, dropId, amountRp, journalId });
    await writeAudit(tx, {
      actorId: null,
      action: 'payment-requested',
      subjectType: 'drop',
      subjectId: dropId,
      data: { paymentRequestId: id },
    });
  }
}
