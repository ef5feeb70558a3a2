import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { makeLogger } from '../logging/logger.js';
import type { RiverQueue, WakeUp } from '../queue/river-queue.js';
import { announceConsumers } from './announce-consumers.js';
import { deliver } from './deliver.js';
import { eventType } from './event.js';
import { record } from './record.js';
import type { Registry } from './registry.js';
import { relayOnce } from './relay.js';

const Weighed = eventType<{ sackId: number }>('Weighed');
const Sewn = eventType<{ sackId: number }>('Sewn');

let database: TestDatabase;
let handled: string[] = [];

/** A version of the product by what its consumers read. */
const version = (reads: Record<string, string>): Registry => ({
  consumers: new Map(
    Object.entries(reads).map(([name, type]) => [
      name,
      { name, eventType: type, consumer: { handle: async () => void handled.push(name) } },
    ]),
  ),
  scheduled: [],
});
const old = version({ 'trial.count': 'Weighed' });
const young = version({ 'trial.count': 'Weighed', 'trial.label': 'Weighed', 'trial.stack': 'Sewn' });

/** A turn of a worker of this version, all wake-ups worked off; says which it claimed. */
const turn = async (registry: Registry): Promise<string[]> => {
  const woken: WakeUp[] = [];
  const queue = {
    add: async (wakeUps: readonly WakeUp[]) => void woken.push(...wakeUps),
  } as unknown as RiverQueue;
  await relayOnce(database.workerDb, registry, queue);
  for (const wakeUp of woken) await deliver(database.workerDb, registry, makeLogger('silent'), wakeUp);
  return woken.map(({ consumer }) => consumer).sort();
};

const announce = (registry: Registry): Promise<void> => announceConsumers(database.db, registry);

const recordBoth = (): Promise<void> =>
  database.db.transaction(async (tx) => {
    await record(tx, Weighed.of({ sackId: 1 }));
    await record(tx, Sewn.of({ sackId: 1 }));
  });

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  handled = [];
  await database.owner.query('TRUNCATE inbox, outbox, consumer');
});
afterAll(() => database.close());

describe('the relay', () => {
  it('passes on what only a newer version reads, which finds it waiting', async () => {
    await announce(old);
    await announce(young);
    await recordBoth();
    expect(await turn(old)).toEqual(['trial.count']);
    expect(await turn(young)).toEqual(['trial.label', 'trial.stack']);
    expect(handled.sort()).toEqual(['trial.count', 'trial.label', 'trial.stack']);
    expect(await turn(old)).toEqual([]);
  });

  it('keeps an event of a kind that nobody has announced until somebody does', async () => {
    await announce(old);
    await recordBoth();
    await turn(old);
    const unrelayed = () => database.db.rows('SELECT type FROM outbox WHERE relayed_at IS NULL');
    expect(await unrelayed()).toEqual([{ type: 'Sewn' }]);
    await announce(young);
    expect(await turn(young)).toEqual(['trial.stack']);
    expect(await unrelayed()).toEqual([]);
  });

  it('brings a retired consumer nothing, though a process that has it starts once more', async () => {
    await announce(old);
    await database.owner.query(`UPDATE consumer SET retired_at = now() WHERE name = 'trial.count'`);
    await announce(old);
    await recordBoth();
    expect(await turn(old)).toEqual([]);
    expect(await database.db.rows('SELECT type FROM outbox WHERE relayed_at IS NULL')).toEqual([
      { type: 'Sewn' },
    ]);
  });

  it('lets several processes announce at once, and none give a name another event', async () => {
    await Promise.all([old, young, old, young].map(announce));
    expect(await database.db.rows('SELECT name FROM consumer ORDER BY name')).toHaveLength(3);
    await expect(announce(version({ 'trial.count': 'Sewn' }))).rejects.toThrow('trial.count');
  });

  it('wakes what is not done after twelve seconds, then twice as late each time, up to 384', async () => {
    await announce(version({ 'trial.count': 'Weighed' }));
    await recordBoth();
    const stuck: RiverQueue = { add: async () => undefined } as unknown as RiverQueue;
    const waits: number[] = [];
    for (let waking = 0; waking < 8; waking += 1) {
      await relayOnce(database.workerDb, old, stuck);
      const row = await database.db.first<{ waitS: number }>(
        'SELECT extract(epoch FROM due_at - clock_timestamp())::float8 AS wait_s FROM inbox',
      );
      // What passed between the two looks at the clock is less than half of the shortest.
      waits.push(Math.round((row?.waitS ?? 0) / 12));
      await relayOnce(database.workerDb, old, stuck);
      await database.owner.query('UPDATE inbox SET due_at = clock_timestamp()');
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 32, 32]);
    expect(await database.db.rows('SELECT generation, attempts FROM inbox')).toEqual([
      { generation: 8, attempts: 0 },
    ]);
  });
});
