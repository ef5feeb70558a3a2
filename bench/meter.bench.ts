import { fork, type ChildProcess } from 'node:child_process';
import { get, type ClientRequest } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { median, percentile, print } from './support/figures.js';
import { openClient } from './support/http-client.js';
import { openBench } from './support/open-bench.js';
import { plantOffers, plantPool, plantSessions, plantWorld } from './support/plant.js';

/**
 * A pool's meter for a thousand who listen, against one who listens in the same run: how often the engine is asked
 * per change, and from the moment a commitment is sent to the moment each listener has the new meter.
 * `npm run bench -- meter`
 */
const KOPERASI = 68;
const ITEMS = 3;
const OFFERS = 3;
const CHANGES = 40;
const CROWD = 1_000;
/** What is wanted of it: each of the crowd has the new meter within so long of a commitment. */
const WANTED_MS = 1_000;

interface Served {
  readonly child: ChildProcess;
  readonly port: number;
  computations(poolId: string): Promise<number>;
}

const serve = (databaseUrl: string): Promise<Served> =>
  new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'support', 'serve.js'), ['fastify'], {
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        STREAMS_PER_ADDRESS: '5000',
        RATE_STREAMS: '1000000',
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const computations = (poolId: string): Promise<number> =>
      new Promise((done) => {
        child.once('message', (message: { computations: number }) => {
          done(message.computations);
        });
        child.send({ poolId });
      });
    child.once('message', (message: { port: number }) => {
      resolve({ child, port: message.port, computations });
    });
    child.once('exit', (code) => {
      reject(new Error(`the server ended with ${code}`));
    });
  });

/** Opens listeners and tells of each event when it came. */
const listen = async (
  port: number,
  path: string,
  count: number,
  heard: () => void,
): Promise<ClientRequest[]> => {
  const one = (): Promise<ClientRequest> =>
    new Promise((resolve, reject) => {
      const asked = get({ host: '127.0.0.1', port, path, agent: false }, (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`listening answered ${answer.statusCode}`));
        answer.setEncoding('latin1').on('data', (chunk: string) => {
          for (const _ of chunk.matchAll(/^event: meter$/gm)) heard();
        });
        resolve(asked);
      });
      asked.on('error', (error) => {
        if (!asked.destroyed) reject(error);
      });
    });
  const all: ClientRequest[] = [];
  while (all.length < count)
    all.push(...(await Promise.all(Array.from({ length: Math.min(50, count - all.length) }, one))));
  return all;
};

const bench = await openBench();
const world = await plantWorld(bench.owner, KOPERASI, ITEMS);
const tokens = await plantSessions(bench.owner, world.koperasiIds);
const served = await serve(bench.database.urls.app);
const sender = await openClient(served.port);
const p95s: number[] = [];

for (const listeners of [1, CROWD]) {
  const { poolId, itemIds } = await plantPool(bench.owner, world, ITEMS);
  await plantOffers(bench.owner, world, itemIds, OFFERS);
  let tookMs: number[] = [];
  let sentMs = 0;
  let left = listeners;
  let allHeard = (): void => undefined;
  const heard = (): void => {
    tookMs.push(performance.now() - sentMs);
    left -= 1;
    if (left === 0) allHeard();
  };
  const change = async (number: number): Promise<void> => {
    const koperasi = number % KOPERASI;
    const line = {
      itemId: itemIds[number % ITEMS],
      neededBy: `2026-02-${String(1 + (number % 28)).padStart(2, '0')}`,
    };
    const body = { koperasiId: world.koperasiIds[koperasi], lines: [{ ...line, quantityPacks: 20 }] };
    left = listeners;
    const told = new Promise<void>((done) => {
      allHeard = done;
    });
    sentMs = performance.now();
    await sender.post(`/api/v1/pools/${poolId}/commitments`, tokens[koperasi] ?? '', JSON.stringify(body));
    await told;
  };
  const first = new Promise<void>((done) => {
    allHeard = done;
  });
  const streams = await listen(served.port, `/api/v1/pools/${poolId}/meter/stream`, listeners, heard);
  await first;
  // The first solve of a thread is several times slower.
  for (let number = 0; number < 3; number += 1) await change(number);
  const before = await served.computations(poolId);
  tookMs = [];
  for (let number = 3; number < 3 + CHANGES; number += 1) {
    await pause(Math.random() * 200);
    await change(number);
  }
  const perChange = ((await served.computations(poolId)) - before) / CHANGES;
  p95s.push(percentile(tookMs, 0.95));
  print(
    `meter, ${listeners} listening: ${perChange} computations per change, ${tookMs.length / CHANGES} events per change; ` +
      `from commitment to listener p50 ${median(tookMs).toFixed(0)} ms, p95 ${percentile(tookMs, 0.95).toFixed(0)} ms, ` +
      `the last of all ${Math.max(...tookMs).toFixed(0)} ms (wanted ${WANTED_MS})`,
  );
  for (const stream of streams) stream.destroy();
}
print(`meter: p95 for ${CROWD} is ${((p95s[1] ?? NaN) / (p95s[0] ?? NaN)).toFixed(2)} of that for one`);
sender.close();
served.child.removeAllListeners('exit');
served.child.disconnect();
await bench.close();
