import type { Method, SnapPage, Transaction } from '../book.js';
import { begin, QRIS_MAX_RP } from '../core-api/charge.js';
import { findTransaction } from '../core-api/find-transaction.js';
import type { World } from '../world.js';

export const findPage = (world: World, token: string): SnapPage | undefined =>
  world.book.pages.find((page) => page.token === token);

export const methodsOf = (page: SnapPage, all: readonly Method[]): readonly Method[] =>
  all.filter((method) => method !== 'qris' || page.amountRp <= QRIS_MAX_RP);

/** The payer picks; the first pick stands. @throws when the page has expired. */
export const pickMethod = (world: World, page: SnapPage, method: Method): Transaction => {
  const standing = findTransaction(world, page.merchant, page.orderId);
  if (standing !== undefined) return standing;
  if (page.expiresAt <= world.now()) throw new Error(`the page of order ${page.orderId} has expired`);
  const { orderId, amountRp, payerName, items, merchant, expiresAt, notifyUrls } = page;
  return begin(world, { orderId, amountRp, payerName, items, merchant, expiresAt, notifyUrls, method });
};
