import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { describeWhere } from '../../../test/support/lacks.js';
import { startRedis, type TestRedis } from '../../../test/support/redis.js';
import { announceConsumers } from '../event/announce-consumers.js';
import { deliver } from '../event/deliver.js';
import { eventType, type DeliveredEvent } from '../event/event.js';
import { record } from '../event/record.js';
import { relayOnce } from '../event/relay.js';
import type { Consumer } from '../event/consumer.js';
import type { Registry } from '../event/registry.js';
import type { Tx } from '../db/sql.js';
import { makeLogger } from '../logging/logger.js';
import { postgresQueue, redisQueue, type RiverQueue, type WakeUp } from './river-queue.js';

const log = makeLogger('silent');
const CONSUMER_NAME = 'trial.on-sack-weighed';
const SackWeighed = eventType<{ sackId: number }>('SackWeighed');

/** Another process cannot run our TypeScript; it takes the build, which every test run makes first. */
const BUILT = join(import.meta.dirname, '../../../dist/platform/queue/river-queue.js');

/** What a backend must offer for the one suite to run on it. */
interface Backend {
  open(): Promise<RiverQueue>;
  /** The name of the exported function that opens it, and its address, for another process. */
  readonly opener: 'redisQueue' | 'postgresQueue';
  url(): string;
  /** The data of every job the backend holds, as text. */
  stored(): Promise<string[]>;
  /** Everything gone, as after FLUSHALL. */
  wipe(): Promise<void>;
  connections(): Promise<number>;
}

const until = async (holds: () => boolean | Promise<boolean>, waitMs = 20_000): Promise<void> => {
  const deadline = Date.now() + waitMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`waited ${waitMs} ms in vain`);
    await pause(10);
  }
};

const wakeUp = (eventId: number, generation = 1): WakeUp => ({
  eventId,
  consumer: CONSUMER_NAME,
  generation,
});

const registryOf = (consumer: Consumer<{ sackId: number }>): Registry => ({
  consumers: new Map([[CONSUMER_NAME, { name: CONSUMER_NAME, eventType: SackWeighed.type, consumer }]]),
  scheduled: [],
});

/** Its effect is a row that nothing keeps unique: done twice, there are two. */
const weigh: Consumer<{ sackId: number }> = {
  handle: async (tx: Tx, event: DeliveredEvent<{ sackId: number }>) => {
    await tx.change('INSERT INTO weighed (sack_id) VALUES ($1)', [event.payload.sackId]);
  },
};

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
  await database.owner.query('CREATE TABLE weighed (sack_id integer NOT NULL)');
  await database.owner.query('GRANT SELECT, INSERT ON weighed TO sepikul_worker');
  await announceConsumers(database.workerDb, registryOf(weigh));
});

afterAll(() => database.close());

/** The relay's and the delivery's own promises hold whatever the queue, so the suite runs on each backend as a whole. */
const contract = (backend: Backend): void => {
  const opened: RiverQueue[] = [];
  const children: ChildProcess[] = [];

  const open = async (): Promise<RiverQueue> => {
    const queue = await backend.open();
    opened.push(queue);
    return queue;
  };

  const close = async (queue: RiverQueue): Promise<void> => {
    opened.splice(opened.indexOf(queue), 1);
    await queue.close();
  };

  const weighed = async (): Promise<number[]> =>
    (await database.workerDb.rows<{ sackId: number }>('SELECT sack_id FROM weighed ORDER BY sack_id')).map(
      (row) => row.sackId,
    );

  const inbox = async (): Promise<
    { state: string; attempts: number; dueS: number; lastError: string | null }[]
  > =>
    database.workerDb.rows(
      `SELECT state, attempts, last_error, extract(epoch FROM due_at)::float8 AS due_s FROM inbox ORDER BY event_id`,
    );

  /** By the database's clock. */
  const nowS = async (): Promise<number> =>
    (
      await database.workerDb.first<{ nowS: number }>(
        'SELECT extract(epoch FROM clock_timestamp())::float8 AS now_s',
      )
    )?.nowS ?? 0;

  const recordSacks = (...sackIds: number[]): Promise<void> =>
    database.workerDb.transaction(async (tx) => {
      for (const sackId of sackIds) await record(tx, SackWeighed.of({ sackId }));
    });

  /** Instead of waiting for a lease or a delay to run out. */
  const makeDue = (): Promise<unknown> =>
    database.owner.query(`UPDATE inbox SET due_at = clock_timestamp() WHERE state = 'pending'`);

  const relay = (queue: RiverQueue, registry: Registry): Promise<number> =>
    relayOnce(database.workerDb, registry, queue);

  const workWith = (queue: RiverQueue, registry: Registry): void =>
    queue.work(4, (one) => deliver(database.workerDb, registry, log, one));

  const isAllDone = async (): Promise<boolean> => (await inbox()).every((row) => row.state === 'done');

  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await Promise.all(opened.splice(0).map((queue) => queue.close()));
    await backend.wipe();
    await database.owner.query('TRUNCATE weighed, inbox, outbox');
  });

  it('handles each wake-up once, as it was given', async () => {
    const handled: WakeUp[] = [];
    const queue = await open();
    queue.work(4, async (one) => void handled.push(one));
    const asked = Array.from({ length: 60 }, (_, place) => wakeUp(place + 1));
    await queue.add(asked);
    await until(() => handled.length >= asked.length);
    await pause(100);
    expect(handled.sort((left, right) => left.eventId - right.eventId)).toEqual(asked);
  });

  it('carries a wake-up from one queue to another on the same backend', async () => {
    const handled: WakeUp[] = [];
    const [sender, receiver] = [await open(), await open()];
    receiver.work(1, async (one) => void handled.push(one));
    await sender.add([wakeUp(7)]);
    await until(() => handled.length > 0);
    expect(handled).toEqual([wakeUp(7)]);
  });

  it('stores ids and nothing else', async () => {
    const queue = await open();
    await recordSacks(4711);
    await relay(queue, registryOf(weigh));
    const stored = await backend.stored();
    expect(stored).toHaveLength(1);
    const data = JSON.parse(stored[0] ?? '{}') as WakeUp;
    expect(data).toEqual({ eventId: expect.any(Number), consumer: CONSUMER_NAME, generation: 1 });
  });

  it('runs a wake-up once that is added twice while it waits', async () => {
    const handled: WakeUp[] = [];
    const queue = await open();
    await queue.add([wakeUp(1), wakeUp(2)]);
    await queue.add([wakeUp(1)]);
    await queue.add([wakeUp(1), wakeUp(1)]);
    queue.work(1, async (one) => void handled.push(one));
    await until(() => handled.length >= 2);
    await pause(300);
    expect(handled.map((one) => one.eventId).sort()).toEqual([1, 2]);
  });

  it.each(['succeeded', 'failed'])(
    'keeps nothing of a job that %s, so that its id may come again',
    async (outcome) => {
      let runs = 0;
      const queue = await open();
      queue.work(1, async () => {
        runs += 1;
        if (outcome === 'failed') throw new Error('the scale broke');
      });
      for (const run of [1, 2]) {
        await queue.add([wakeUp(1)]);
        await until(() => runs === run);
        await until(async () => (await backend.stored()).length === 0);
      }
      expect(runs).toBe(2);
    },
  );

  it('loses nothing when it is wiped clean, for the relay wakes again', async () => {
    const queue = await open();
    const registry = registryOf(weigh);
    await recordSacks(1, 2, 3);
    expect(await relay(queue, registry)).toBe(6);
    await backend.wipe();
    expect(await backend.stored()).toEqual([]);
    expect(await relay(queue, registry)).toBe(0); // Not before their lease has run out.

    await makeDue();
    expect(await relay(queue, registry)).toBe(3);
    await backend.wipe();
    workWith(queue, registry);
    await makeDue();
    await relay(queue, registry);
    await until(isAllDone);
    expect(await weighed()).toEqual([1, 2, 3]);
  });

  it('loses nothing when it is wiped while a worker is at it', async () => {
    const queue = await open();
    const slow: Consumer<{ sackId: number }> = {
      prepare: () => pause(20),
      handle: (tx, event) => weigh.handle(tx, event, undefined),
    };
    const registry = registryOf(slow);
    const sackIds = Array.from({ length: 40 }, (_, place) => place);
    await recordSacks(...sackIds);
    workWith(queue, registry);
    await relay(queue, registry);
    await until(async () => (await weighed()).length > 4);
    await backend.wipe();
    while (!(await isAllDone())) {
      await makeDue();
      await relay(queue, registry);
      await pause(100);
    }
    expect(await weighed()).toEqual(sackIds);
  });

  it('tries a failing consumer again, later each time, and parks it after eight failures', async () => {
    let tries = 0;
    const queue = await open();
    const registry = registryOf({
      handle: async (tx, event) => {
        tries += 1;
        await weigh.handle(tx, event, undefined);
        throw new Error(`the scale broke ${tries} times`);
      },
    });
    workWith(queue, registry);
    await recordSacks(1);
    for (const [failures, waitS] of [1, 2, 4, 8, 16, 32, 64, 128].entries()) {
      const before = await nowS();
      await relay(queue, registry);
      await until(async () => (await inbox())[0]?.attempts === failures + 1);
      // It failed at some time between, however long the machine took.
      const dueS = (await inbox())[0]?.dueS ?? 0;
      expect(dueS).toBeGreaterThanOrEqual(before + waitS);
      expect(dueS).toBeLessThanOrEqual((await nowS()) + waitS);
      await makeDue();
    }
    expect(await inbox()).toMatchObject([
      { state: 'parked', attempts: 8, lastError: 'the scale broke 8 times' },
    ]);

    await database.owner.query('UPDATE inbox SET due_at = clock_timestamp()');
    expect(await relay(queue, registry)).toBe(0);
    expect(tries).toBe(8);
    expect(await weighed()).toEqual([]); // Each effect was rolled back with its failure.

    await database.owner.query(`UPDATE inbox SET state = 'pending'`); // Somebody mended the scale and re-drove it.
    await close(queue);
    const mended = await open();
    workWith(mended, registryOf(weigh));
    await relay(mended, registryOf(weigh));
    await until(isAllDone);
    expect(await weighed()).toEqual([1]);
  });

  it('lets the effect of a delivery happen once when two workers handle it at the same time', async () => {
    const atOnce = new Map<string, number>();
    const meeting: Consumer<{ sackId: number }> = {
      // Each waits until the other is there too, then both go for the row.
      prepare: async (event) => {
        atOnce.set(String(event.id), (atOnce.get(String(event.id)) ?? 0) + 1);
        await until(() => (atOnce.get(String(event.id)) ?? 0) >= 2);
      },
      handle: (tx, event) => weigh.handle(tx, event, undefined),
    };
    const registry = registryOf(meeting);
    const [first, second] = [await open(), await open()];
    workWith(first, registry);
    workWith(second, registry);
    await recordSacks(1, 2, 3);
    await relay(first, registry);
    await makeDue();
    await relay(second, registry); // The same deliveries as another generation, hence other jobs.
    await until(isAllDone);
    await until(async () => (await backend.stored()).length === 0);
    expect([...atOnce.values()]).toEqual([2, 2, 2]);
    expect(await weighed()).toEqual([1, 2, 3]);
  });

  it('shares deliveries among relays that turn at once, each woken once', async () => {
    const handled: WakeUp[] = [];
    const queues = [await open(), await open(), await open()];
    queues[0]?.work(4, async (one) => void handled.push(one));
    const sackIds = Array.from({ length: 100 }, (_, place) => place);
    await recordSacks(...sackIds);
    for (let turn = 0; turn < 4; turn += 1)
      await Promise.all(queues.map((queue) => relay(queue, registryOf(weigh))));
    await until(() => handled.length >= sackIds.length);
    await pause(100);
    expect(new Set(handled.map((one) => one.eventId)).size).toBe(sackIds.length);
    expect(handled).toHaveLength(sackIds.length);
  });

  it('waits for the jobs under way when it closes, and starts no other', async () => {
    let [begun, ended] = [0, 0];
    const queue = await open();
    queue.work(2, async () => {
      begun += 1;
      await pause(300);
      ended += 1;
    });
    await queue.add([1, 2, 3, 4, 5, 6].map((eventId) => wakeUp(eventId)));
    await until(() => begun >= 2);
    await close(queue);
    const endedAtClose = ended;
    expect(endedAtClose).toBe(begun);
    await pause(400);
    expect(begun).toBe(endedAtClose);
    expect(endedAtClose).toBeLessThan(6);
  });

  it('runs a killed worker’s job again: by the lease at once when it is due, by the queue within 20 s', async () => {
    const child = await startHangingWorker();
    const registry = registryOf(weigh);
    const queue = await open();
    await recordSacks(1, 2);
    await relay(queue, registry);
    await child.tookJobs(2);
    child.kill();

    await makeDue();
    workWith(queue, registry);
    await relay(queue, registry);
    // Before the queue itself could miss the worker, whose lock lasts 10 s.
    await until(isAllDone, 9_000);
    await until(async () => (await backend.stored()).length === 0); // The taken-over jobs found nothing left to do.
    expect(await weighed()).toEqual([1, 2]);
  });

  it('refuses to be worked twice', async () => {
    const queue = await open();
    queue.work(1, () => Promise.resolve());
    expect(() => queue.work(1, () => Promise.resolve())).toThrow('already being worked');
  });

  it('leaves no connection and no handle behind when it closes', async () => {
    await until(async () => (await backend.connections()) === 0);
    const before = process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length;
    for (let round = 0; round < 3; round += 1) {
      const queue = await backend.open();
      queue.work(4, () => Promise.resolve());
      await queue.add([wakeUp(round + 1)]);
      await until(async () => (await backend.stored()).length === 0);
      expect(await backend.connections()).toBeGreaterThan(0);
      await queue.close();
    }
    await until(async () => (await backend.connections()) === 0);
    await until(
      () => process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length <= before,
    );
  });

  /** A worker in a process of its own that takes jobs and never ends them, to be killed with kill -9. */
  const startHangingWorker = async (): Promise<{
    tookJobs(count: number): Promise<void>;
    kill(): boolean;
  }> => {
    const script = `
      import { ${backend.opener} } from ${JSON.stringify(pathToFileURL(BUILT).href)};
      const log = { warn: () => undefined };
      const queue = await ${backend.opener}(process.argv[1], log);
      queue.work(4, () => new Promise(() => { console.log('took'); setInterval(() => undefined, 1000); }));
      console.log('ready');
    `;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script, backend.url()], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    const lines: string[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
    await until(() => lines.includes('ready') || child.exitCode !== null);
    return {
      tookJobs: (count) => until(() => lines.filter((line) => line === 'took').length >= count),
      kill: () => child.kill('SIGKILL'),
    };
  };
};

describe('the river on PostgreSQL', () => {
  contract({
    opener: 'postgresQueue',
    url: () => database.urlOf('sepikul_worker'),
    open: () => Promise.resolve(postgresQueue(database.urlOf('sepikul_worker'), log)),
    stored: async () => {
      const { rows } = await database.owner.query<{ data: unknown }>('SELECT data FROM bullmq.job');
      return rows.map((row) => (typeof row.data === 'string' ? row.data : JSON.stringify(row.data)));
    },
    wipe: async () => {
      const { rows } = await database.owner.query<{ name: string }>(
        `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'bullmq' AND tablename <> 'migration'`,
      );
      for (const { name } of rows) await database.owner.query(`DELETE FROM ${name}`);
    },
    connections: async () => {
      const { rows } = await database.owner.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'sepikul-queue'`,
      );
      return rows[0]?.count ?? 0;
    },
  });

  it('works as the worker, who may not change the queue’s schema', async () => {
    await expect(database.workerDb.change('CREATE TABLE bullmq.mine (id int)')).rejects.toMatchObject({
      code: '42501',
    });
  });
});

describeWhere('redis-server', 'the river on Redis', () => {
  let redis: TestRedis;

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  contract({
    opener: 'redisQueue',
    url: () => redis.url,
    open: () => redisQueue(redis.url, log),
    stored: async () => {
      const found: string[] = [];
      for (const key of await redis.client.keys('*')) {
        const data = (await redis.client.type(key)) === 'hash' ? await redis.client.hget(key, 'data') : null;
        if (data !== null) found.push(data);
      }
      return found;
    },
    wipe: async () => {
      await redis.client.flushall();
    },
    connections: async () => ((await redis.client.client('LIST')) as string).trim().split('\n').length - 1,
  });

  it.each(['allkeys-lru', 'volatile-lru', 'allkeys-random', 'volatile-ttl'])(
    'refuses a Redis that drops jobs (%s)',
    async (policy) => {
      await redis.client.config('SET', 'maxmemory-policy', policy);
      try {
        await expect(redisQueue(redis.url, log)).rejects.toThrow(
          `maxmemory-policy ${policy}; it must be noeviction`,
        );
      } finally {
        await redis.client.config('SET', 'maxmemory-policy', 'noeviction');
      }
      const connections = (): Promise<string> => redis.client.client('LIST') as Promise<string>;
      await until(async () => (await connections()).trim().split('\n').length === 1);
    },
  );
});
