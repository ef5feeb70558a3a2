import { openRp } from '../../core/payment/dues.js';
import { setOffPostings } from '../../core/settlement/make-journals.js';
import type { Tx } from '../../platform/db/sql.js';
import { postJournal } from '../ledger/index.js';
import { coverDue, DueStore } from '../payment/index.js';

const dues = new DueStore();

/** Open credits of who is to be paid to who is to pay, the oldest first. */
const creditsAgainst = (tx: Tx, dueId: string): Promise<{ readonly id: string }[]> =>
  tx.rows(
    `SELECT credit.id FROM due AS credit JOIN due ON due.payer_id = credit.payee_id AND due.payee_id = credit.payer_id
     WHERE due.id = $1 AND credit.kind = 'credit' AND credit.state = 'open'
     ORDER BY credit.id`,
    [dueId],
  );

/**
 * Pays a new due with what its payee owes its payer already: credits of earlier drops and closings. Each pair is set
 * off once.
 *
 *   a request of Rp100, a credit of Rp30 from an earlier drop | Rp70 open, the credit settled
 */
export const applyCredits = async (tx: Tx, dueId: string, now: Date): Promise<void> => {
  for (const { id: creditId } of await creditsAgainst(tx, dueId)) {
    const credit = await dues.lock(tx, creditId);
    const due = await dues.lock(tx, dueId);
    if (credit === undefined || due === undefined) return;
    const amountRp = Math.min(openRp(credit), openRp(due));
    // What goes back another way is not used twice; asked under its lock.
    if (amountRp === 0 || (await dues.onItsWayRp(tx, creditId)) > 0) continue;
    const journalId = await postJournal(tx, {
      businessKey: `set-off:${creditId}:${dueId}`,
      kind: 'set-off',
      poolId: due.poolId,
      postings: setOffPostings({ sellerId: due.payeeId, buyerId: due.payerId }, amountRp),
    });
    const cover = { kind: 'credit' as const, amountRp, journalId, paidAt: now, firmAt: now };
    await coverDue(tx, { ...cover, dueId, sourceId: creditId });
    await coverDue(tx, { ...cover, dueId: creditId, sourceId: dueId });
  }
};
