import { createHash, randomBytes } from 'node:crypto';
import type { Payout, PayoutStatus } from '../book.js';
import { isFields, type Fields } from '../core-api/fields.js';
import type { Answer } from '../idempotency.js';
import { keysOf } from '../keys.js';
import type { World } from '../world.js';

/** What a merchant's balance begins with; payouts take from it. */
const START_RP = 1_000_000_000_000;

const refuse = (status: number, message: string, errors: object = {}): Answer => ({
  status,
  body: { error_message: message, errors },
});

const ofMerchant = (world: World, merchant: string): readonly Payout[] =>
  world.book.payouts.filter((payout) => payout.merchant === merchant);

const tell = (payout: Payout): object => ({
  amount: `${payout.amountRp}.0`,
  beneficiary_name: payout.name,
  beneficiary_account: payout.account,
  bank: payout.bank,
  reference_no: payout.referenceNo,
  notes: payout.notes,
  status: payout.status,
  created_by: 'maker',
  created_at: new Date(payout.createdAt).toISOString(),
  ...(payout.reason === null ? {} : { error_message: payout.reason }),
});

const move = (world: World, payout: Payout, to: PayoutStatus, reason: string | null = null): void => {
  payout.status = to;
  payout.reason = reason;
  world.changed();
  const url = world.payoutNotifyUrl();
  if (url === undefined) return;
  const body = JSON.stringify({
    reference_no: payout.referenceNo,
    amount: `${payout.amountRp}.0`,
    status: to,
    updated_at: new Date(world.now()).toISOString(),
    ...(reason === null ? {} : { error_code: '012', error_message: reason }),
  });
  const signature = createHash('sha512')
    .update(body + keysOf(payout.merchant).irisMerchantKey)
    .digest('hex');
  world.postman.send({ to: url, about: payout.referenceNo, headers: { 'Iris-Signature': signature }, body });
};

const text = (fields: Fields, name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');

const faultOf = (asked: unknown): string | undefined => {
  if (!isFields(asked)) return 'a payout is an object';
  if (!/^\d{1,15}(\.0{1,2})?$/.test(text(asked, 'amount'))) return 'amount must be whole, as text';
  return ['beneficiary_name', 'beneficiary_account', 'beneficiary_bank'].find(
    (name) => text(asked, name) === '',
  );
};

/** `POST /payouts` with the maker's key. */
export const createPayouts = (world: World, merchant: string, body: unknown): Answer => {
  const asked = isFields(body) && Array.isArray(body.payouts) ? (body.payouts as unknown[]) : [];
  const faults = asked.map(faultOf);
  if (asked.length === 0 || faults.some((fault) => fault !== undefined))
    return refuse(400, 'An error occurred when creating payouts', Object.fromEntries(faults.entries()));
  const made = asked.filter(isFields).map((one): Payout => ({
    merchant,
    referenceNo: randomBytes(9).toString('hex'),
    amountRp: Number.parseInt(text(one, 'amount'), 10),
    bank: text(one, 'beneficiary_bank'),
    account: text(one, 'beneficiary_account'),
    name: text(one, 'beneficiary_name'),
    notes: text(one, 'notes'),
    createdAt: world.now(),
    status: 'queued',
    reason: null,
  }));
  world.book.payouts.push(...made);
  world.changed();
  return {
    status: 201,
    body: { payouts: made.map(({ status, referenceNo }) => ({ status, reference_no: referenceNo })) },
  };
};

/** `POST /payouts/approve` and `/reject` with the approver's key: all that are named, or none. */
export const decidePayouts = (
  world: World,
  merchant: string,
  body: unknown,
  to: 'approved' | 'rejected',
): Answer => {
  const asked = isFields(body) && Array.isArray(body.reference_nos) ? (body.reference_nos as unknown[]) : [];
  const found = asked.map((no) => ofMerchant(world, merchant).find((payout) => payout.referenceNo === no));
  const queued = found
    .filter((payout) => payout?.status === 'queued')
    .filter((payout) => payout !== undefined);
  if (asked.length === 0 || queued.length < asked.length)
    return refuse(400, 'Payouts must be queued and your own');
  if (
    to === 'approved' &&
    queued.reduce((sum, { amountRp }) => sum + amountRp, 0) > balanceRp(world, merchant)
  )
    return refuse(400, 'Insufficient balance');
  const reason = isFields(body) && to === 'rejected' ? text(body, 'reject_reason') : null;
  for (const payout of queued) move(world, payout, to, reason);
  return { status: 202, body: { status: 'ok' } };
};

/** `GET /payouts/{reference_no}`. */
export const readPayout = (world: World, merchant: string, referenceNo: string): Answer => {
  const payout = ofMerchant(world, merchant).find((one) => one.referenceNo === referenceNo);
  return payout === undefined ? refuse(404, "Payout doesn't exist") : { status: 200, body: tell(payout) };
};

const balanceRp = (world: World, merchant: string): number =>
  ofMerchant(world, merchant)
    .filter(({ status }) => status === 'approved' || status === 'processed' || status === 'completed')
    .reduce((left, { amountRp }) => left - amountRp, START_RP);

/** `GET /balance`. */
export const readBalance = (world: World, merchant: string): Answer => ({
  status: 200,
  body: { balance: `${balanceRp(world, merchant)}.00` },
});

const steps: Readonly<Record<'processed' | 'completed' | 'failed', readonly PayoutStatus[]>> = {
  processed: ['approved'],
  completed: ['approved', 'processed'],
  // A bank may send back what was completed.
  failed: ['approved', 'processed', 'completed'],
};

/** What banks do with an approved payout. @throws where it is not on its way. */
export const movePayout = (world: World, referenceNo: string, to: keyof typeof steps, reason = ''): void => {
  const payout = world.book.payouts.find((one) => one.referenceNo === referenceNo);
  if (payout === undefined) throw new Error(`the local gateway knows no payout ${referenceNo}`);
  if (!steps[to].includes(payout.status)) throw new Error(`payout ${referenceNo} is ${payout.status}`);
  move(world, payout, to, to === 'failed' ? reason || 'Account is closed' : null);
};

/** Every approved payout goes through, for those who watch and do not steer. @returns how many. */
export const completeApproved = (world: World): number => {
  const approved = world.book.payouts.filter((payout) => payout.status === 'approved');
  for (const payout of approved) move(world, payout, 'completed');
  return approved.length;
};
