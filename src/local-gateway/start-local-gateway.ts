import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { forgetLetters, keepBook, openBook } from './book.js';
import { expireDue, reverse, settle } from './core-api/change-transaction.js';
import { findOrder } from './core-api/find-transaction.js';
import { notify } from './core-api/notify.js';
import { Faults } from './faults.js';
import { KeptAnswers } from './idempotency.js';
import { completeApproved, movePayout } from './iris/payouts.js';
import { keysOf, type LocalKeys } from './keys.js';
import { Postman } from './postman.js';
import { serve } from './serve.js';
import { pickMethod } from './snap/pick-method.js';
import type { Steering } from './steering.js';
import type { World } from './world.js';

export interface LocalGatewayOptions {
  /** 0 or left out: a free one. */
  readonly port?: number;
  /** Loopback unless told. */
  readonly host?: string;
  /** Where notifications go that name no address of their own; can be told later by `notifyTo`. */
  readonly notifyUrl?: string;
  readonly payoutNotifyUrl?: string;
  /** How many times faster than real notifications are tried again; 1 unless told. */
  readonly timeScale?: number;
  /** Where it keeps its book; left out: nowhere. */
  readonly file?: string;
  /** Approved payouts complete by themselves. */
  readonly completesPayouts?: boolean;
}

export interface LocalGateway extends Steering {
  readonly url: string;
  readonly coreUrl: string;
  readonly snapUrl: string;
  readonly irisUrl: string;
  /** Of a merchant who is called `demo`. */
  readonly keys: LocalKeys;
  /** Of any other merchant: letters and digits, at most 40. */
  keysOf(name: string): LocalKeys;
  /** Settings that point Sepikul here. */
  readonly settings: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

const SWEEP_MS = 250;
/** One that is killed forgets no more than this. */
const KEEP_MS = 200;

/** Starts a payment gateway of one's own that speaks Midtrans' protocol, for tests, demos and trying out. */
export const startLocalGateway = async (options: LocalGatewayOptions = {}): Promise<LocalGateway> => {
  const { port = 0, host = '127.0.0.1', timeScale = 1, file } = options;
  const book = openBook(file);
  const faults = new Faults();
  let aheadMs = 0;
  let url = '';
  let notifyUrl = options.notifyUrl;
  let payoutNotifyUrl = options.payoutNotifyUrl;
  let writing: NodeJS.Timeout | undefined;
  const keep = (): void => {
    clearTimeout(writing);
    writing = undefined;
    forgetLetters(book);
    if (file !== undefined) keepBook(file, book);
  };
  const changed = (): void => {
    writing ??= setTimeout(keep, KEEP_MS).unref();
  };
  const now = (): number => Date.now() + aheadMs;
  const postman = new Postman({ book, faults, now, timeScale, changed });
  const world: World = {
    book,
    faults,
    postman,
    now,
    changed,
    url: () => url,
    notifyUrl: () => notifyUrl,
    payoutNotifyUrl: () => payoutNotifyUrl,
  };
  const steering: Steering = {
    pay: (orderId) => settle(world, findOrder(world, orderId)),
    payLate: (orderId) => settle(world, findOrder(world, orderId), true),
    reverse: (orderId) => reverse(world, findOrder(world, orderId)),
    expireNow: (orderId) => {
      const tx = findOrder(world, orderId);
      if (tx.status !== 'pending') throw new Error(`order ${orderId} is ${tx.status}`);
      tx.status = 'expire';
      notify(world, tx);
    },
    pick: (orderId, method) => {
      const page = book.pages.findLast((one) => one.orderId === orderId);
      if (page === undefined) throw new Error(`the local gateway has no page of order ${orderId}`);
      pickMethod(world, page, method);
    },
    movePayout: (referenceNo, to, reason) => movePayout(world, referenceNo, to, reason),
    fault: (fault) => faults.add(fault),
    clearFaults: () => faults.clear(),
    holdNotifications: () => postman.hold(),
    releaseNotifications: (arrange) => postman.release(arrange),
    renotify: (orderId) => notify(world, findOrder(world, orderId)),
    notifyTo: (to) => {
      notifyUrl = to;
    },
    notifyPayoutsTo: (to) => {
      payoutNotifyUrl = to;
    },
    passTime: (ms) => {
      aheadMs += ms;
      expireDue(world);
    },
    idle: () => postman.idle(),
    transactions: () => book.transactions,
    payouts: () => book.payouts,
    notifications: () => book.letters,
  };
  const server = serve(world, new KeptAnswers(now), steering);
  server.listen(port, host);
  await once(server, 'listening');
  url = `http://${host}:${(server.address() as AddressInfo).port}`;
  postman.resume();
  const sweep = setInterval(() => {
    expireDue(world);
    if (options.completesPayouts === true) completeApproved(world);
  }, SWEEP_MS).unref();
  const [coreUrl, snapUrl, irisUrl] = [url, `${url}/snap/v1`, `${url}/iris/api/v1`];
  return {
    ...steering,
    url,
    coreUrl,
    snapUrl,
    irisUrl,
    keys: keysOf('demo'),
    keysOf,
    settings: { MIDTRANS_CORE_URL: coreUrl, MIDTRANS_SNAP_URL: snapUrl, MIDTRANS_IRIS_URL: irisUrl },
    stop: async () => {
      clearInterval(sweep);
      await postman.stop();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
      keep();
    },
  };
};
