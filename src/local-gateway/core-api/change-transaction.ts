import type { Status, Transaction } from '../book.js';
import type { World } from '../world.js';
import { findTransaction } from './find-transaction.js';
import { notify } from './notify.js';
import { refuse, said, type Said } from './refuse.js';
import { tellStatus } from './tell-transaction.js';

const move = (world: World, tx: Transaction, to: Status): void => {
  tx.status = to;
  notify(world, tx);
};

/** `GET /v2/{id}/status`. */
export const readStatus = (world: World, merchant: string, id: string): Said => {
  const tx = findTransaction(world, merchant, id);
  return tx === undefined ? refuse('404') : said(tellStatus(tx));
};

/** `POST /v2/{id}/cancel` and `/expire`: while it waits for its payer, never after. */
export const endTransaction = (world: World, merchant: string, id: string, to: 'cancel' | 'expire'): Said => {
  const tx = findTransaction(world, merchant, id);
  if (tx === undefined) return refuse('404');
  if (tx.status !== 'pending') return refuse('412');
  move(world, tx, to);
  return said(tellStatus(tx));
};

/** What no payer paid in time expires. @returns how many. */
export const expireDue = (world: World): number => {
  const due = world.book.transactions.filter((tx) => tx.status === 'pending' && tx.expiresAt <= world.now());
  for (const tx of due) move(world, tx, 'expire');
  return due.length;
};

/** The payer pays. @throws when it no longer waits, unless it is money that comes too late. */
export const settle = (world: World, tx: Transaction, isLate = false): void => {
  if (tx.status !== 'pending' && !(isLate && tx.status === 'expire'))
    throw new Error(`order ${tx.orderId} is ${tx.status}, it can no longer be paid`);
  tx.settledAt = world.now();
  move(world, tx, 'settlement');
};

/** The bank takes the money back after settlement, which Permata and Mandiri do. @throws for others. */
export const reverse = (world: World, tx: Transaction): void => {
  if (tx.method !== 'permata' && tx.method !== 'echannel')
    throw new Error(`order ${tx.orderId}: ${tx.method} does not reverse`);
  if (tx.status !== 'settlement') throw new Error(`order ${tx.orderId} is ${tx.status}, not settlement`);
  move(world, tx, 'deny');
};
