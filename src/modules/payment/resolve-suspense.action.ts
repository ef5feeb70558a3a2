import { Inject, Injectable } from '@nestjs/common';
import { appliedPostings, askedAgainPostings, owedBackPostings } from '../../core/payment/make-journals.js';
import { isAsked, outcomes } from '../../core/payment/judge-outcome.js';
import { refusePayment } from '../../core/payment/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Principal } from '../../platform/auth/principal.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Db } from '../../platform/db/db.js';
import { requireVersion } from '../../platform/http/if-match.js';
import { lookAcross } from '../../platform/db/look-across.js';
import type { Tx } from '../../platform/db/sql.js';
import { postJournal } from '../ledger/index.js';
import { proposeDecision, tellParties } from '../party/index.js';
import { coverDue } from './cover-due.js';
import { DueStore } from './due.store.js';
import { raiseDue } from './raise-due.js';
import { requireActing } from './require-acting.js';

interface LockedItem {
  readonly id: string;
  readonly payeeId: string;
  readonly payerId: string | null;
  readonly amountRp: number;
  readonly state: string;
  readonly reason: string;
  readonly decisionId: string | null;
  /** What it came from: of a reversed one the due that had been cancelled. */
  readonly sourceId: string;
  readonly version: number;
  readonly firmAt: Date;
  readonly now: Date;
}

type KnownItem = LockedItem & { readonly payerId: string };

/**
 * What becomes of money that came for nothing: it covers what its payer owes, pays its next bills, or goes back once two
 * people agree. What a bank took back after it had been given back is asked for again.
 */
@Injectable()
export class ResolveSuspense {
  private readonly dues = new DueStore();

  constructor(
    private readonly db: Db,
    @Inject(CONFIG) private readonly config: Pick<Config, 'DECISION_HOURS'>,
  ) {}

  /** @param version as the caller saw it. */
  apply(principal: Principal, itemId: string, dueId: string, version: number): Promise<void> {
    return this.db.transaction(async (tx) => {
      const item = await this.keptApart(tx, principal, itemId, version);
      const due = await this.dues.lock(tx, dueId);
      if (due?.payeeId !== item.payeeId || due.payerId !== item.payerId) throw refusePayment('DUE_NOT_FOUND');
      await lookAcross(tx, 'book-payments', async () => {
        const journalId = await postJournal(tx, {
          ...{ businessKey: `suspense:${itemId}:applied`, kind: 'suspense-applied' },
          postings: appliedPostings(item, due.kind, item.amountRp),
        });
        await coverDue(tx, {
          ...{ dueId, kind: 'gateway', amountRp: item.amountRp, sourceId: itemId, journalId },
          ...{ paidAt: item.now, firmAt: item.now },
        });
        await this.resolve(tx, itemId, 'applied', { dueId, journalId, personId: principal.personId });
      });
    });
  }

  /** Proposes to give it back: a second person approves, then it is owed and paid out like anything else. */
  propose(principal: Principal, itemId: string, reason: string, version: number): Promise<void> {
    return this.db.transaction(async (tx) => {
      const item = await this.keptApart(tx, principal, itemId, version);
      const decisionId = await proposeDecision(tx, principal.personId, {
        ...{ kind: 'payout', partyId: item.payeeId, subjectId: itemId, hours: this.config.DECISION_HOURS },
        terms: { reason, amountRp: item.amountRp },
      });
      await tx.change('UPDATE suspense_item SET decision_id = $2, version = version + 1 WHERE id = $1', [
        itemId,
        decisionId,
      ]);
    });
  }

  /** Its payer's next bills are paid from it; no money leaves. */
  credit(principal: Principal, itemId: string, version: number): Promise<void> {
    return this.db.transaction(async (tx) => {
      const item = await this.keptApart(tx, principal, itemId, version);
      const { personId } = principal;
      await lookAcross(tx, 'book-payments', () => this.oweBack(tx, item, 'credit', 'credited', personId));
    });
  }

  /** Who got back what a bank took back afterwards owes it. */
  askAgain(principal: Principal, itemId: string, version: number): Promise<void> {
    return this.db.transaction(async (tx) => {
      const item = await this.decidable(tx, principal, itemId, version);
      if (item.reason !== 'reversed') throw refusePayment('SUSPENSE_NOT_TAKEN_BACK');
      const { payeeId, payerId, amountRp, sourceId } = item;
      await lookAcross(tx, 'book-payments', async () => {
        const was = await this.dues.lock(tx, sourceId);
        if (was === undefined) throw new Error(`suspense item ${itemId} has lost its due`);
        const dueId = await raiseDue(tx, {
          ...{ kind: 'money-back', subjectId: itemId, payerId, payeeId, poolId: null, amountRp, dueAt: null },
        });
        // What was used as a credit, or went back, was owed for money that had itself been kept apart.
        const kept = await tx.first('SELECT FROM suspense_item WHERE id = $1', [was.subjectId]);
        const postings = askedAgainPostings(
          item,
          { kind: was.kind, wasKeptApart: kept !== undefined },
          amountRp,
        );
        const journal = { businessKey: `suspense:${itemId}:asked-again`, kind: 'suspense-asked-again' };
        const journalId = postings.length === 0 ? null : await postJournal(tx, { ...journal, postings });
        await this.resolve(tx, itemId, 'asked-again', { dueId, journalId, personId: principal.personId });
        await tellParties(tx, {
          ...{ partyIds: [payerId], kind: 'money-asked-again', subjectType: 'due', subjectId: dueId },
          data: { amount: amountRp },
        });
      });
    });
  }

  /** Two people agreed, in the consumer's transaction; a subject that is no such money is another stage's. */
  async giveBack(tx: Tx, itemId: string, decisionId: string): Promise<void> {
    const item = await this.lock(tx, itemId);
    if (item?.state !== 'open' || item.payerId === null || item.decisionId !== decisionId) return;
    await this.oweBack(tx, { ...item, payerId: item.payerId }, 'money-back', 'giving-back', null);
  }

  /** From now on it is owed to who paid it, to be paid out or set off. */
  private async oweBack(
    tx: Tx,
    { id, payeeId, payerId, amountRp }: KnownItem,
    kind: 'money-back' | 'credit',
    state: 'giving-back' | 'credited',
    personId: string | null,
  ): Promise<void> {
    const dueId = await raiseDue(tx, {
      ...{ kind, subjectId: id, payerId: payeeId, payeeId: payerId, poolId: null, amountRp, dueAt: null },
    });
    const journalId = await postJournal(tx, {
      ...{ businessKey: `suspense:${id}:owed-back`, kind: 'suspense-owed-back' },
      postings: owedBackPostings({ payeeId, payerId }, amountRp),
    });
    await this.resolve(tx, id, state, { dueId, journalId, personId });
  }

  /** Money that is there, to be decided about. */
  private async keptApart(tx: Tx, principal: Principal, itemId: string, version: number): Promise<KnownItem> {
    const item = await this.decidable(tx, principal, itemId, version);
    if (item.reason === 'reversed') throw refusePayment('SUSPENSE_TAKEN_BACK');
    if (isAsked(item.reason)) throw refusePayment('OUTCOME_WANTED', { possible: outcomes.join(', ') }, 'as');
    return item;
  }

  private async decidable(tx: Tx, principal: Principal, itemId: string, version: number): Promise<KnownItem> {
    const item = await this.lock(tx, itemId);
    if (item === undefined) throw refusePayment('SUSPENSE_NOT_FOUND');
    requireActing(principal, item.payeeId, 'DUE_NOT_YOURS', ['treasurer', 'chair']);
    requireVersion(item.version, version);
    if (item.state !== 'open') throw refusePayment('SUSPENSE_RESOLVED');
    if (item.payerId === null) throw refusePayment('SUSPENSE_OF_NOBODY');
    if (item.now.getTime() < item.firmAt.getTime()) throw refusePayment('MONEY_NOT_FIRM_YET');
    return { ...item, payerId: item.payerId };
  }

  private lock(tx: Tx, itemId: string): Promise<LockedItem | undefined> {
    return tx.first(
      `SELECT id, payee_id, payer_id, amount_rp, state, reason, decision_id, source_id, version, firm_at, clock_timestamp() AS now
       FROM suspense_item WHERE id = $1 FOR UPDATE`,
      [itemId],
    );
  }

  private async resolve(
    tx: Tx,
    itemId: string,
    state: 'applied' | 'giving-back' | 'credited' | 'asked-again',
    by: { readonly dueId: string; readonly journalId: string | null; readonly personId: string | null },
  ): Promise<void> {
    await tx.change(
      `UPDATE suspense_item SET state = $2, due_id = $3, journal_id = $4, resolved_by = $5,
         resolved_at = clock_timestamp(), version = version + 1 WHERE id = $1`,
      [itemId, state, by.dueId, by.journalId, by.personId],
    );
    await writeAudit(tx, {
      ...{
        actorId: by.personId,
        action: `suspense-${state}`,
        subjectType: 'suspense-item',
        subjectId: itemId,
      },
      data: { due: by.dueId },
    });
  }
}
