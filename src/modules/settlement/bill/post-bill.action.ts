import { Injectable } from '@nestjs/common';
import { postBill, type BillToPost } from '../../../core/settlement/post-bill.js';
import { refuseSettlement } from '../../../core/settlement/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import { lookAcross } from '../../../platform/db/look-across.js';
import { newId } from '../../../platform/new-id.js';
import { BillStore } from './bill.store.js';
import { MatchBills } from './match-bills.action.js';

/** A seller posts its own bill; it is matched at once with what was ordered and received so far. */
@Injectable()
export class PostBill {
  constructor(
    private readonly db: Db,
    private readonly store: BillStore,
    private readonly matchBills: MatchBills,
  ) {}

  /** @returns the bill's id. */
  run(
    personId: string,
    sellerId: string,
    { number, ...bill }: BillToPost & { readonly number: string },
  ): Promise<string> {
    return this.db.transaction(async (tx) => {
      const named = bill.lines.flatMap(({ orderLineId }) => (orderLineId === null ? [] : [orderLineId]));
      const known = await this.store.linesToBill(tx, named);
      const today = known[0] && (await this.store.todayOf(tx, known[0].poolId));
      const parties = postBill(sellerId, bill, known, today);
      const id = newId();
      if (!(await this.store.insert(tx, { ...bill, ...parties, id, number, personId })))
        throw refuseSettlement('BILL_NUMBER_TAKEN', { number }, 'number');
      await writeAudit(tx, {
        actorId: personId,
        action: 'bill-posted',
        subjectType: 'seller-bill',
        subjectId: id,
        data: { lines: bill.lines.length },
      });
      await lookAcross(tx, 'match-bill', async () => {
        const locked = await this.store.lockAround(tx, named);
        await this.matchBills.holdUnordered(tx, id, bill.lines);
        await this.matchBills.run(tx, named, locked);
      });
      return id;
    });
  }
}
