import { Injectable } from '@nestjs/common';
import { closeLot } from '../../core/settlement/close-lot.js';
import { closingPostings, feePostings } from '../../core/settlement/make-journals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';
import { postJournal } from '../ledger/index.js';
import { ClosingStore } from './closing.store.js';
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
  ) {}

  async run(tx: Tx, lotId: string): Promise<void> {
    if (await this.store.isClosed(tx, lotId)) return;
    const { organiserId, ...lot } = await this.prices.lotToClose(tx, lotId);
    const closing = closeLot(lot);
    const fees = {
      businessKey: `closing-fee:${lotId}`,
      kind: 'closing-fee',
      postings: feePostings(organiserId, closing.feesRp),
    };
    await this.store.insert(tx, lotId, closing, closing.feesRp === 0 ? null : await postJournal(tx, fees));
    for (const { koperasiId, amountRp } of await this.store.creditsOf(tx, lotId)) {
      const journalId = await postJournal(tx, {
        businessKey: `closing-credit:${lotId}:${koperasiId}`,
        kind: 'closing-credit',
        postings: closingPostings({ organiserId, koperasiId }, amountRp),
      });
      await this.store.insertCredit(tx, { id: newId(), lotId, organiserId, koperasiId, amountRp, journalId });
    }
    await writeAudit(tx, {
      actorId: null,
      action: 'lot-closed',
      subjectType: 'lot',
      subjectId: lotId,
      data: { isCredited: closing.creditedRp > 0, isCovered: closing.uncoveredRp === 0 },
    });
  }
}
