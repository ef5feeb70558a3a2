import { Injectable } from '@nestjs/common';
import { groupBy } from '../../../core/kernel/group-by.js';
import { judgeBill, matchBill, neverOrdered, totalOf } from '../../../core/settlement/match-bill.js';
import { refuseSettlement } from '../../../core/settlement/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import type { Tx } from '../../../platform/db/sql.js';
import { tellParties } from '../../party/index.js';
import { changeDue, DueStore, raiseDue } from '../../payment/index.js';
import { WithholdTax } from '../withholding/withhold-tax.action.js';
import { BillStore, type LockedBill } from './bill.store.js';
import { PayableStore } from './payable.store.js';

/**
 * Lays bills beside orders and receipts, again whenever one of the three has changed, and says of what is due in a pool that
 * resells how much may be paid. In a pool where suppliers sell to koperasi the invoice from the receipt is what is due; a
 * bill that differs is shown.
 */
@Injectable()
export class MatchBills {
  private readonly dues = new DueStore();

  constructor(
    private readonly store: BillStore,
    private readonly payables: PayableStore,
    private readonly withholdTax: WithholdTax,
  ) {}

  /** Matches all bills that stand on these lines of orders. The caller holds their locks (`BillStore`). */
  async run(tx: Tx, orderLineIds: readonly string[], bills: readonly LockedBill[]): Promise<void> {
    const standing = groupBy(await this.store.standingLines(tx, orderLineIds), (line) => line.orderLineId);
    for (const ordered of await this.store.orderedLines(tx, orderLineIds)) {
      const lines = standing.get(ordered.orderLineId) ?? [];
      for (const [at, matched] of matchBill(ordered, lines).entries()) {
        const line = lines[at];
        if (line !== undefined) await this.store.keepMatch(tx, line.billId, line.lineNo, matched);
      }
    }
    for (const bill of bills) await this.judge(tx, bill);
    await this.settlePayables(tx, orderLineIds);
  }

  /** Matches what waited for a drop that was received; the caller holds its lock and those of its lots. */
  async runForDrop(tx: Tx, dropId: string): Promise<void> {
    const lines = await this.store.linesOfDrop(tx, dropId);
    const bills = lines.length === 0 ? [] : await this.store.lockBills(tx, lines);
    if (bills.length > 0) await this.run(tx, lines, bills);
  }

  /** What no order names is held, whatever is received. */
  async holdUnordered(
    tx: Tx,
    billId: string,
    lines: readonly {
      readonly orderLineId: string | null;
      readonly packs: number;
      readonly amountRp: number;
    }[],
  ): Promise<void> {
    for (const [at, { orderLineId, packs, amountRp }] of lines.entries())
      if (orderLineId === null)
        await this.store.keepMatch(tx, billId, at + 1, neverOrdered({ packs, amountRp, taxRp: 0 }));
  }

  private async judge(tx: Tx, bill: LockedBill): Promise<void> {
    const lines = await this.store.matchesOf(tx, bill.id);
    const { matchedRp, heldRp } = totalOf(lines);
    const state = judgeBill(bill.state, lines);
    if (state === bill.state && matchedRp === bill.matchedRp) return;
    await this.store.markMatched(tx, bill.id, state, matchedRp);
    await writeAudit(tx, {
      actorId: null,
      action: 'bill-matched',
      subjectType: 'seller-bill',
      subjectId: bill.id,
      data: { state },
    });
    const about = {
      partyIds: [bill.sellerId, bill.buyerId],
      subjectType: 'seller-bill',
      subjectId: bill.id,
    };
    const data = { number: bill.number, matched: matchedRp };
    if (state === 'agreed') await tellParties(tx, { ...about, kind: 'bill-agrees', data });
    if (state === 'differs')
      await tellParties(tx, { ...about, kind: 'bill-differs', data: { ...data, held: heldRp } });
  }

  /** @throws Refusal when more is paid, or on its way, than would be payable. */
  private async settlePayables(tx: Tx, orderLineIds: readonly string[]): Promise<void> {
    for (const payable of await this.payables.payablesOf(tx, orderLineIds)) {
      const { id, organiserId, supplierId, poolId, dueAt, payableRp: grossRp } = payable;
      const due = await this.dues.lockOf(tx, 'supplier-bill', id);
      const paidRp = due === undefined ? 0 : due.coveredRp + (await this.dues.onItsWayRp(tx, due.id));
      const payableRp = grossRp - (await this.withholdTax.run(tx, payable, grossRp));
      if (payableRp < paidRp || (due !== undefined && payableRp === 0))
        throw refuseSettlement('BILL_AFTER_PAYMENT', { paidRp, payableRp });
      if (due !== undefined) await changeDue(tx, due.id, payableRp);
      else if (payableRp > 0)
        await raiseDue(tx, {
          ...{ kind: 'supplier-bill', subjectId: id, payerId: organiserId, payeeId: supplierId },
          ...{ poolId, amountRp: payableRp, dueAt },
        });
    }
  }
}
