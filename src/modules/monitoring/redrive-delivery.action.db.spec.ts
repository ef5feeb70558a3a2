import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantPerson } from '../../../test/support/plant-lot.js';
import { MonitoringStore } from './monitoring.store.js';
import { ParkedReader } from './parked.reader.js';
import { RedriveDelivery } from './redrive-delivery.action.js';

let database: TestDatabase;
let personId: string;
let eventId: string;
let redrive: RedriveDelivery;
const reader = new ParkedReader();

beforeAll(async () => {
  database = await freshDatabase();
  personId = await plantPerson(database.owner);
  redrive = new RedriveDelivery(database.db, new MonitoringStore());
});
beforeEach(async () => {
  await database.owner.query('DELETE FROM inbox');
  const { rows } = await database.owner.query<{ id: string }>(
    `INSERT INTO outbox (type, payload, relayed_at) VALUES ('LotAllocated', '{}', now()) RETURNING id`,
  );
  eventId = rows[0]!.id;
  await database.owner.query(
    `INSERT INTO inbox (event_id, consumer, state, attempts, last_error) VALUES
       ($1, 'delivery.on-lot-allocated', 'parked', 8, 'no such lot'), ($1, 'other.consumer', 'pending', 1, NULL)`,
    [eventId],
  );
});
afterAll(() => database.close());

describe('RedriveDelivery', () => {
  it('gives a parked delivery its attempts again, due at once', async () => {
    expect(await reader.parked(database.db)).toMatchObject([
      {
        eventId: Number(eventId),
        consumer: 'delivery.on-lot-allocated',
        attempts: 8,
        lastError: 'no such lot',
      },
    ]);
    await redrive.run(personId, eventId, 'delivery.on-lot-allocated');
    expect(await reader.parked(database.db)).toEqual([]);
    const row = await database.db.first(
      `SELECT state, attempts, due_at <= clock_timestamp() AS is_due FROM inbox WHERE event_id = $1 AND consumer = 'delivery.on-lot-allocated'`,
      [eventId],
    );
    expect(row).toEqual({ state: 'pending', attempts: 0, isDue: true });
  });

  it('does so once when two ask at once', async () => {
    const asked = [1, 2].map(() => redrive.run(personId, eventId, 'delivery.on-lot-allocated'));
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    const audit = await database.db.rows(
      `SELECT FROM audit_event WHERE action = 'delivery-redriven' AND subject_id = $1`,
      [eventId],
    );
    expect(audit).toHaveLength(1);
  });

  it.each([
    ['what is not parked', () => eventId, 'other.consumer'],
    ['an unknown consumer', () => eventId, 'nobody'],
    ['a name that PostgreSQL would choke on', () => eventId, 'a\u0000b'],
    ['an unknown event', () => '999999999', 'delivery.on-lot-allocated'],
    ['what is no event', () => "1' OR true", 'delivery.on-lot-allocated'],
  ])('refuses %s', async (_, event, consumer) => {
    await expect(redrive.run(personId, event(), consumer)).rejects.toMatchObject({
      code: 'DELIVERY_NOT_PARKED',
    });
  });
});
