import type { Transaction } from '../book.js';
import type { World } from '../world.js';
import { tellNotification } from './tell-transaction.js';

/** Tells every address that wants to know how the transaction now stands. */
export const notify = (world: World, tx: Transaction): void => {
  world.changed();
  const own = world.notifyUrl();
  const urls = tx.notifyUrls.length > 0 ? tx.notifyUrls : own === undefined ? [] : [own];
  for (const to of urls)
    world.postman.send({ to, about: tx.orderId, headers: {}, body: JSON.stringify(tellNotification(tx)) });
};

const urlsOf = (header: string | undefined): readonly string[] =>
  (header ?? '')
    .split(',')
    .map((url) => url.trim())
    .filter((url) => URL.canParse(url))
    .slice(0, 3);

/** Addresses of one transaction: those it names instead, or those it names besides the account's own. */
export const notifyUrlsOf = (world: World, override?: string, append?: string): readonly string[] => {
  const instead = urlsOf(override);
  if (instead.length > 0) return instead;
  const besides = urlsOf(append);
  const own = world.notifyUrl();
  return besides.length === 0 ? [] : [...(own === undefined ? [] : [own]), ...besides];
};
