import type { Transaction } from '../book.js';
import type { World } from '../world.js';
import { isFields } from './fields.js';
import { findTransaction } from './find-transaction.js';
import { notify } from './notify.js';
import { refuse, said, type Said } from './refuse.js';
import { tellStatus } from './tell-transaction.js';

/** The answer names this refund beside the transaction's fields. */
const told = (tx: Transaction, key: string): Said => {
  const refund = tx.refunds.find((one) => one.key === key);
  const { refunds: _all, signature_key: _sign, ...rest } = tellStatus(tx);
  return said({
    ...rest,
    status_code: '200',
    status_message: 'Success, refund request is approved',
    refund_chargeback_id: refund?.number,
    refund_amount: `${refund?.amountRp ?? 0}.00`,
    refund_key: key,
  });
};

/**
 * `POST /v2/{id}/refund`: of QRIS only, of what was paid and is left. The same key again is the same refund, with
 * another amount a duplicate. It is notified twice, the second time confirmed by the bank.
 */
export const refund = (world: World, merchant: string, id: string, body: unknown): Said => {
  const tx = findTransaction(world, merchant, id);
  if (tx === undefined) return refuse('404');
  const { refund_key: given, amount: asked, reason } = isFields(body) ? body : {};
  const amountRp = asked === undefined ? tx.amountRp : Number(asked);
  const key = typeof given === 'string' && given !== '' ? given : `${tx.orderId}-ref${tx.refunds.length + 1}`;
  if (!Number.isSafeInteger(amountRp) || amountRp < 1)
    return refuse('400', ['amount must be whole, above 0']);
  const same = tx.refunds.find((one) => one.key === key);
  if (same !== undefined) return same.amountRp === amountRp ? told(tx, key) : refuse('406');
  if (tx.method !== 'qris') return refuse('412');
  if (tx.status !== 'settlement' && tx.status !== 'partial_refund') return refuse('412');
  const goneRp = tx.refunds.reduce((sum, one) => sum + one.amountRp, 0);
  if (goneRp + amountRp > tx.amountRp) return refuse('414');
  tx.refunds.push({
    number: tx.refunds.length + 1,
    key,
    amountRp,
    reason: typeof reason === 'string' ? reason : '',
    createdAt: world.now(),
    confirmedAt: null,
  });
  tx.status = goneRp + amountRp === tx.amountRp ? 'refund' : 'partial_refund';
  notify(world, tx);
  const answer = told(tx, key);
  const last = tx.refunds.at(-1);
  if (last !== undefined) last.confirmedAt = world.now();
  notify(world, tx);
  return answer;
};
