import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import { newId } from '../src/platform/new-id.js';
import { cpuTicks, inAll, microsPer, type CpuTimes } from './support/cpu-time.js';
import { median, percentile, print } from './support/figures.js';
import { openClient, type HttpClient } from './support/http-client.js';
import { openBench, type Bench } from './support/open-bench.js';
import { plantPast, plantPool, plantSessions, plantWorld, type World } from './support/plant.js';

/**
 * Commitments of three lines over HTTP, by 8 and 32 clients, against the same commitment rows written raw by
 * `pg`, one statement per commitment, on the same server, in turns; and by the processor time that a commitment takes in
 * all, which other work on the machine does not change. `npm run bench -- intake [express|fastify]`
 */
const KOPERASI = 680;
const ITEMS = 3;
const ROUNDS = 5;
const ROUND_MS = 3_000;
/** So many go before what is measured: until then V8 compiles, up to a third of the process's time, and once only. */
const WARM_UP = 6_000;
const WARM_UP_MS = 40_000;

interface Round {
  readonly perSecond: number;
  readonly tookMs: readonly number[];
}

/** Day after day, koperasi after koperasi: no two commitments share a key. */
const keys = function* (koperasiIds: readonly string[]): Generator<{ koperasi: number; day: string }> {
  for (let day = 0; ; day += 1) {
    const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
    for (let koperasi = 0; koperasi < koperasiIds.length; koperasi += 1) yield { koperasi, day: date };
  }
};

const inRounds = async (
  clients: number,
  once: (client: number) => Promise<void>,
  { roundMs = ROUND_MS, most = Infinity } = {},
): Promise<Round> => {
  const tookMs: number[] = [];
  const started = performance.now();
  const client = async (number: number): Promise<void> => {
    while (performance.now() - started < roundMs && tookMs.length < most) {
      const before = performance.now();
      await once(number);
      tookMs.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  return { perSecond: (tookMs.length * 1000) / (performance.now() - started), tookMs };
};

const serve = (adapter: string, databaseUrl: string): Promise<{ child: ChildProcess; port: number }> =>
  new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'support', 'serve.js'), [adapter], {
      env: { ...process.env, DATABASE_URL: databaseUrl, DATABASE_POOL_SIZE: '16' },
      execArgv:
        process.env.BENCH_PROFILE === undefined
          ? []
          : ['--cpu-prof', '--cpu-prof-dir', process.env.BENCH_PROFILE],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.once('message', (message: { port: number }) => {
      resolve({ child, port: message.port });
    });
    child.once('exit', (code) => {
      reject(new Error(`the server ended with ${code}`));
    });
  });

const RAW = `
  INSERT INTO commitment_line (id, pool_id, item_id, koperasi_id, beneficiary_id, needed_by, quantity_packs, made_by)
  SELECT id, $1, item_id, $2, $2, $3, 20, $6 FROM unnest($4::uuid[], $5::uuid[]) AS line (id, item_id)`;

const rawRound = async (
  bench: Bench,
  world: World,
  clients: number,
  next: Generator<{ koperasi: number; day: string }>,
): Promise<Round> => {
  const { poolId, itemIds } = rawPool;
  const connections = await Promise.all(
    Array.from({ length: clients }, async () => {
      // As the owner, whom no wall stops: raw is without any.
      const connection = new pg.Client({ connectionString: bench.database.urls.migrate });
      await connection.connect();
      return connection;
    }),
  );
  const round = await inRounds(clients, async (client) => {
    const { koperasi, day } = next.next().value as { koperasi: number; day: string };
    const values = [
      poolId,
      world.koperasiIds[koperasi],
      day,
      itemIds.map(() => newId()),
      itemIds,
      world.personId,
    ];
    await connections[client]?.query({ name: 'raw', text: RAW, values });
  });
  await Promise.all(connections.map((connection) => connection.end()));
  return round;
};

const bench = await openBench();
const world = await plantWorld(bench.owner, KOPERASI, ITEMS);
const tokens = await plantSessions(bench.owner, world.koperasiIds);
const httpPool = await plantPool(bench.owner, world, ITEMS);
const rawPool = await plantPool(bench.owner, world, ITEMS);
await plantPast(bench.owner, world, ITEMS);
const httpKeys = keys(world.koperasiIds);
const rawKeys = keys(world.koperasiIds);
const adapters = process.argv[2] === undefined ? ['fastify'] : process.argv.slice(2);

for (const adapter of adapters) {
  const { child, port } = await serve(adapter, bench.database.urls.app);
  const sockets: HttpClient[] = [];
  const path = `/api/v1/pools/${httpPool.poolId}/commitments`;
  const httpOnce = async (client: number): Promise<void> => {
    const { koperasi, day } = httpKeys.next().value as { koperasi: number; day: string };
    const lines = httpPool.itemIds.map((itemId) => ({ itemId, neededBy: day, quantityPacks: 20 }));
    const body = JSON.stringify({ koperasiId: world.koperasiIds[koperasi], lines });
    await sockets[client]?.post(path, tokens[koperasi] ?? '', body);
  };
  for (const clients of [8, 32]) {
    // Opened when they are needed: the server hangs up on who says nothing for a minute.
    while (sockets.length < clients) sockets.push(await openClient(port));
    if (clients === 8) await inRounds(clients, httpOnce, { roundMs: WARM_UP_MS, most: WARM_UP });
    const ratios: number[] = [];
    const rates: number[] = [];
    const raws: number[] = [];
    const tookMs: number[] = [];
    const work: number[] = [];
    const spent: CpuTimes[] = [];
    const spentRaw: CpuTimes[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const served = child.pid === undefined ? [] : [child.pid];
      const start = await cpuTicks(bench.owner, served);
      const raw = await rawRound(bench, world, clients, rawKeys);
      const middle = await cpuTicks(bench.owner, served);
      const http = await inRounds(clients, httpOnce);
      const end = await cpuTicks(bench.owner, served);
      const rawWork = microsPer(start, middle, raw.tookMs.length);
      const httpWork = microsPer(middle, end, http.tookMs.length);
      work.push(inAll(rawWork) / inAll(httpWork));
      spent.push(httpWork);
      spentRaw.push(rawWork);
      ratios.push(http.perSecond / raw.perSecond);
      rates.push(http.perSecond);
      raws.push(raw.perSecond);
      tookMs.push(...http.tookMs);
    }
    print(
      `intake ${adapter}, ${clients} clients: ${median(ratios).toFixed(3)} of raw (rounds ${ratios.map((ratio) => ratio.toFixed(2)).join(' ')}); ` +
        `by processor time ${median(work).toFixed(3)}; ${median(rates).toFixed(0)}/s against ${median(raws).toFixed(0)}/s raw; p50 ${percentile(tookMs, 0.5).toFixed(1)} ms, p95 ${percentile(tookMs, 0.95).toFixed(1)} ms`,
    );
    const of = (marks: readonly CpuTimes[], part: keyof CpuTimes): string =>
      median(marks.map((mark) => mark[part])).toFixed(0);
    print(
      `  a commitment takes ${of(spent, 'served')} us in the HTTP process, ${of(spent, 'postgres')} us in PostgreSQL, ${of(spent, 'client')} us in the client; ` +
        `raw ${of(spentRaw, 'postgres')} us in PostgreSQL, ${of(spentRaw, 'client')} us in the client`,
    );
  }
  sockets.forEach((socket) => {
    socket.close();
  });
  child.removeAllListeners('exit');
  child.disconnect();
}
await bench.close();
