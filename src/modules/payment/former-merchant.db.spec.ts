import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { KEYS, notify, plantDue } from '../../../test/support/play-gateway.js';
import { approveDecision } from '../../../test/support/plant-account.js';
import { plantCollector, type Collector } from '../../../test/support/plant-collector.js';
import { as, plantMember } from '../../../test/support/plant-member.js';
import { ScriptedGateway } from '../../../test/support/scripted-gateway.js';
import type { Outcome } from '../../core/payment/judge-outcome.js';
import type { Principal } from '../../platform/auth/principal.js';
import { withinScope } from '../../platform/db/scope.js';
import type { Answer, GatewayKeys, GatewayTransaction } from '../../platform/gateway/gateway.js';
import { newId } from '../../platform/new-id.js';
import type { GatewayAccountRequest } from './gateway-account.dto.js';
import { OnNotificationReceived } from './on-notification-received.consumer.js';
import { StateOutcome } from './state-outcome.action.js';

/** Answers for the keys it takes, and says under which it was asked. */
class ChoosyGateway extends ScriptedGateway {
  readonly refused = new Set<string>();
  readonly askedUnder: string[] = [];

  override status(keys: GatewayKeys, orderId: string): Promise<Answer<GatewayTransaction>> {
    this.askedUnder.push(`${keys.merchantId} ${keys.serverKey}`);
    return this.refused.has(keys.serverKey)
      ? Promise.resolve({ outcome: 'refused', code: 401, message: 'unknown merchant' })
      : super.status(keys, orderId);
  }
}

const ANOTHER = {
  merchantId: 'G-BARU',
  serverKey: 'server-key-of-another',
  clientKey: 'client-key-of-another',
};
const amountRp = 60_000;

let database: TestDatabase;
let gateway: ChoosyGateway;
let stage: Collector['stage'];
let payee: Principal;
let payer: Principal;
let chair: Principal;
let [payeeId, payerId] = ['', ''];

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  gateway = new ChoosyGateway();
  ({ stage, payeeId, payerId, payee, payer } = await plantCollector(database, gateway, 'organiser', [
    'permata-va',
  ]));
  chair = await plantMember(database.owner, 'organiser', payeeId, 'chair');
});
afterEach(async () => {
  for (const promise of ['p01_journals_sum_to_zero', 'p04_gateway_money_is_journaled'])
    expect(await database.auditorDb.rows(`SELECT * FROM ${promise}`)).toEqual([]);
});
afterAll(() => database.close());

const change = (request: Omit<GatewayAccountRequest, 'channels'>) =>
  as(payee, async () => {
    const { version } = await stage.keeping.show(database.db, payeeId);
    return stage.keeping.run(payee, payeeId, { ...request, channels: ['permata-va'] }, version);
  });
/** Paid, and for good as far as anybody knows. */
const paid = async (): Promise<{ id: string; orderId: string; dueId: string }> => {
  const dueId = await plantDue(database, payerId, payeeId, amountRp);
  const { id, orderId } = await as(payer, () =>
    stage.asking.run(payer, { dueIds: [dueId], channel: 'permata-va' }),
  );
  await stage.ask();
  gateway.pay(orderId);
  await stage.hurry();
  await stage.ask();
  await database.db.change('UPDATE gateway_ask SET due_at = NULL');
  await database.owner.query('UPDATE payment SET firm_at = clock_timestamp() WHERE id = $1', [id]);
  await stage.clearing.run();
  gateway.askedUnder.length = 0;
  return { id, orderId, dueId };
};
/** What comes as a notification, and what the worker then asks. @returns what it turned out to be. */
const hear = async (body: Record<string, unknown>): Promise<string | undefined> => {
  await stage.receiving.run(Buffer.from(JSON.stringify(body)));
  const consumer = new OnNotificationReceived(stage.accounts);
  const event = await database.auditorDb.first<{ id: number; payload: { notificationId: string } }>(
    `SELECT id, payload FROM outbox WHERE type = 'NotificationReceived' ORDER BY id DESC LIMIT 1`,
  );
  if (event === undefined) throw new Error('no event');
  await withinScope({ purpose: 'payment.on-notification-received' }, () =>
    database.workerDb.transaction((tx) =>
      consumer.handle(tx, { ...event, type: 'NotificationReceived', recordedAt: new Date() }),
    ),
  );
  await stage.ask();
  const row = await database.auditorDb.first<{ verdict: string }>(
    'SELECT verdict FROM gateway_verdict WHERE notification_id = $1',
    [event.payload.notificationId],
  );
  return row?.verdict;
};
const stateOf = async (id: string): Promise<string> => (await stage.reader.one(database.db, id)).state;
const dueState = async (dueId: string): Promise<string | undefined> =>
  (await database.db.first<{ state: string }>('SELECT state FROM due WHERE id = $1', [dueId]))?.state;
const tasks = (id: string) =>
  database.db.rows<{ id: string; state: string; version: number }>(
    `SELECT id, state, version FROM suspense_item WHERE payment_id = $1 AND reason = 'unproved' ORDER BY id`,
    [id],
  );
const say = async (who: Principal, id: string, outcome: Outcome, refundedRp = 0): Promise<void> => {
  const task = (await tasks(id)).find(({ state }) => state === 'open');
  const stating = new StateOutcome(database.bareDb, { DECISION_HOURS: 24 });
  const word = { outcome, refundedRp, reason: 'dilihat di akun' };
  return as(who, () => stating.run(who, task?.id ?? newId(), word, task?.version ?? 1));
};
/** The second person's word, and what a worker makes of it, twice. */
const agree = async (id: string): Promise<void> => {
  const task = await database.db.first<{ id: string; decisionId: string }>(
    `SELECT id, decision_id FROM suspense_item WHERE payment_id = $1 AND reason = 'unproved' AND state = 'open'`,
    [id],
  );
  if (task === undefined) throw new Error('nothing is asked');
  await approveDecision(database, chair, payeeId, task.decisionId);
  const stating = new StateOutcome(database.workerDb, { DECISION_HOURS: 24 });
  for (let turn = 0; turn < 2; turn += 1)
    await database.workerDb.transaction((tx) => stating.approve(tx, task.id, task.decisionId));
};

describe('word under keys that were replaced', () => {
  it('is genuine, and asked about under the new keys of the same merchant', async () => {
    const { id, orderId } = await paid();
    await change({ ...KEYS, serverKey: 'a-new-key-of-the-same' });
    gateway.set(orderId, { status: 'deny' });
    expect(await hear(notify(orderId, amountRp))).toBe('genuine');
    expect(gateway.askedUnder).toEqual(['G-UJI a-new-key-of-the-same']);
    expect(await stateOf(id)).toBe('reversed');
    expect(await hear(notify(orderId, amountRp, {}, 'a-key-of-nobody'))).toBe('forged');
  });

  it('of a merchant that was replaced is asked about under that merchant', async () => {
    const { id, orderId, dueId } = await paid();
    await change(ANOTHER);
    gateway.set(orderId, { status: 'deny' });
    expect(await hear(notify(orderId, amountRp))).toBe('genuine');
    expect(gateway.askedUnder).toEqual([`G-UJI ${KEYS.serverKey}`]);
    expect([await stateOf(id), await dueState(dueId)]).toEqual(['reversed', 'open']);
    const ofAnother = notify(orderId, amountRp, { merchant_id: ANOTHER.merchantId }, ANOTHER.serverKey);
    expect(await hear(ofAnother)).toBe('forged');
    expect(await tasks(id)).toEqual([]);
  });

  it('goes on being known however often the keys change, each kept once', async () => {
    const { orderId } = await paid();
    for (let turn = 1; turn <= 3; turn += 1) await change({ ...KEYS, serverKey: `key-number-${turn}` });
    await change({ merchantId: KEYS.merchantId });
    expect(await hear(notify(orderId, amountRp))).toBe('genuine');
    const kept = await database.db.rows('SELECT id FROM former_gateway_keys WHERE party_id = $1', [payeeId]);
    expect(kept).toHaveLength(3);
  });

  it('is needed anew for another merchant', async () => {
    await expect(change({ merchantId: 'G-LAIN' })).rejects.toMatchObject({
      code: 'GATEWAY_KEYS_MISSING',
      errors: [{ field: 'serverKey' }],
    });
    await expect(change({ merchantId: 'G-LAIN', serverKey: 'another-server-key' })).rejects.toMatchObject({
      code: 'GATEWAY_KEYS_MISSING',
      errors: [{ field: 'clientKey' }],
    });
  });
});

describe('word that the gateway cannot be asked about any more', () => {
  it('is one task of its collector, of whom two say that the money was taken back', async () => {
    const { id, orderId, dueId } = await paid();
    await change(ANOTHER);
    gateway.refused.add(KEYS.serverKey);
    for (let turn = 0; turn < 3; turn += 1)
      expect(await hear(notify(orderId, amountRp, { transaction_status: 'deny' }))).toBe('genuine');
    expect(await tasks(id)).toMatchObject([{ state: 'open' }]);
    expect(await stateOf(id)).toBe('settled');

    await expect(say(payer, id, 'taken-back')).rejects.toMatchObject({ code: 'DUE_NOT_YOURS' });
    await expect(say(payee, id, 'paid')).rejects.toMatchObject({ code: 'OUTCOME_NOT_POSSIBLE' });
    const tried = await Promise.allSettled([1, 2, 3].map(() => say(payee, id, 'taken-back')));
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await tasks(id)).toMatchObject([{ state: 'open' }]);
    expect([await stateOf(id), await dueState(dueId)]).toEqual(['settled', 'settled']);
    await agree(id);
    expect(await tasks(id)).toMatchObject([{ state: 'known' }]);
    expect([await stateOf(id), await dueState(dueId)]).toEqual(['reversed', 'open']);
    expect(
      await database.auditorDb.first(
        `SELECT actor_id FROM audit_event WHERE action = 'payment-advanced' AND subject_id = $1 ORDER BY id DESC LIMIT 1`,
        [id],
      ),
    ).toEqual({ actorId: chair.personId });
  });

  it('ends when the gateway answers after all', async () => {
    const { id, orderId } = await paid();
    await change(ANOTHER);
    gateway.refused.add(KEYS.serverKey);
    await hear(notify(orderId, amountRp));
    expect(await tasks(id)).toMatchObject([{ state: 'open' }]);
    gateway.refused.clear();
    await hear(notify(orderId, amountRp));
    expect(await tasks(id)).toMatchObject([{ state: 'known' }]);
  });

  it('is a task too where the keys are gone, if it may be true; the next word is another', async () => {
    const { id, orderId } = await paid();
    await change(ANOTHER);
    await database.owner.query('DELETE FROM former_gateway_keys WHERE party_id = $1', [payeeId]);
    for (const wrong of [{ merchant_id: 'G-LAIN' }, { merchant_id: undefined }, { gross_amount: '1.00' }])
      expect(await hear(notify(orderId, amountRp, wrong))).toBe('forged');
    expect(await tasks(id)).toEqual([]);
    expect(await hear(notify(orderId, amountRp))).toBe('former-merchant');
    expect(await hear(notify(orderId, amountRp))).toBe('former-merchant');
    expect(gateway.askedUnder).toEqual([]);
    await say(payee, id, 'unchanged');
    expect(await stateOf(id)).toBe('settled');
    await hear(notify(orderId, amountRp));
    await expect(say(payee, id, 'refunded', amountRp + 1)).rejects.toMatchObject({
      code: 'REFUND_AMOUNT_WANTED',
    });
    await say(payee, id, 'refunded', amountRp);
    await agree(id);
    expect(await stateOf(id)).toBe('refunded');
    expect((await tasks(id)).map(({ state }) => state)).toEqual(['known', 'known']);
  });

  it('that money came after its time keeps it apart, as any that is late', async () => {
    const dueId = await plantDue(database, payerId, payeeId, amountRp);
    const { id, orderId } = await as(payer, () =>
      stage.asking.run(payer, { dueIds: [dueId], channel: 'permata-va' }),
    );
    await stage.ask();
    gateway.set(orderId, { status: 'expire' });
    await stage.hurry();
    await stage.ask();
    expect(await stateOf(id)).toBe('expired');
    await change(ANOTHER);
    gateway.refused.add(KEYS.serverKey);
    await hear(notify(orderId, amountRp));
    await say(payee, id, 'paid');
    await agree(id);
    expect([await stateOf(id), await dueState(dueId)]).toEqual(['settled', 'open']);
    expect(
      await database.db.rows(
        `SELECT reason, amount_rp FROM suspense_item WHERE payment_id = $1 AND state = 'open'`,
        [id],
      ),
    ).toEqual([{ reason: 'late', amountRp }]);
  });

  it('is told by the gateway after all, which counts above what two people say of it later', async () => {
    const { id, orderId, dueId } = await paid();
    await change(ANOTHER);
    gateway.refused.add(KEYS.serverKey);
    await hear(notify(orderId, amountRp));
    await say(payee, id, 'taken-back');
    await expect(say(chair, id, 'refunded', 1)).rejects.toMatchObject({ code: 'DECISION_ALREADY_PROPOSED' });
    gateway.refused.clear();
    const waiting = await database.db.first<{ id: string; decisionId: string }>(
      `SELECT id, decision_id FROM suspense_item WHERE payment_id = $1 AND state = 'open'`,
      [id],
    );
    await hear(notify(orderId, amountRp));
    expect(await tasks(id)).toMatchObject([{ state: 'known' }]);
    const { id: itemId = '', decisionId = '' } = waiting ?? {};
    await approveDecision(database, chair, payeeId, decisionId);
    const stating = new StateOutcome(database.workerDb, { DECISION_HOURS: 24 });
    await database.workerDb.transaction((tx) => stating.approve(tx, itemId, decisionId));
    expect([await stateOf(id), await dueState(dueId)]).toEqual(['settled', 'settled']);
  });

  it('is booked by nobody alone, whatever the code does', async () => {
    const { id, orderId } = await paid();
    await change(ANOTHER);
    gateway.refused.add(KEYS.serverKey);
    await hear(notify(orderId, amountRp));
    const [task] = await tasks(id);
    const alone = (change: string) =>
      database.workerDb.change(`UPDATE suspense_item SET ${change} WHERE id = $1`, [task?.id]);
    await expect(alone(`outcome = 'taken-back'`)).rejects.toThrow('outcome_is_proposed');
    await say(payee, id, 'taken-back');
    const known = `state = 'known', resolved_by = '${payee.personId}', resolved_at = clock_timestamp()`;
    await expect(alone(known)).rejects.toThrow('rests on no decision of two');
    await agree(id);
    expect(await stateOf(id)).toBe('reversed');
  });
});
