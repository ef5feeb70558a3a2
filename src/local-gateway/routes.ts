import { charge } from './core-api/charge.js';
import { endTransaction, readStatus } from './core-api/change-transaction.js';
import { notifyUrlsOf } from './core-api/notify.js';
import { refund } from './core-api/refund.js';
import { refuse } from './core-api/refuse.js';
import { isFields } from './core-api/fields.js';
import type { FaultPlace } from './faults.js';
import type { Answer, KeptUnder } from './idempotency.js';
import { createPayouts, decidePayouts, readBalance, readPayout } from './iris/payouts.js';
import { merchantOf, payoutMerchantOf } from './keys.js';
import { drawQris } from './pages/draw-qris.js';
import { actOnPage, pickOnPage, showFound, showList, showPay, showPick } from './pages/show-pages.js';
import { openPage } from './snap/open-page.js';
import type { World } from './world.js';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly header: (name: string) => string | undefined;
  /** JSON, where it was; else undefined. */
  readonly body: unknown;
}

/** A request that found its verb. `place` is where faults strike; none strikes where there is none. */
export interface Found {
  readonly place?: FaultPlace;
  readonly orderId?: string | undefined;
  /** Where idempotency keys hold. */
  readonly kept?: KeptUnder | undefined;
  run(): Answer | Promise<Answer>;
}

const FIVE_MINUTES_MS = 5 * 60_000;
const DAY_MS = 86_400_000;

type Route = (world: World, asked: Asked, parts: readonly string[]) => Found;

const unauthorised = (): Answer => refuse('401');
const noKey = (): Answer => ({
  status: 401,
  body: { error_message: 'Access denied due to invalid API key' },
});

const urlsOf = (world: World, asked: Asked): readonly string[] =>
  notifyUrlsOf(world, asked.header('x-override-notification'), asked.header('x-append-notification'));

const orderIn = (body: unknown): string | undefined => {
  const details = isFields(body) && isFields(body.transaction_details) ? body.transaction_details : {};
  return typeof details.order_id === 'string' ? details.order_id : undefined;
};

/** Permata knows no idempotency keys. */
const isPermata = (body: unknown): boolean =>
  isFields(body) && isFields(body.bank_transfer) && body.bank_transfer.bank === 'permata';

const core =
  (
    place: FaultPlace,
    work: (world: World, merchant: string, asked: Asked, id: string) => Answer,
    keyed: (asked: Asked) => boolean = () => true,
  ): Route =>
  (world, asked, [id = '']) => {
    const merchant = merchantOf(asked.header('authorization'));
    if (merchant === undefined) return { run: unauthorised };
    return {
      place,
      orderId: id === '' ? orderIn(asked.body) : id,
      kept:
        asked.method === 'POST' && keyed(asked)
          ? { owner: merchant, key: asked.header('idempotency-key'), forMs: FIVE_MINUTES_MS, maxLength: 46 }
          : undefined,
      run: () => work(world, merchant, asked, id),
    };
  };

const iris =
  (
    role: 'maker' | 'approver' | 'either',
    work: (world: World, merchant: string, asked: Asked, id: string) => Answer,
  ): Route =>
  (world, asked, [id = '']) => {
    const authorization = asked.header('authorization');
    const roles = role === 'either' ? (['maker', 'approver'] as const) : [role];
    const merchant = roles
      .map((one) => payoutMerchantOf(authorization, one))
      .find((name) => name !== undefined);
    if (merchant === undefined) return { run: noKey };
    const isCreate = asked.method === 'POST' && role === 'maker';
    return {
      place: 'payout',
      orderId: id === '' ? undefined : id,
      kept: isCreate
        ? {
            owner: `payouts ${merchant}`,
            key: asked.header('x-idempotency-key'),
            forMs: DAY_MS,
            maxLength: 100,
          }
        : undefined,
      run: () => work(world, merchant, asked, id),
    };
  };

const table: readonly (readonly [string, RegExp, Route])[] = [
  [
    'POST',
    /^\/v2\/charge$/,
    core(
      'charge',
      (world, merchant, asked) => charge(world, merchant, asked.body, urlsOf(world, asked)),
      (asked) => !isPermata(asked.body),
    ),
  ],
  [
    'GET',
    /^\/v2\/([^/]+)\/status$/,
    core('status', (world, merchant, _, id) => readStatus(world, merchant, id)),
  ],
  [
    'POST',
    /^\/v2\/([^/]+)\/cancel$/,
    core('cancel', (world, merchant, _, id) => endTransaction(world, merchant, id, 'cancel')),
  ],
  [
    'POST',
    /^\/v2\/([^/]+)\/expire$/,
    core('expire', (world, merchant, _, id) => endTransaction(world, merchant, id, 'expire')),
  ],
  [
    'POST',
    /^\/v2\/([^/]+)\/refund$/,
    core('refund', (world, merchant, asked, id) => refund(world, merchant, id, asked.body)),
  ],
  [
    'POST',
    /^\/snap\/v1\/transactions$/,
    core(
      'snap',
      (world, merchant, asked) => openPage(world, merchant, asked.body, urlsOf(world, asked)),
      () => false,
    ),
  ],
  [
    'POST',
    /^\/iris\/api\/v1\/payouts$/,
    iris('maker', (world, merchant, asked) => createPayouts(world, merchant, asked.body)),
  ],
  [
    'POST',
    /^\/iris\/api\/v1\/payouts\/approve$/,
    iris('approver', (world, merchant, asked) => decidePayouts(world, merchant, asked.body, 'approved')),
  ],
  [
    'POST',
    /^\/iris\/api\/v1\/payouts\/reject$/,
    iris('approver', (world, merchant, asked) => decidePayouts(world, merchant, asked.body, 'rejected')),
  ],
  [
    'GET',
    /^\/iris\/api\/v1\/payouts\/([^/]+)$/,
    iris('either', (world, merchant, _, id) => readPayout(world, merchant, id)),
  ],
  ['GET', /^\/iris\/api\/v1\/balance$/, iris('either', (world, merchant) => readBalance(world, merchant))],
  ['GET', /^\/iris\/api\/v1\/ping$/, iris('either', () => ({ status: 200, body: 'pong' }))],
  ['GET', /^\/v2\/qris\/([^/]+)\/qr-code$/, (world, _, [id = '']) => ({ run: () => drawQris(world, id) })],
  ['GET', /^\/$/, (world) => ({ run: () => showList(world) })],
  ['GET', /^\/cari$/, (world, { query }) => ({ run: () => showFound(world, query.get('nomor') ?? '') })],
  [
    'GET',
    /^\/bayar\/([^/]+)\/([^/]+)$/,
    (world, _, [merchant = '', order = '']) => ({ run: () => showPay(world, merchant, order) }),
  ],
  [
    'POST',
    /^\/bayar\/([^/]+)\/([^/]+)\/([a-z]+)$/,
    (world, _, [merchant = '', order = '', act = '']) => ({
      run: () => actOnPage(world, merchant, order, act),
    }),
  ],
  [
    'GET',
    /^\/snap\/v4\/redirection\/([^/]+)$/,
    (world, _, [token = '']) => ({ run: () => showPick(world, token) }),
  ],
  [
    'POST',
    /^\/snap\/pilih\/([^/]+)\/([a-z]+)$/,
    (world, _, [token = '', method = '']) => ({ run: () => pickOnPage(world, token, method) }),
  ],
];

/** Which verb a request means. */
export const findRoute = (world: World, asked: Asked): Found | undefined => {
  for (const [method, path, route] of table) {
    const parts = method === asked.method ? path.exec(asked.path) : null;
    if (parts !== null) return route(world, asked, parts.slice(1));
  }
  return undefined;
};
