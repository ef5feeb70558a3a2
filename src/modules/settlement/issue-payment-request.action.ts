import { Injectable } from '@nestjs/common';
import { requestPayment } from '../../core/settlement/bill-drop.js';
import { lastSale, requestPostings } from '../../core/settlement/make-journals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';
import { releaseDrop } from '../delivery/index.js';
import { postJournal } from '../ledger/index.js';
import { raiseDue } from '../payment/index.js';
import { applyDeposit } from '../pool/index.js';
import { applyCredits } from './apply-credits.js';
import { IssueOrder } from './order/issue-order.action.js';
import { PriceLot } from './price-lot.action.js';
import { PriceReader } from './price.reader.js';
import { RequestStore } from './request.store.js';
import { SettlementStore, type LockedDrop } from './settlement.store.js';

/**
 * Asks for what is to be paid of a drop before it is released, and releases it once that is paid for good: at once
 * where nothing is. What is released is ordered. A drop that has grown is asked for the increment. Again, nothing more is asked for.
 */
@Injectable()
export class IssuePaymentRequest {
  constructor(
    private readonly store: SettlementStore,
    private readonly requests: RequestStore,
    private readonly prices: PriceReader,
    private readonly priceLot: PriceLot,
    private readonly issueOrder: IssueOrder,
  ) {}

  async run(tx: Tx, dropId: string): Promise<void> {
    const drop = await this.store.lockDrop(tx, dropId);
    if (drop === undefined) throw new Error(`there is no drop ${dropId}`);
    if (!(await this.store.hasInvoice(tx, dropId))) await this.askForRest(tx, dropId, drop);
    const awaited = await this.requests.awaitedOf(tx, dropId);
    await releaseDrop(tx, dropId, awaited);
    if (awaited === 0) await this.issueOrder.run(tx, dropId, drop);
  }

  private async askForRest(tx: Tx, dropId: string, drop: LockedDrop): Promise<void> {
    await this.priceLot.runForDrop(tx, dropId);
    const asked = await this.requests.askedOf(tx, dropId);
    const amountRp = requestPayment(await this.prices.shippedOf(tx, dropId)) - asked.amountRp;
    if (amountRp <= 0) return;
    const id = newId();
    const sequence = asked.count + 1;
    const sale = lastSale(drop, drop.contractMode);
    const journalId = await postJournal(tx, {
      businessKey: `payment-request:${dropId}:${sequence}`,
      kind: 'payment-request',
      poolId: drop.poolId,
      postings: requestPostings(sale, amountRp),
    });
    await this.requests.insert(tx, { ...drop, id, dropId, sequence, amountRp, journalId });
    await writeAudit(tx, {
      actorId: null,
      action: 'payment-requested',
      subjectType: 'drop',
      subjectId: dropId,
      data: { paymentRequestId: id, sequence },
    });
    const dueId = await raiseDue(tx, {
      kind: 'payment-request',
      subjectId: id,
      payerId: sale.buyerId,
      payeeId: sale.sellerId,
      poolId: drop.poolId,
      amountRp,
      dueAt: null,
    });
    await applyCredits(tx, dueId, drop.now);
    await applyDeposit(tx, { poolId: drop.poolId, koperasiId: sale.buyerId, dueId, upToRp: amountRp });
  }
}
