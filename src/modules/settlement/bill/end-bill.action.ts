import { Injectable } from '@nestjs/common';
import { endBill } from '../../../core/settlement/end-bill.js';
import { refuseSettlement } from '../../../core/settlement/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import { lookAcross } from '../../../platform/db/look-across.js';
import { BillStore } from './bill.store.js';
import { MatchBills } from './match-bills.action.js';

/** A seller takes back what is held of its bill, by a credit note of its own, or all of it: then its packs may be billed anew. */
@Injectable()
export class EndBill {
  constructor(
    private readonly db: Db,
    private readonly store: BillStore,
    private readonly matchBills: MatchBills,
  ) {}

  run(personId: string, billId: string, to: 'credited' | 'withdrawn', reason: string): Promise<void> {
    return this.db.transaction((tx) =>
      lookAcross(tx, 'match-bill', async () => {
        const lines = await this.store.orderLinesOf(tx, billId);
        const locked = await this.store.lockAround(tx, lines);
        const bill = locked.find(({ id }) => id === billId);
        if (bill === undefined) throw refuseSettlement('BILL_HAS_ENDED', { state: 'withdrawn' });
        endBill(to, { state: bill.state, heldRp: bill.amountRp - bill.matchedRp });
        await this.store.markEnded(tx, billId, to, reason);
        await writeAudit(tx, {
          actorId: personId,
          action: to === 'credited' ? 'bill-credited' : 'bill-withdrawn',
          subjectType: 'seller-bill',
          subjectId: billId,
        });
        const others = locked.filter(({ id }) => id !== billId);
        if (to === 'withdrawn') await this.matchBills.run(tx, lines, others);
      }),
    );
  }
}
