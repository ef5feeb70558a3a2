import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantDue } from '../../../test/support/play-gateway.js';
import { approveDecision } from '../../../test/support/plant-account.js';
import { plantCollector, type Collector } from '../../../test/support/plant-collector.js';
import { as, plantMember } from '../../../test/support/plant-member.js';
import { ScriptedGateway } from '../../../test/support/scripted-gateway.js';
import type { Principal } from '../../platform/auth/principal.js';
import type { GatewayTransaction } from '../../platform/gateway/gateway.js';
import { StateOutcome } from './state-outcome.action.js';

let database: TestDatabase;
let gateway: ScriptedGateway;
let stage: Collector['stage'];
let payee: Principal;
let payer: Principal;
let [payeeId, payerId] = ['', ''];

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  gateway = new ScriptedGateway();
  ({ stage, payeeId, payerId, payee, payer } = await plantCollector(database, gateway, 'supplier', ['qris']));
});
afterEach(async () => {
  for (const promise of ['p01_journals_sum_to_zero', 'p04_gateway_money_is_journaled'])
    expect(await database.auditorDb.rows(`SELECT * FROM ${promise}`)).toEqual([]);
});
afterAll(() => database.close());

/** What the gateway says next, and that it is asked. */
const hear = async (id: string, orderId: string, said: Partial<GatewayTransaction>): Promise<void> => {
  gateway.set(orderId, said);
  await database.db.change('UPDATE gateway_ask SET due_at = clock_timestamp() WHERE payment_id = $1', [id]);
  await stage.ask();
};
const paid = async (amountRp = 275_000): Promise<{ id: string; orderId: string }> => {
  const dueIds = [await plantDue(database, payerId, payeeId, amountRp)];
  const { id, orderId } = await as(payer, () => stage.asking.run(payer, { dueIds, channel: 'qris' }));
  await stage.ask();
  gateway.pay(orderId, new Date(Date.now() - 1_000));
  await hear(id, orderId, {});
  await stage.clearing.run();
  return { id, orderId };
};
const sum = (amountRp: number | null, status: 'refund' | 'partial_refund' = 'partial_refund') => ({
  status,
  refunds: [],
  refundedRp: amountRp,
});
const list = (...amounts: readonly number[]) => ({
  status: 'partial_refund' as const,
  refunds: amounts.map((amountRp, at) => ({ refundKey: `#${at}`, amountRp, confirmedAt: new Date() })),
  refundedRp: null,
});
const gone = async (id: string): Promise<{ suspenseRp: number; itemsRp: number; refundedRp: number }> => {
  const row = await database.db.first<{ suspenseRp: number; itemsRp: number; refundedRp: number }>(
    `SELECT refunded_rp,
       (SELECT coalesce(sum(posting.amount_rp), 0)::bigint FROM posting JOIN account ON account.id = account_id
        WHERE party_id = payment.payee_id AND purpose = 'suspense') AS suspense_rp,
       (SELECT coalesce(sum(amount_rp), 0)::bigint FROM suspense_item WHERE payment_id = payment.id AND reason = 'not-owed') AS items_rp
     FROM payment WHERE id = $1`,
    [id],
  );
  if (row === undefined) throw new Error('no payment');
  return { suspenseRp: row.suspenseRp, itemsRp: row.itemsRp, refundedRp: row.refundedRp };
};
const all = (rp: number) => ({ suspenseRp: rp, itemsRp: rp, refundedRp: rp });
const task = (id: string) =>
  database.db.first<{ id: string; state: string; version: number; amountRp: number }>(
    `SELECT id, state, version, amount_rp FROM suspense_item WHERE payment_id = $1 AND reason = 'refund-unknown'`,
    [id],
  );

describe('money that went back elsewhere', () => {
  it.each([
    ['a sum, again, and a greater one', [sum(75_000), sum(75_000), sum(100_000)], 100_000],
    ['a sum, then its list', [sum(75_000), list(75_000)], 75_000],
    ['a list, then its sum', [list(75_000), sum(75_000)], 75_000],
    ['a sum, then a list of more', [sum(75_000), list(75_000, 25_000)], 100_000],
    ['a list of more, then an older sum', [list(75_000, 25_000), sum(75_000)], 100_000],
    ['a part, then all of it', [list(75_000), sum(275_000, 'refund'), sum(275_000, 'refund')], 275_000],
  ])('is booked once from %s', async (_, said, wholeRp) => {
    const { id, orderId } = await paid();
    for (const each of said) await hear(id, orderId, each);
    expect(await gone(id)).toEqual(all(wholeRp));
    expect((await stage.reader.one(database.db, id)).state).toBe(
      wholeRp === 275_000 ? 'refunded' : 'partially-refunded',
    );
  });

  it('is a refund of ours where the sum says so, and covers what was owed', async () => {
    const { id, orderId } = await paid();
    const creditId = await plantDue(database, payeeId, payerId, 75_000, 'credit');
    const { refunds } = await as(payee, () =>
      stage.refunding.run(payee, id, { dueId: creditId, amountRp: 75_000, reason: 'kurang kirim' }),
    );
    await database.workerDb.transaction((tx) => stage.refunding.approve(tx, refunds[0]?.id ?? ''));
    await stage.hurry();
    await stage.ask();
    const { refunds: known = [] } = gateway.orders.get(orderId) ?? {};
    await hear(id, orderId, sum(95_000));
    expect(await stage.reader.one(database.db, id)).toMatchObject({ refunds: [{ state: 'done' }] });
    expect(await gone(id)).toEqual({ suspenseRp: 20_000, itemsRp: 20_000, refundedRp: 95_000 });
    const named = known.map((each) => ({ ...each, confirmedAt: new Date() }));
    const other = { refundKey: '#2', amountRp: 20_000, confirmedAt: new Date() };
    await hear(id, orderId, { refunds: [...named, other], refundedRp: null });
    expect(await gone(id)).toEqual({ suspenseRp: 20_000, itemsRp: 20_000, refundedRp: 95_000 });
  });

  it('of an amount that nobody says becomes a task, which ends with the first word of it', async () => {
    const { id, orderId } = await paid();
    await hear(id, orderId, sum(null));
    await hear(id, orderId, sum(null));
    expect(await task(id)).toMatchObject({ state: 'open', amountRp: 275_000 });
    expect(await gone(id)).toEqual(all(0));
    await hear(id, orderId, list(75_000));
    expect(await task(id)).toMatchObject({ state: 'known' });
    expect(await gone(id)).toEqual(all(75_000));
  });

  it('is booked by the word of two who collected, once however often it is pressed', async () => {
    const { id, orderId } = await paid();
    await hear(id, orderId, sum(null));
    const stating = new StateOutcome(database.bareDb, { DECISION_HOURS: 24 });
    const chair = await plantMember(database.owner, 'supplier', payeeId, 'chair');
    const { id: taskId = '', version = 0 } = (await task(id)) ?? {};
    const say = (who: Principal, amountRp: number): Promise<void> =>
      as(who, () =>
        stating.run(
          who,
          taskId,
          { outcome: 'refunded', refundedRp: amountRp, reason: 'dilihat di akun' },
          version,
        ),
      );
    await expect(say(payer, 50_000)).rejects.toMatchObject({ code: 'DUE_NOT_YOURS' });
    for (const wrong of [0, 275_000, 275_001])
      await expect(say(payee, wrong)).rejects.toMatchObject({ code: 'REFUND_AMOUNT_WANTED' });
    await expect(as(payee, () => stage.resolving.credit(payee, taskId, version))).rejects.toMatchObject({
      code: 'OUTCOME_WANTED',
    });
    const tried = await Promise.allSettled([1, 2, 3, 4].map(() => say(payee, 50_000)));
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await gone(id)).toEqual(all(0));
    const proposed = await database.db.first<{ decisionId: string }>(
      'SELECT decision_id FROM suspense_item WHERE id = $1',
      [taskId],
    );
    await approveDecision(database, chair, payeeId, proposed?.decisionId ?? '');
    await database.workerDb.transaction((tx) => stating.approve(tx, taskId, proposed?.decisionId ?? ''));
    expect(await gone(id)).toEqual(all(50_000));
    await hear(id, orderId, list(50_000));
    expect(await gone(id)).toEqual(all(50_000));
  });
});
