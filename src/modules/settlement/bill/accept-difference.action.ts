import { Inject, Injectable } from '@nestjs/common';
import type { ContractMode } from '../../../core/pool/contract-mode.js';
import { acceptDifference } from '../../../core/settlement/accept-difference.js';
import { Refusal } from '../../../core/kernel/refuse.js';
import { invoicePostings } from '../../../core/settlement/make-journals.js';
import { refuseSettlement } from '../../../core/settlement/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { CONFIG, type Config } from '../../../platform/config/config.js';
import { Db } from '../../../platform/db/db.js';
import { lookAcross } from '../../../platform/db/look-across.js';
import type { Tx } from '../../../platform/db/sql.js';
import { newId } from '../../../platform/new-id.js';
import { postJournal } from '../../ledger/index.js';
import { proposeDecision, tellParties } from '../../party/index.js';
import { raiseDue } from '../../payment/index.js';
import { BillStore } from './bill.store.js';
import { DifferenceStore, type LockedDifference } from './difference.store.js';

/** What two people of a buyer make of a bill that asks for more than agrees: they pay it after all, from their own margin. */
@Injectable()
export class AcceptDifference {
  constructor(
    private readonly db: Db,
    private readonly bills: BillStore,
    private readonly store: DifferenceStore,
    @Inject(CONFIG) private readonly config: Pick<Config, 'DECISION_HOURS'>,
  ) {}

  /** Proposes it: a second person approves. */
  propose(personId: string, billId: string, reason: string): Promise<void> {
    return this.db.transaction((tx) =>
      lookAcross(tx, 'match-bill', async () => {
        const bill = await this.store.lockBill(tx, billId);
        if (bill === undefined) throw refuseSettlement('BILL_NOT_FOUND');
        const amountRp = acceptDifference(bill);
        if (await this.store.isWaiting(tx, billId)) throw refuseSettlement('BILL_ACCEPTANCE_WAITS');
        const id = newId();
        const decisionId = await proposeDecision(tx, personId, {
          ...{ kind: 'payout', partyId: bill.buyerId, subjectId: id, hours: this.config.DECISION_HOURS },
          terms: { reason, amountRp },
        });
        const { buyerId, sellerId } = bill;
        await this.store.insert(tx, { id, billId, buyerId, sellerId, amountRp, reason, decisionId });
        await writeAudit(tx, {
          ...{ actorId: personId, action: 'bill-acceptance-proposed', subjectType: 'seller-bill' },
          subjectId: billId,
        });
      }),
    );
  }

  /** Two people agreed, in the consumer's transaction; what has changed since is judged again. */
  async approve(tx: Tx, differenceId: string): Promise<void> {
    const billId = await this.store.billOf(tx, differenceId);
    if (billId === undefined) return;
    await lookAcross(tx, 'match-bill', async () => {
      await this.bills.lockAround(tx, await this.bills.orderLinesOf(tx, billId));
      const bill = await this.store.lockBill(tx, billId);
      const difference = await this.store.lock(tx, differenceId);
      if (bill === undefined || difference?.state !== 'proposed') return;
      if (!this.isStillHeld(bill, difference)) return this.drop(tx, difference);
      await this.book(tx, bill, difference);
    });
  }

  private isStillHeld(bill: Parameters<typeof acceptDifference>[0], { amountRp }: LockedDifference): boolean {
    try {
      return acceptDifference(bill) === amountRp;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  private async book(
    tx: Tx,
    {
      poolId,
      number,
    }: { readonly poolId: string; readonly number: string; readonly contractMode: ContractMode },
    { id, billId, buyerId, sellerId, amountRp, reason }: LockedDifference,
  ): Promise<void> {
    const journalId = await postJournal(tx, {
      ...{ businessKey: `bill-difference:${id}`, kind: 'bill-difference', poolId, reference: number },
      postings: invoicePostings({ sellerId, buyerId, organiserId: buyerId }, amountRp, amountRp, 0),
    });
    const dueId = await raiseDue(tx, {
      ...{ kind: 'supplier-bill', subjectId: id, payerId: buyerId, payeeId: sellerId },
      ...{ poolId, amountRp, dueAt: null },
    });
    await this.store.markAccepted(tx, id, journalId, dueId);
    await this.bills.markEnded(tx, billId, 'accepted', reason);
    await writeAudit(tx, {
      ...{ actorId: null, action: 'bill-accepted', subjectType: 'seller-bill', subjectId: billId },
      data: { due: dueId },
    });
    await tellParties(tx, {
      ...{ partyIds: [sellerId, buyerId], kind: 'bill-accepted', subjectType: 'seller-bill' },
      ...{ subjectId: billId, data: { number, accepted: amountRp } },
    });
  }

  private async drop(tx: Tx, { id, billId }: LockedDifference): Promise<void> {
    await this.store.markDropped(tx, id);
    await writeAudit(tx, {
      ...{ actorId: null, action: 'bill-acceptance-dropped', subjectType: 'seller-bill', subjectId: billId },
    });
  }
}
