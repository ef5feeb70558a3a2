import { appliedPostings, owedOnPostings } from '../../../core/pool/deposit/make-journals.js';
import { openRp } from '../../../core/payment/dues.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import type { Tx } from '../../../platform/db/sql.js';
import { newId } from '../../../platform/new-id.js';
import { postJournal } from '../../ledger/index.js';
import { coverDue, DueStore, raiseDue } from '../../payment/index.js';
import { DepositStore } from './deposit.store.js';

const store = new DepositStore();
const dues = new DueStore();

interface DepositUse {
  readonly poolId: string;
  readonly koperasiId: string;
  /** What it pays a part of: owed by the koperasi, to the organiser or to a supplier. */
  readonly dueId: string;
  readonly upToRp: number;
}

interface HeldRow {
  readonly id: string;
  readonly organiserId: string;
  readonly heldRp: number;
  readonly now: Date;
  /** When the last of what was paid in can no longer be taken back. */
  readonly firmAt: Date;
}

/**
 * Pays a part of what a koperasi owes from its deposit, in the caller's transaction: journal, cover, and, where a
 * supplier is owed, a due of the organiser's to it. A deposit is applied to a due once; again gives what it gave.
 * @returns how much, in rupiah: what is held, what is open and `upToRp`, whichever is least.
 */
export const applyDeposit = async (
  tx: Tx,
  { poolId, koperasiId, dueId, upToRp }: DepositUse,
): Promise<number> => {
  await store.lock(tx, poolId, koperasiId);
  const held = await tx.first<HeldRow>(
    `SELECT deposit.id, organiser_id, held_rp, clock_timestamp() AS now,
       greatest(clock_timestamp(), (SELECT max(firm_at) FROM pool_deposit_due AS part JOIN due_cover USING (due_id)
         WHERE part.deposit_id = deposit.id AND part.kind = 'deposit')) AS firm_at
     FROM pool_deposit_sum AS deposit JOIN pool ON pool.id = pool_id WHERE pool_id = $1 AND koperasi_id = $2`,
    [poolId, koperasiId],
  );
  if (held === undefined) return 0;
  const kept = await tx.first<{ amountRp: number }>(
    'SELECT amount_rp FROM deposit_application WHERE deposit_id = $1 AND due_id = $2',
    [held.id, dueId],
  );
  if (kept !== undefined) return kept.amountRp;
  const due = await dues.lock(tx, dueId);
  if (due?.payerId !== koperasiId) throw new Error(`due ${dueId} is not the koperasi's whose deposit it is`);
  const amountRp = Math.min(held.heldRp, upToRp, openRp(due));
  if (amountRp <= 0) return 0;
  const { organiserId, now, firmAt } = held;
  const id = newId();
  const journalId = await postJournal(tx, {
    businessKey: `deposit-applied:${id}`,
    kind: 'deposit-applied',
    poolId,
    postings: appliedPostings({ organiserId, koperasiId, amountRp }, due.payeeId),
  });
  await tx.change(
    'INSERT INTO deposit_application (id, deposit_id, due_id, amount_rp, journal_id) VALUES ($1, $2, $3, $4, $5)',
    [id, held.id, dueId, amountRp, journalId],
  );
  await coverDue(tx, { dueId, kind: 'deposit', amountRp, sourceId: id, journalId, paidAt: now, firmAt });
  if (due.payeeId !== organiserId) {
    await postJournal(tx, {
      businessKey: `deposit-owed-on:${id}`,
      kind: 'deposit-owed-on',
      poolId,
      postings: owedOnPostings(organiserId, amountRp),
    });
    const owed = { kind: 'equalisation', subjectId: id, payerId: organiserId, payeeId: due.payeeId } as const;
    await raiseDue(tx, { ...owed, poolId, amountRp, dueAt: firmAt });
  }
  await writeAudit(tx, {
    actorId: null,
    action: 'deposit-applied',
    subjectType: 'pool-deposit',
    subjectId: held.id,
    data: { due: dueId },
  });
  return amountRp;
};
