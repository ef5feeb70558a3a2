import { Injectable } from '@nestjs/common';
import { closeLot } from '../../core/settlement/close-lot.js';
import { closingPostings, feePostings } from '../../core/settlement/make-journals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';
import { postJournal } from '../ledger/index.js';
import { raiseDue } from '../payment/index.js';
import { PayableStore } from './bill/payable.store.js';
import { ClosingStore } from './closing.store.js';
import { takeDocumentNumber } from './take-number.js';
import { WithholdTax } from './withholding/withhold-tax.action.js';
import { PriceReader } from './price.reader.js';

/**
 * Closes a lot whose every drop is invoiced: what it really cost is laid beside what was invoiced, and what is
 * too much is paid back. The caller holds the lot's lock.
 */
@Injectable()
export class CloseLot {
  constructor(
    private readonly store: ClosingStore,
    private readonly prices: PriceReader,
    private readonly payables: PayableStore,
    private readonly withholdTax: WithholdTax,
  ) {}

  async run(tx: Tx, lotId: string): Promise<void> {
    if (await this.store.isClosed(tx, lotId)) return;
    const { organiserId, poolId, contractMode, ...lot } = await this.prices.lotToClose(tx, lotId);
    const closing = closeLot(lot);
    const fees = {
      businessKey: `closing-fee:${lotId}`,
      kind: 'closing-fee',
      poolId,
      postings: feePostings(organiserId, closing.feesRp, contractMode),
    };
    await this.store.insert(tx, lotId, closing, closing.feesRp === 0 ? null : await postJournal(tx, fees));
    for (const { koperasiId, amountRp } of await this.store.creditsOf(tx, lotId)) {
      const journalId = await postJournal(tx, {
        businessKey: `closing-credit:${lotId}:${koperasiId}`,
        kind: 'closing-credit',
        poolId,
        postings: closingPostings({ organiserId, koperasiId }, amountRp, contractMode),
      });
      const id = newId();
      await this.store.insertCredit(tx, { id, lotId, organiserId, koperasiId, amountRp, journalId });
      await takeDocumentNumber(tx, { id, kind: 'closing-credit', issuerId: organiserId, poolId });
      await raiseDue(tx, {
        kind: 'credit',
        subjectId: id,
        payerId: organiserId,
        payeeId: koperasiId,
        poolId,
        amountRp,
        dueAt: null,
      });
    }
    if (contractMode === 'secondary') await this.billWhole(tx, lotId, organiserId, poolId);
    await writeAudit(tx, {
      actorId: null,
      action: 'lot-closed',
      subjectType: 'lot',
      subjectId: lotId,
      data: { isCredited: closing.creditedRp > 0, isCovered: closing.uncoveredRp === 0 },
    });
  }

  /**
   * The organiser owes each supplier one bill for all that was accepted of the lot; of one who bills by itself what its own
   * bills match is due; tax that is withheld is not.
   */
  private async billWhole(tx: Tx, lotId: string, organiserId: string, poolId: string): Promise<void> {
    for (const { id, supplierId, dueAt } of await this.store.insertWholeBills(tx, lotId, organiserId)) {
      const payableRp = await this.payables.payableRp(tx, lotId, supplierId);
      if (payableRp === 0) continue;
      const bill = { id, poolId, organiserId, supplierId };
      const amountRp = payableRp - (await this.withholdTax.run(tx, bill, payableRp));
      await raiseDue(tx, {
        ...{ kind: 'supplier-bill', subjectId: id, payerId: organiserId, payeeId: supplierId },
        ...{ poolId, amountRp, dueAt },
      });
    }
  }
}
