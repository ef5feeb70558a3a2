import { credit, debit } from '../../src/core/ledger/post-journal.js';
import { postJournal } from '../../src/modules/ledger/index.js';
import { coverDue, DueStore } from '../../src/modules/payment/index.js';
import type { Db } from '../../src/platform/db/db.js';
import type { Tx } from '../../src/platform/db/sql.js';
import { newId } from '../../src/platform/new-id.js';

const dues = new DueStore();

/** A due is paid by bank transfer, for good: journal, cover, and what the schedule of firm dues does. */
export const payDue = async (tx: Tx, dueId: string, amountRp: number): Promise<void> => {
  const due = await dues.lock(tx, dueId);
  if (due === undefined) throw new Error(`there is no due ${dueId}`);
  const sourceId = newId();
  const journalId = await postJournal(tx, {
    businessKey: `spec-transfer:${sourceId}`,
    kind: 'transfer',
    postings: [
      debit(due.payeeId, 'bank', amountRp),
      credit(due.payeeId, 'receivable', amountRp),
      debit(due.payerId, 'payable', amountRp),
      credit(due.payerId, 'bank', amountRp),
    ],
  });
  const now = new Date();
  await coverDue(tx, { dueId, kind: 'transfer', amountRp, sourceId, journalId, paidAt: now, firmAt: now });
};

export const playPayment = (db: Db, dueId: string, amountRp: number): Promise<void> =>
  db.transaction(async (tx) => {
    await payDue(tx, dueId, amountRp);
    const due = await dues.lock(tx, dueId);
    if (due?.state === 'settled') await dues.markFirm(tx, dueId);
  });

/** The last payment of a request is taken back. */
export const playReversal = async (tx: Tx, requestId: string): Promise<void> => {
  const due = await dues.lockOf(tx, 'payment-request', requestId);
  if (due === undefined) throw new Error(`request ${requestId} has no due`);
  const now = new Date();
  await coverDue(tx, {
    dueId: due.id,
    kind: 'reversal',
    amountRp: -1,
    sourceId: newId(),
    journalId: null,
    paidAt: now,
    firmAt: now,
  });
};

/** Every open due of a pool is paid for good, whoever owes it. */
export const payAllDues = async (db: Db, poolId: string): Promise<void> => {
  const open = await db.rows<{ id: string; openRp: number }>(
    `SELECT id, amount_rp - covered_rp AS open_rp FROM due WHERE pool_id = $1 AND state = 'open' ORDER BY id`,
    [poolId],
  );
  for (const { id, openRp } of open) await playPayment(db, id, openRp);
};
