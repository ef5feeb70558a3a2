import { randomInt, randomUUID } from 'node:crypto';
import type { Method, Transaction } from '../book.js';
import { momentOf } from '../jakarta.js';
import type { World } from '../world.js';
import { notify } from './notify.js';
import { readAsked, type Asked } from './read-asked.js';
import { refuse, said, type Said } from './refuse.js';
import { tellCharge } from './tell-transaction.js';
import { isFields, type Fields } from './fields.js';

const UNIT_MS: Readonly<Record<string, number>> = {
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};
const DEFAULT_MS = 86_400_000;
const DEFAULT_QRIS_MS = 15 * 60_000;
const MAX_MS = 180 * 86_400_000;
export const QRIS_MAX_RP = 10_000_000;

const methodOf = (body: Fields): Method | undefined => {
  if (body.payment_type === 'echannel') return 'echannel';
  if (body.payment_type === 'qris') return 'qris';
  const bank = isFields(body.bank_transfer) ? body.bank_transfer.bank : undefined;
  if (body.payment_type !== 'bank_transfer') return undefined;
  return bank === 'bca' || bank === 'bni' || bank === 'bri' || bank === 'permata' ? bank : undefined;
};

const billFaults = (body: Fields): string[] => {
  const bill = isFields(body.echannel) ? body.echannel : {};
  const fits = (value: unknown, max: number): boolean =>
    typeof value === 'string' && value.length > 0 && value.length <= max;
  return [
    ...(fits(bill.bill_info1, 10) ? [] : ['echannel.bill_info1 is required, at most 10 characters']),
    ...(fits(bill.bill_info2, 30) ? [] : ['echannel.bill_info2 is required, at most 30 characters']),
  ];
};

/** @returns milliseconds since 1970, or undefined for an expiry that cannot be. */
const expiryOf = (body: Fields, method: Method, now: number): number | undefined => {
  if (body.custom_expiry === undefined) return now + (method === 'qris' ? DEFAULT_QRIS_MS : DEFAULT_MS);
  const custom = isFields(body.custom_expiry) ? body.custom_expiry : {};
  const from = custom.order_time === undefined ? now : momentOf(custom.order_time);
  const unitMs = UNIT_MS[typeof custom.unit === 'string' ? custom.unit : 'minute'];
  const duration = Number(custom.expiry_duration);
  if (from === undefined || unitMs === undefined || !Number.isInteger(duration) || duration < 1)
    return undefined;
  const at = from + duration * unitMs;
  return at > now && at - now <= MAX_MS ? at : undefined;
};

const digits = (count: number): string => Array.from({ length: count }, () => String(randomInt(10))).join('');

const numberOf = (method: Method, orderId: string): string => {
  switch (method) {
    case 'bca':
      return `33333${digits(11)}`;
    case 'bni':
      return `8578${digits(12)}`;
    case 'bri':
      return `26215${digits(13)}`;
    case 'permata':
      return `8562${digits(12)}`;
    case 'echannel':
      return `99${digits(10)}`;
    case 'qris':
      return `LOKAL.QRIS.${orderId}.${digits(12)}`;
  }
};

/** Makes the transaction that a Core charge or the payer of a Snap page asks for. */
export const begin = (
  world: World,
  wanted: Asked & { merchant: string; method: Method; expiresAt: number; notifyUrls: readonly string[] },
): Transaction => {
  const tx: Transaction = {
    ...wanted,
    transactionId: randomUUID(),
    createdAt: world.now(),
    number: numberOf(wanted.method, wanted.orderId),
    refunds: [],
    status: 'pending',
    settledAt: null,
  };
  world.book.transactions.push(tx);
  notify(world, tx);
  return tx;
};

/** `POST /v2/charge`. An order id is taken once and for ever, whatever became of it. */
export const charge = (
  world: World,
  merchant: string,
  body: unknown,
  notifyUrls: readonly string[],
): Said => {
  if (!isFields(body)) return refuse('400', ['body is no JSON object']);
  const asked = readAsked(body);
  if (Array.isArray(asked)) return refuse('400', asked);
  const method = methodOf(body);
  if (method === undefined) return refuse('402');
  const expiresAt = expiryOf(body, method, world.now());
  const faults = [
    ...(method === 'echannel' ? billFaults(body) : []),
    ...(method === 'qris' && asked.amountRp > QRIS_MAX_RP ? ['gross_amount is above the limit of QRIS'] : []),
    ...(expiresAt === undefined ? ['custom_expiry is invalid'] : []),
  ];
  if (faults.length > 0 || expiresAt === undefined) return refuse('400', faults);
  const isTaken = world.book.transactions.some(
    (tx) => tx.merchant === merchant && tx.orderId === asked.orderId,
  );
  if (isTaken) return refuse('406');
  return said(tellCharge(begin(world, { ...asked, merchant, method, expiresAt, notifyUrls }), world.url()));
};
