import pg from 'pg';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { OutboxTail } from './outbox-tail.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await freshDatabase();
});
afterAll(() => test.close());

const INSERT = `INSERT INTO outbox (type, payload) VALUES ('Uji', jsonb_build_object('poolId', $1::text))`;

/** Another session with a transaction under way. */
const begin = async (): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: test.urlOf('sepikul_app') });
  await client.connect();
  await client.query('BEGIN');
  return client;
};

describe('following the outbox', () => {
  it('tells each event once, and nothing of what was before it began', async () => {
    await test.db.change(INSERT, ['before']);
    const tail = new OutboxTail(test.db, 'poolId');
    expect(await tail.look()).toEqual(new Set());
    await test.db.change(INSERT, ['a']);
    await test.db.change(INSERT, ['b']);
    await test.db.change(INSERT, ['a']);
    await test.db.change(`INSERT INTO outbox (type, payload) VALUES ('Uji', '{"lotId": "x"}')`);
    expect(await tail.look()).toEqual(new Set(['a', 'b']));
    expect(await tail.look()).toEqual(new Set());
  });

  it('misses none that commits after a later one was told, nor one under way when it began', async () => {
    const early = await begin();
    await early.query(INSERT, ['early']);
    await test.db.change(INSERT, ['passed']);
    const tail = new OutboxTail(test.db, 'poolId');
    await tail.look();
    const slow = await begin();
    await slow.query(INSERT, ['slow']);
    await test.db.change(INSERT, ['fast']);
    expect(await tail.look()).toEqual(new Set(['fast']));
    await slow.query('COMMIT');
    await early.query('COMMIT');
    expect(await tail.look()).toEqual(new Set(['slow', 'early']));
    await Promise.all([slow.end(), early.end()]);
  });

  it('gives up, in time, what was rolled back', async () => {
    const tail = new OutboxTail(test.db, 'poolId');
    await tail.look();
    const undone = await begin();
    await undone.query(INSERT, ['undone']);
    await test.db.change(INSERT, ['kept']);
    expect(await tail.look()).toEqual(new Set(['kept']));
    await undone.query('ROLLBACK');
    await undone.end();
    expect(await tail.look(Date.now() + 200_000)).toEqual(new Set());
    expect(await tail.look()).toEqual(new Set());
  });
});
