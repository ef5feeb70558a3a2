import { methods, type Method, type Transaction } from '../book.js';
import { reverse, settle } from '../core-api/change-transaction.js';
import { findTransaction } from '../core-api/find-transaction.js';
import type { Answer } from '../idempotency.js';
import { findPage, methodsOf, pickMethod } from '../snap/pick-method.js';
import type { World } from '../world.js';
import { frame, pageHeaders } from './frame.js';
import { listPage, notFoundPage } from './list-page.js';
import { pathOf, payPage, pickPage } from './pay-page.js';

const page = (body: string, status = 200): Answer => ({ status, headers: pageHeaders, body });
const goTo = (location: string): Answer => ({ status: 303, headers: { location }, body: '' });
const notFound = (): Answer => page(notFoundPage(), 404);

export const showList = (world: World): Answer => page(listPage(world.book));

export const showFound = (world: World, number: string): Answer => {
  const wanted = number.replace(/[\s-]/g, '');
  const found = world.book.transactions.findLast(
    (tx) => tx.number === wanted || tx.orderId === number.trim(),
  );
  return found === undefined ? notFound() : goTo(pathOf(found));
};

export const showPay = async (world: World, merchant: string, orderId: string): Promise<Answer> => {
  const tx = findTransaction(world, merchant, orderId);
  return tx === undefined ? notFound() : page(await payPage(tx));
};

const acts: Readonly<Record<string, (world: World, tx: Transaction) => void>> = {
  lunasi: (world, tx) => settle(world, tx),
  terlambat: (world, tx) => settle(world, tx, true),
  tarik: (world, tx) => reverse(world, tx),
};

/** A button of the pay page; pressed twice it shows how things stand. */
export const actOnPage = (world: World, merchant: string, orderId: string, act: string): Answer => {
  const tx = findTransaction(world, merchant, orderId);
  const run = acts[act];
  if (tx === undefined || run === undefined) return notFound();
  try {
    run(world, tx);
  } catch {
    // It is no longer as the page showed it.
  }
  return goTo(pathOf(tx));
};

export const showPick = (world: World, token: string): Answer => {
  const found = findPage(world, token);
  if (found === undefined) return notFound();
  const standing = findTransaction(world, found.merchant, found.orderId);
  return standing === undefined ? page(pickPage(found, methodsOf(found, methods))) : goTo(pathOf(standing));
};

export const pickOnPage = (world: World, token: string, method: string): Answer => {
  const found = findPage(world, token);
  const picked = found && methodsOf(found, methods).find((one): one is Method => one === method);
  if (found === undefined || picked === undefined) return notFound();
  if (found.expiresAt <= world.now())
    return page(frame('Halaman ini kedaluwarsa (this page has expired)', ''), 410);
  return goTo(pathOf(pickMethod(world, found, picked)));
};
