import type { Client } from 'pg';
import { credit, debit } from '../../src/core/ledger/post-journal.js';
import { postJournal, reverseJournal } from '../../src/modules/ledger/index.js';
import { FormLots } from '../../src/modules/lot/form-lots.action.js';
import { releaseLotLines } from '../../src/modules/lot/index.js';
import { LotStore } from '../../src/modules/lot/lot.store.js';
import { DepositStore } from '../../src/modules/pool/deposit/deposit.store.js';
import { coverDue, DueStore, raiseDue } from '../../src/modules/payment/index.js';
import type { Db } from '../../src/platform/db/db.js';
import { newId } from '../../src/platform/new-id.js';

/** Whether a deposit comes in or goes back, the books of both say it. */
export const playPaid = (
  db: Db,
  dueId: string,
  { amountRp, paidAt = new Date() }: { amountRp?: number; paidAt?: Date } = {},
): Promise<void> =>
  db.transaction(async (tx) => {
    const due = await new DueStore().lock(tx, dueId);
    if (due === undefined) throw new Error(`there is no due ${dueId}`);
    const paidRp = amountRp ?? due.amountRp - due.coveredRp;
    const sourceId = newId();
    const journalId = await postJournal(tx, {
      businessKey: `paid:${sourceId}`,
      kind: 'transfer',
      postings:
        due.kind === 'deposit'
          ? [
              debit(due.payeeId, 'bank', paidRp),
              credit(due.payeeId, 'deposit-held', paidRp),
              debit(due.payerId, 'deposit-held', paidRp),
              credit(due.payerId, 'bank', paidRp),
            ]
          : [
              debit(due.payerId, 'payable', paidRp),
              credit(due.payerId, 'bank', paidRp),
              debit(due.payeeId, 'bank', paidRp),
              credit(due.payeeId, 'receivable', paidRp),
            ],
    });
    const kind = due.kind === 'deposit' ? 'transfer' : 'payout';
    await coverDue(tx, { dueId, kind, amountRp: paidRp, sourceId, journalId, paidAt, firmAt: paidAt });
  });

/** The bank takes back now all that was paid into a pool's deposits, each payment under the source it came by. */
export const playTakenBack = (db: Db, poolId: string): Promise<void> =>
  db.transaction(async (tx) => {
    const covers = await tx.rows<{
      dueId: string;
      sourceId: string;
      amountRp: number;
      journalId: string;
      now: Date;
    }>(
      `SELECT due_id, source_id, due_cover.amount_rp, journal_id, clock_timestamp() AS now
       FROM due_cover JOIN due ON due.id = due_id WHERE pool_id = $1 AND due.kind = 'deposit' ORDER BY due_cover.id`,
      [poolId],
    );
    for (const { journalId: paidBy, now, ...cover } of covers) {
      const journalId = await reverseJournal(tx, {
        ...{ businessKey: `taken-back:${cover.sourceId}`, kind: 'payment-reversal', journalId: paidBy },
      });
      const taken = { ...cover, amountRp: -cover.amountRp, journalId };
      await coverDue(tx, { ...taken, kind: 'reversal', paidAt: now, firmAt: now });
    }
  });

/** A planted pool asks for deposits, as if it had declared so while it was a draft. */
export const plantDepositRule = async (
  owner: Client,
  poolId: string,
  { rateBps = 1_000, forfeit = 'none', graceS = 900 } = {},
): Promise<void> => {
  await owner.query('ALTER TABLE pool DISABLE TRIGGER deposit_declared_in_draft');
  await owner.query(
    `UPDATE pool SET deposit_rate_bps = $2, deposit_forfeit = $3, deposit_grace_s = $4,
       closes_at = now() + interval '1 hour' WHERE id = $1`,
    [poolId, rateBps, forfeit, graceS],
  );
  await owner.query('ALTER TABLE pool ENABLE TRIGGER deposit_declared_in_draft');
};

/** The lots of a closed pool, as its event would have them formed. */
export const playForming = (db: Db, poolId: string): Promise<void> =>
  db.transaction((tx) => new FormLots(new LotStore()).run(tx, poolId));

/** As a lot that failed, or was tendered anew, lets its lines go. */
export const playRelease = (db: Db, lotId: string, reason: 'LOT_FAILED' | 'TENDERED_ANEW'): Promise<void> =>
  db.transaction((tx) => releaseLotLines(tx, lotId, reason));

/** A koperasi's deposit on a pool, paid, whatever state the pool is in. */
export const playHeld = async (
  db: Db,
  { poolId, organiserId }: { readonly poolId: string; readonly organiserId: string },
  koperasiId: string,
  amountRp: number,
): Promise<void> => {
  const dueId = await db.transaction(async (tx) => {
    const [depositId, id] = [newId(), newId()];
    await tx.change('INSERT INTO pool_deposit (id, pool_id, koperasi_id) VALUES ($1, $2, $3)', [
      depositId,
      poolId,
      koperasiId,
    ]);
    const due = { kind: 'deposit', subjectId: id, payerId: koperasiId, payeeId: organiserId } as const;
    const raised = await raiseDue(tx, { ...due, poolId, amountRp, dueAt: null });
    await new DepositStore().insertDue(tx, { id, depositId, dueId: raised, kind: 'deposit' });
    return raised;
  });
  await playPaid(db, dueId);
};
