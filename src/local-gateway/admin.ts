import { methods } from './book.js';
import { isFields, type Fields } from './core-api/fields.js';
import { faultKinds, faultPlaces, type Fault } from './faults.js';
import type { Answer } from './idempotency.js';
import type { Asked, Found } from './routes.js';
import type { Steering } from './steering.js';

const done = (body: object = { done: true }): Answer => ({ status: 200, body });

const textIn = (body: Fields, name: string): string => {
  const value = body[name];
  if (typeof value !== 'string' || value === '') throw new Error(`${name} is needed`);
  return value;
};

const oneOf = <Value extends string>(values: readonly Value[], value: unknown, name: string): Value => {
  const found = values.find((one) => one === value);
  if (found === undefined) throw new Error(`${name} is one of ${values.join(', ')}`);
  return found;
};

const faultIn = (body: Fields): Fault => ({
  on: oneOf(faultPlaces, body.on, 'on'),
  kind: oneOf(faultKinds, body.kind, 'kind'),
  ...(typeof body.times === 'number' ? { times: body.times } : {}),
  ...(typeof body.orderId === 'string' ? { orderId: body.orderId } : {}),
});

const urlIn = (body: Fields): string | undefined => (body.url === null ? undefined : textIn(body, 'url'));

type Act = (steering: Steering, body: Fields) => void | Promise<void>;

/** `POST /admin/<name>` with these fields. */
const acts: Readonly<Record<string, Act>> = {
  pay: (steering, body) => steering.pay(textIn(body, 'orderId')),
  'pay-late': (steering, body) => steering.payLate(textIn(body, 'orderId')),
  reverse: (steering, body) => steering.reverse(textIn(body, 'orderId')),
  expire: (steering, body) => steering.expireNow(textIn(body, 'orderId')),
  pick: (steering, body) => steering.pick(textIn(body, 'orderId'), oneOf(methods, body.method, 'method')),
  payout: (steering, body) =>
    steering.movePayout(
      textIn(body, 'referenceNo'),
      oneOf(['processed', 'completed', 'failed'] as const, body.to, 'to'),
      typeof body.reason === 'string' ? body.reason : undefined,
    ),
  fault: (steering, body) => steering.fault(faultIn(body)),
  'clear-faults': (steering) => steering.clearFaults(),
  hold: (steering) => steering.holdNotifications(),
  release: (steering, body) =>
    steering.releaseNotifications((letters) => (body.reversed === true ? letters.toReversed() : letters)),
  renotify: (steering, body) => steering.renotify(textIn(body, 'orderId')),
  'notify-to': (steering, body) => steering.notifyTo(urlIn(body)),
  'notify-payouts-to': (steering, body) => steering.notifyPayoutsTo(urlIn(body)),
  'pass-time': (steering, body) => steering.passTime(Number(body.ms)),
};

const views: Readonly<Record<string, (steering: Steering) => object>> = {
  transactions: (steering) => steering.transactions(),
  payouts: (steering) => steering.payouts(),
  notifications: (steering) => steering.notifications(),
};

/** Routes by which tests and people steer the gateway; a gateway that is real has none. */
export const findAdminRoute = (steering: Steering, asked: Asked): Found | undefined => {
  const name = /^\/admin\/([a-z-]+)$/.exec(asked.path)?.[1];
  if (name === undefined) return undefined;
  const view = asked.method === 'GET' ? views[name] : undefined;
  if (view !== undefined) return { run: () => done(view(steering)) };
  // Only JSON, which a form on somebody's page cannot send without asking first.
  const isJson = asked.header('content-type')?.startsWith('application/json') === true;
  const act = asked.method === 'POST' && isJson ? acts[name] : undefined;
  if (act === undefined) return undefined;
  const body = isFields(asked.body) ? asked.body : {};
  return {
    run: async () => {
      await act(steering, body);
      return done();
    },
  };
};
