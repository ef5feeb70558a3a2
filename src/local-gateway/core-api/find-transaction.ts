import type { Transaction } from '../book.js';
import type { World } from '../world.js';

/** By order id or transaction id, among the merchant's own. */
export const findTransaction = (world: World, merchant: string, id: string): Transaction | undefined =>
  world.book.transactions.find(
    (tx) => tx.merchant === merchant && (tx.orderId === id || tx.transactionId === id),
  );

/** By order id among all; the first, where two merchants use the same. @throws when there is none. */
export const findOrder = (world: World, orderId: string): Transaction => {
  const tx = world.book.transactions.find((one) => one.orderId === orderId);
  if (tx === undefined) throw new Error(`the local gateway knows no order ${orderId}`);
  return tx;
};
