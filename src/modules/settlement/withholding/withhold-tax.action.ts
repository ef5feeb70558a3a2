import { Injectable } from '@nestjs/common';
import type { LegalFactKind } from '../../../core/party/legal-facts.js';
import {
  withhold,
  withholdingCodes,
  withholdingPostings,
  type WithholdingCode,
} from '../../../core/settlement/withhold.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import type { Tx } from '../../../platform/db/sql.js';
import { newId } from '../../../platform/new-id.js';
import { postJournal } from '../../ledger/index.js';
import { LegalFactReader } from '../../party/index.js';
import { WithholdingStore, type BillToWithhold } from './withholding.store.js';

/**
 * Withholds of a supplier's bill what the law makes its organiser withhold, in the transaction that says what of the bill is
 * due; once that changes, the difference is booked.
 */
@Injectable()
export class WithholdTax {
  constructor(
    private readonly store: WithholdingStore,
    private readonly legalFacts: LegalFactReader,
  ) {}

  /** @returns what is withheld in all, in rupiah. */
  async run(tx: Tx, bill: BillToWithhold, payableRp: number): Promise<number> {
    const day = await this.store.billedOn(tx, bill.id);
    const codes: WithholdingCode[] = [];
    for (const code of withholdingCodes) {
      const kind: LegalFactKind = `withholds-${code}`;
      if (await this.legalFacts.holds(tx, bill.organiserId, kind, day)) codes.push(code);
    }
    const kept = await this.store.withheldOf(tx, bill.id);
    if (codes.length === 0 && kept.length === 0) return 0;
    const taxRp = await this.store.taxIn(tx, bill.id, payableRp);
    const due = withhold({ amountRp: payableRp, taxRp }, codes, await this.store.ratesOf(tx), day);
    let totalRp = 0;
    for (const code of withholdingCodes) {
      const now = due.find((one) => one.code === code);
      const before = kept.find((one) => one.code === code);
      totalRp += now?.amountRp ?? 0;
      const amountRp = (now?.amountRp ?? 0) - (before?.amountRp ?? 0);
      const rateFrom = now?.rateFrom ?? before?.rateFrom;
      if (amountRp === 0 || rateFrom === undefined) continue;
      const sequence = (before?.rows ?? 0) + 1;
      await this.book(tx, bill, { code, amountRp, rateFrom, sequence, baseRp: now?.baseRp ?? 0 });
    }
    return totalRp;
  }

  private async book(
    tx: Tx,
    bill: BillToWithhold,
    tax: Omit<Parameters<WithholdingStore['insert']>[1], 'id' | 'bill' | 'journalId'>,
  ): Promise<void> {
    const { code, sequence, amountRp } = tax;
    const journalId = await postJournal(tx, {
      businessKey: `withholding:${bill.id}:${code}:${sequence}`,
      kind: 'withholding',
      poolId: bill.poolId,
      postings: withholdingPostings(bill.organiserId, bill.supplierId, amountRp),
    });
    const id = newId();
    await this.store.insert(tx, { ...tax, id, bill, journalId });
    await writeAudit(tx, {
      actorId: null,
      action: 'tax-withheld',
      subjectType: 'whole-bill',
      subjectId: bill.id,
      data: { code, sequence },
    });
  }
}
