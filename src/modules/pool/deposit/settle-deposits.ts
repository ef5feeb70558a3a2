import { paidForWithdrawn } from '../../../core/pool/deposit/paid-for-withdrawn.js';
import { planDeposit, type DepositMoment } from '../../../core/pool/deposit/reckon-deposit.js';
import { forfeitedPostings, goesBackPostings } from '../../../core/pool/deposit/make-journals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import type { Tx } from '../../../platform/db/sql.js';
import { newId } from '../../../platform/new-id.js';
import { postJournal } from '../../ledger/index.js';
import { tellParties } from '../../party/index.js';
import { cancelDue, changeDue, raiseDue } from '../../payment/index.js';
import { DepositStore, type DepositPool, type DepositRow } from './deposit.store.js';

const store = new DepositStore();
const DAY_MS = 86_400_000;

const phaseOf = ({ state }: DepositPool): DepositMoment['phase'] => {
  if (state === 'open') return 'open';
  return state === 'closed' ? 'closed' : 'over';
};

export const momentOf = (pool: DepositPool, deposit: DepositRow): DepositMoment => ({
  ...deposit,
  rateBps: pool.rateBps,
  phase: phaseOf(pool),
  forfeitsWithdrawn: pool.forfeit === 'line-withdrawn',
  paidForWithdrawnRp: paidForWithdrawn(deposit.lines ?? [], deposit.money ?? [], pool.rateBps),
});

/**
 * Brings what is due from and to a koperasi, or all of a pool, in line with its lines and what it has paid; nothing
 * where that is so already. Runs after each change that bears on it, by consumers, so that intake keeps its speed.
 * From the close of a pool until its refused lines are known it waits.
 */
export const settleDeposits = async (tx: Tx, poolId: string, koperasiId: string | null): Promise<void> => {
  const before = await store.pool(tx, poolId);
  if (before === undefined || before.rateBps === 0 || before.state === 'draft') return;
  if (before.state === 'open') await store.ensure(tx, poolId, koperasiId);
  await store.lock(tx, poolId, koperasiId);
  // Read anew: the pool may have closed while this waited for the lock.
  const pool = await store.pool(tx, poolId);
  if (pool === undefined || (pool.state === 'closed' && pool.linesReleasedAt === null)) return;
  for (const deposit of await store.rows(tx, poolId, koperasiId)) await settle(tx, pool, deposit);
};

const settle = async (tx: Tx, pool: DepositPool, deposit: DepositRow): Promise<void> => {
  const plan = planDeposit(momentOf(pool, deposit));
  if (plan.requiredRp !== deposit.requiredRp) {
    await store.saveRequired(tx, deposit.id, plan.requiredRp);
    await audit(tx, deposit.id, 'deposit-required');
  }
  if (plan.forfeitRp > 0) await forfeit(tx, pool, deposit, plan.forfeitRp);
  await ask(tx, pool, deposit, plan.dueRp - deposit.paidRp);
  if (plan.returnRp > 0) await giveBack(tx, pool, deposit, plan.returnRp);
};

const audit = (tx: Tx, depositId: string, action: string): Promise<void> =>
  writeAudit(tx, { actorId: null, action, subjectType: 'pool-deposit', subjectId: depositId });

/** What is missing is one open due, which grows and shrinks with it. */
const ask = async (tx: Tx, pool: DepositPool, deposit: DepositRow, missingRp: number): Promise<void> => {
  const { openDueId, openCoveredRp, openDueRp } = deposit;
  if (openDueId !== null) {
    const amountRp = (openCoveredRp ?? 0) + missingRp;
    if (amountRp === openDueRp) return;
    if (amountRp === 0) await cancelDue(tx, openDueId);
    else await changeDue(tx, openDueId, amountRp);
  } else if (missingRp > 0) {
    const id = newId();
    const due = {
      kind: 'deposit',
      subjectId: id,
      payerId: deposit.koperasiId,
      payeeId: pool.organiserId,
    } as const;
    const dueId = await raiseDue(tx, { ...due, poolId: pool.id, amountRp: missingRp, dueAt: pool.closesAt });
    await store.insertDue(tx, { id, depositId: deposit.id, dueId, kind: 'deposit' });
  }
  if (missingRp > 0 && pool.state === 'open')
    await tellParties(tx, {
      partyIds: [deposit.koperasiId],
      kind: 'deposit-asked',
      subjectType: 'pool',
      subjectId: pool.id,
      data: { pool: pool.title, amount: missingRp, closesAt: pool.closesAt.toISOString() },
    });
};

/** To the registered account, by two people of the organiser, until a day: the payout's stage does it. */
const giveBack = async (tx: Tx, pool: DepositPool, deposit: DepositRow, amountRp: number): Promise<void> => {
  const id = newId();
  const dueAt = new Date(pool.now.getTime() + pool.returnDays * DAY_MS);
  const due = {
    kind: 'deposit-return',
    subjectId: id,
    payerId: pool.organiserId,
    payeeId: deposit.koperasiId,
  } as const;
  const dueId = await raiseDue(tx, { ...due, poolId: pool.id, amountRp, dueAt });
  await store.insertDue(tx, { id, depositId: deposit.id, dueId, kind: 'deposit-return' });
  await postJournal(tx, {
    businessKey: `deposit-return:${id}`,
    kind: 'deposit-return',
    poolId: pool.id,
    postings: goesBackPostings({ organiserId: pool.organiserId, koperasiId: deposit.koperasiId, amountRp }),
  });
  await tellParties(tx, {
    partyIds: [deposit.koperasiId, pool.organiserId],
    kind: 'deposit-goes-back',
    subjectType: 'pool',
    subjectId: pool.id,
    data: { pool: pool.title, amount: amountRp, until: dueAt.toISOString() },
  });
};

const forfeit = async (tx: Tx, pool: DepositPool, deposit: DepositRow, amountRp: number): Promise<void> => {
  await postJournal(tx, {
    businessKey: `deposit-forfeited:${deposit.id}:${deposit.forfeitedRp}`,
    kind: 'deposit-forfeited',
    poolId: pool.id,
    postings: forfeitedPostings({ organiserId: pool.organiserId, koperasiId: deposit.koperasiId, amountRp }),
  });
  await store.saveForfeited(tx, deposit.id, amountRp);
  await audit(tx, deposit.id, 'deposit-forfeited');
  await tellParties(tx, {
    partyIds: [deposit.koperasiId],
    kind: 'deposit-forfeited',
    subjectType: 'pool',
    subjectId: pool.id,
    data: { pool: pool.title, amount: amountRp },
  });
};
