import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { KEYS, notify, paymentsOf, plantDue } from '../../../test/support/play-gateway.js';
import { plantParty } from '../../../test/support/plant-lot.js';
import { as, plantMember } from '../../../test/support/plant-member.js';
import { ScriptedGateway } from '../../../test/support/scripted-gateway.js';
import { withinScope } from '../../platform/db/scope.js';
import { OnNotificationReceived } from './on-notification-received.consumer.js';
import type { PaymentView } from './payment.dto.js';

let database: TestDatabase;
let gateway: ScriptedGateway;
let stage: ReturnType<typeof paymentsOf>;
let payment: PaymentView;
let other: PaymentView;
const amountRp = 80_000;

beforeAll(async () => {
  database = await freshDatabase();
  gateway = new ScriptedGateway();
  stage = paymentsOf(database, gateway);
  const payeeId = await plantParty(database.owner, 'supplier');
  const payerId = await plantParty(database.owner, 'koperasi');
  const payee = await plantMember(database.owner, 'supplier', payeeId, 'treasurer');
  const payer = await plantMember(database.owner, 'koperasi', payerId, 'officer');
  await as(payee, () => stage.keeping.run(payee, payeeId, { ...KEYS, channels: ['bca-va'] }, undefined));
  const begin = async (): Promise<PaymentView> => {
    const dueId = await plantDue(database, payerId, payeeId, amountRp);
    return as(payer, () => stage.asking.run(payer, { dueIds: [dueId], channel: 'bca-va' }));
  };
  [payment, other] = [await begin(), await begin()];
  await stage.ask();
});
afterAll(() => database.close());

const send = (body: unknown): Promise<void> =>
  stage.receiving.run(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)));
const verdicts = async (): Promise<Record<string, number>> => {
  const rows = await database.auditorDb.rows<{ verdict: string; count: number }>(
    'SELECT verdict, count(*)::int AS count FROM gateway_verdict GROUP BY verdict',
  );
  return Object.fromEntries(rows.map(({ verdict, count }) => [verdict, count]));
};
/** What the worker makes of the events that wait, each twice at once. @returns how many were genuine. */
const deliver = async (): Promise<number> => {
  const events = await database.auditorDb.rows<{ id: number; payload: { notificationId: string } }>(
    `SELECT id, payload FROM outbox WHERE type = 'NotificationReceived'
       AND NOT EXISTS (SELECT FROM gateway_verdict WHERE notification_id = (payload ->> 'notificationId')::uuid)`,
  );
  const before = (await verdicts()).genuine ?? 0;
  const consumer = new OnNotificationReceived(stage.accounts);
  // As many at once as the workers of a machine take.
  const twice = [...events, ...events].sort((one, other) => one.id - other.id);
  for (let done = 0; done < twice.length; done += 20)
    await withinScope({ purpose: 'payment.on-notification-received' }, () =>
      Promise.all(
        twice
          .slice(done, done + 20)
          .map((event) =>
            database.workerDb.transaction((tx) =>
              consumer.handle(tx, { ...event, type: 'NotificationReceived', recordedAt: new Date() }),
            ),
          ),
      ),
    );
  return ((await verdicts()).genuine ?? 0) - before;
};
const states = (): Promise<object[]> =>
  database.db.rows('SELECT id, state, version, seen FROM payment WHERE id IN ($1, $2) ORDER BY id', [
    payment.id,
    other.id,
  ]);

describe('a notification', () => {
  it.each<[string, () => unknown]>([
    ['forged', () => notify(payment.orderId, amountRp, {}, 'another-key')],
    ['forged', () => notify(payment.orderId, amountRp, { order_id: other.orderId })],
    ['forged', () => notify(payment.orderId, amountRp, { gross_amount: '1.00' })],
    ['forged', () => notify(payment.orderId, amountRp, { signature_key: 'é'.repeat(64) })],
    ['wrong-amount', () => notify(payment.orderId, amountRp + 1)],
    ['wrong-amount', () => notify(payment.orderId, amountRp, { currency: 'USD' })],
    ['wrong-merchant', () => notify(payment.orderId, amountRp, { merchant_id: 'G-LAIN' })],
    ['unknown-order', () => notify('SPK-00000000000000000000000000000000', amountRp)],
    ['unknown-order', () => notify('a/../b?x=1', amountRp)],
    ['unknown-order', () => notify(`../${payment.orderId}`, amountRp)],
    ['unreadable', () => ({ order_id: { $ne: 1 } })],
    ['unreadable', () => '[1, 2'],
    ['unreadable', () => 'null\u0000'],
    ['oversized', () => notify(payment.orderId, amountRp, { more: 'x'.repeat(20_000) })],
  ])('that is %s is kept, counted, and changes no payment', async (verdict, body) => {
    const [before, counted] = [await states(), (await verdicts())[verdict] ?? 0];
    const heard = gateway.heard.length;
    await send(body());
    expect(await deliver()).toBe(0);
    expect((await verdicts())[verdict]).toBe(counted + 1);
    expect(await states()).toEqual(before);
    expect(gateway.heard).toHaveLength(heard);
  });

  it('is kept as it came, before it is judged', async () => {
    const body = '{"order_id":"SPK-1",  "new_field":"é"}';
    await send(body);
    expect(
      await database.auditorDb.first('SELECT size_bytes FROM gateway_notification WHERE body = $1', [body]),
    ).toEqual({ sizeBytes: Buffer.byteLength(body) });
  });

  it('that lies about its status is asked about, and not believed', async () => {
    await send(notify(payment.orderId, amountRp, { transaction_status: 'settlement' }));
    expect(await deliver()).toBe(1);
    await stage.ask();
    expect(gateway.heard.filter((call) => call === 'status')).toHaveLength(1);
    expect((await stage.reader.one(database.db, payment.id)).state).toBe('pending');
  });

  it('a thousand times at once for one order has one effect', async () => {
    gateway.pay(payment.orderId);
    const body = notify(payment.orderId, amountRp);
    for (let done = 0; done < 10; done += 1) await Promise.all(Array.from({ length: 100 }, () => send(body)));
    const asked = gateway.heard.length;
    expect(await deliver()).toBe(1_000);
    await stage.ask();
    await stage.ask();
    expect(gateway.heard.length - asked).toBeLessThanOrEqual(2);
    expect((await stage.reader.one(database.db, payment.id)).state).toBe('settled');
    expect(
      await database.auditorDb.rows(`SELECT kind FROM journal WHERE business_key = $1`, [
        `payment:${payment.id}`,
      ]),
    ).toHaveLength(1);
    expect(
      await database.auditorDb.rows(`SELECT id FROM due_cover WHERE source_id = $1`, [payment.id]),
    ).toHaveLength(1);
    expect((await stage.reader.one(database.db, other.id)).state).toBe('pending');
  });
});

describe('a collector’s account', () => {
  it('shows its keys to nobody, and nobody who copies the database', async () => {
    const { rows } = await database.owner.query<{ text: string }>(
      `SELECT gateway_account::text || encode(sealed_keys, 'escape') AS text FROM gateway_account`,
    );
    for (const { text } of rows) expect(text).not.toContain(KEYS.serverKey);
    expect(rows).toHaveLength(1);
  });
});
