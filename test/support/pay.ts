import { payDue } from './play-payment.js';
import { until, type River } from './river.js';

interface Held {
  readonly id: string;
  readonly awaitedRequests: number | null;
}

/**
 * Pays whatever is to be paid before the pool's drops leave, by bank transfer and for good, and waits until every
 * drop is released, as the goods' senders do.
 */
export const payOpenDues = async ({ database }: River, poolId: string): Promise<void> => {
  await until('every drop is asked for', async () => {
    const held = await database.db.rows<Held>(
      `SELECT id, awaited_requests FROM delivery_drop WHERE pool_id = $1 AND state = 'planned' AND released_at IS NULL`,
      [poolId],
    );
    if (held.length === 0) return true;
    if (held.some(({ awaitedRequests }) => awaitedRequests === null)) return undefined;
    const dues = await database.db.rows<{ id: string; openRp: number }>(
      `SELECT id, amount_rp - covered_rp AS open_rp FROM due
       WHERE pool_id = $1 AND kind = 'payment-request' AND state = 'open' ORDER BY id`,
      [poolId],
    );
    for (const { id, openRp } of dues) await database.workerDb.transaction((tx) => payDue(tx, id, openRp));
    return undefined;
  });
};
