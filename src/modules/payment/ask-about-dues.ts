import type { DueKind } from '../../core/payment/dues.js';
import type { Tx } from '../../platform/db/sql.js';
import { AskStore } from './ask.store.js';

const asks = new AskStore();

/**
 * Has the gateway asked at once how the payments stand that are under way for a pool's dues of a kind: when it
 * matters by when something was paid, one does not wait for its word.
 * @returns how many are asked about.
 */
export const askAboutDues = async (tx: Tx, poolId: string, kind: DueKind): Promise<number> => {
  const payments = await tx.rows<{ id: string }>(
    `SELECT DISTINCT payment.id FROM due JOIN payment_item ON due_id = due.id JOIN payment ON payment.id = payment_id
     WHERE due.pool_id = $1 AND due.kind = $2 AND payment.state IN ('created', 'unknown', 'pending') ORDER BY payment.id`,
    [poolId, kind],
  );
  const ids = payments.map(({ id }) => id);
  await asks.askNowOfEach(tx, ids, 'status');
  return payments.length;
};
