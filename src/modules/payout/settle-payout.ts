import { advancePayout } from '../../core/payout/advance-payout.js';
import { coverDues } from '../../core/payout/cover-dues.js';
import { askedAgainPostings } from '../../core/payment/make-journals.js';
import { payoutPostings } from '../../core/payout/make-journals.js';
import { refusePayout } from '../../core/payout/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { postJournal, reverseJournal } from '../ledger/index.js';
import { tellParties } from '../party/index.js';
import { cancelDue, coverDue, DueStore, raiseDue } from '../payment/index.js';
import { PayoutStore, type GivenCover, type LockedPayout } from './payout.store.js';

const store = new PayoutStore();
const dues = new DueStore();

/**
 * The money has arrived: books it and covers the dues; once, whoever hears of it first. What had been covered
 * otherwise meanwhile is owed back by the payee. Across walls: the caller looks for the purpose `payout`.
 */
export const settlePayout = async (
  tx: Tx,
  payoutId: string,
  heard: { readonly paidAt: Date; readonly actorId: string | null },
): Promise<void> => {
  const payout = await store.lock(tx, payoutId);
  if (payout === undefined) throw refusePayout('PAYOUT_NOT_FOUND');
  if (!advancePayout(payout.state, 'paid')) return;
  const { covers, overRp } = coverDues(await store.lockItems(tx, payoutId));
  const journalId = await postJournal(tx, {
    businessKey: `payout:${payoutId}`,
    kind: 'payout',
    effectiveAt: heard.paidAt,
    postings: payoutPostings(payout, covers, overRp),
  });
  const paid = {
    kind: 'payout',
    sourceId: payoutId,
    journalId,
    paidAt: heard.paidAt,
    firmAt: heard.paidAt,
  } as const;
  for (const { dueId, amountRp } of covers) await coverDue(tx, { dueId, amountRp, ...paid });
  if (overRp > 0)
    await raiseDue(tx, {
      ...{ kind: 'money-back', subjectId: payoutId, poolId: null, amountRp: overRp, dueAt: null },
      ...{ payerId: payout.payeeId, payeeId: payout.payerId },
    });
  await store.markPaid(tx, payoutId, journalId, overRp);
  await writeAudit(tx, {
    ...{ actorId: heard.actorId, action: 'payout-paid', subjectType: 'payout', subjectId: payoutId },
    data: { journalId, isOver: overRp > 0 },
  });
  await tellParties(tx, {
    // Who said that it failed hears that it did not.
    ...{ partyIds: payout.state === 'failed' ? [payout.payeeId, payout.payerId] : [payout.payeeId] },
    ...{ kind: 'payout-paid', subjectType: 'payout', subjectId: payoutId },
    data: { amount: payout.amountRp },
  });
};

/** It was sent and did not arrive, or the bank would not take it: its dues are open as before. */
export const failPayout = async (
  tx: Tx,
  payoutId: string,
  heard: { readonly reason: string; readonly actorId: string | null },
): Promise<void> => {
  const payout = await store.lock(tx, payoutId);
  if (payout === undefined) throw refusePayout('PAYOUT_NOT_FOUND');
  if (!advancePayout(payout.state, 'failed')) return;
  await store.markEnded(tx, payoutId, 'failed', heard.reason);
  await writeAudit(tx, {
    ...{ actorId: heard.actorId, action: 'payout-failed', subjectType: 'payout', subjectId: payoutId },
  });
  await tellParties(tx, {
    ...{ partyIds: [payout.payerId], kind: 'payout-failed', subjectType: 'payout', subjectId: payoutId },
    data: { amount: payout.amountRp, reason: heard.reason },
  });
};

/** What a cancelled due's payee gave back for nothing, for what had covered it came back to its payer by itself. */
const askAgain = async (
  tx: Tx,
  { payerId, payeeId }: LockedPayout,
  { id, kind, poolId, amountRp }: GivenCover,
  effectiveAt: Date,
): Promise<void> => {
  const postings = askedAgainPostings({ payerId, payeeId }, { kind, wasKeptApart: false }, amountRp);
  if (postings.length > 0)
    await postJournal(tx, {
      ...{ businessKey: `payout-return-asked-again:${id}`, kind: 'payout-return-asked-again' },
      ...{ poolId, effectiveAt, postings },
    });
  const dueId = await raiseDue(tx, {
    ...{ kind: 'money-back', subjectId: id, payerId, payeeId, poolId: null, amountRp, dueAt: null },
  });
  await tellParties(tx, {
    ...{ partyIds: [payerId], kind: 'money-asked-again', subjectType: 'due', subjectId: dueId },
    data: { amount: amountRp },
  });
};

/**
 * The bank gave back what it had paid: booked back, and the dues are open again. Whoever cancelled one of them meanwhile
 * gave back what had covered it: that is asked for again of who has the money now.
 */
export const returnPayout = async (
  tx: Tx,
  payoutId: string,
  heard: { readonly reason: string; readonly returnedAt: Date; readonly actorId: string | null },
): Promise<void> => {
  const payout = await store.lock(tx, payoutId);
  if (payout === undefined) throw refusePayout('PAYOUT_NOT_FOUND');
  if (!advancePayout(payout.state, 'returned')) return;
  const overRp = payout.overRp ?? 0;
  const covers = await store.lockCovers(tx, payoutId);
  const journalId = await reverseJournal(tx, {
    businessKey: `payout-return:${payoutId}`,
    kind: 'payout-return',
    journalId: payout.journalId ?? '',
    reason: heard.reason,
    effectiveAt: heard.returnedAt,
  });
  const at = { paidAt: heard.returnedAt, firmAt: heard.returnedAt };
  for (const cover of covers)
    if (cover.state === 'cancelled') await askAgain(tx, payout, cover, heard.returnedAt);
    else
      await coverDue(tx, {
        ...{ dueId: cover.dueId, kind: 'reversal', amountRp: 0 - cover.amountRp, sourceId: payoutId },
        ...{ journalId, ...at },
      });
  const owedBack = overRp > 0 ? await dues.lockOf(tx, 'money-back', payoutId) : undefined;
  const givenBackRp = owedBack === undefined ? 0 : ((await cancelDue(tx, owedBack.id)) ?? owedBack.amountRp);
  // What was over its payee had given back already: now it is owed that again.
  if (owedBack !== undefined && givenBackRp > 0)
    await raiseDue(tx, {
      ...{ kind: 'money-back', subjectId: owedBack.id, poolId: null, amountRp: givenBackRp, dueAt: null },
      ...{ payerId: payout.payerId, payeeId: payout.payeeId },
    });
  await store.markReturned(tx, payoutId, journalId, heard.reason);
  await writeAudit(tx, {
    ...{ actorId: heard.actorId, action: 'payout-returned', subjectType: 'payout', subjectId: payoutId },
    data: { journalId },
  });
  await tellParties(tx, {
    ...{
      partyIds: [payout.payerId, payout.payeeId],
      kind: 'payout-returned',
      subjectType: 'payout',
      subjectId: payoutId,
    },
    data: { amount: payout.amountRp, reason: heard.reason },
  });
};
