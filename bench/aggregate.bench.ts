import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { newId } from '../src/platform/new-id.js';
import { median, print } from './support/figures.js';
import { openBench, type Bench } from './support/open-bench.js';
import { plantPool, plantWorld, type World } from './support/plant.js';

/**
 * Forming the lots of closed pools of 68, 8,000 and 80,000 koperasi x 12 items, against plain SQL that writes
 * the same lot and membership rows of a pool of the same size, in turns. `npm run bench -- aggregate`
 */
const ITEMS = 12;
const SIZES = [68, 8_000, 80_000];
const ROUNDS = new Map([
  [68, 7],
  [8_000, 5],
  [80_000, 3],
]);

interface Formed {
  readonly tookMs: number;
  readonly maxRssMb: number;
  readonly error?: string;
}

/** A closed pool in which each of the first `koperasi` koperasi has one line per item. */
const plantClosedPool = async (
  bench: Bench,
  world: World,
  koperasi: number,
): Promise<{ poolId: string; itemIds: string[] }> => {
  const pool = await plantPool(bench.owner, world, ITEMS);
  await bench.owner.query(
    `INSERT INTO commitment_line (id, pool_id, item_id, koperasi_id, beneficiary_id, needed_by, quantity_packs, made_by)
     SELECT gen_random_uuid(), $1, item, koperasi, koperasi, '2026-12-01', 10 + n % 20, $4
     FROM unnest($2::uuid[]) WITH ORDINALITY AS k (koperasi, n), unnest($3::uuid[]) AS i (item)`,
    [pool.poolId, world.koperasiIds.slice(0, koperasi), pool.itemIds, world.personId],
  );
  await bench.owner.query(`UPDATE pool SET state = 'closed', closed_at = clock_timestamp() WHERE id = $1`, [
    pool.poolId,
  ]);
  await bench.owner.query('VACUUM ANALYZE commitment_line');
  await bench.owner.query('CHECKPOINT').catch(() => undefined);
  return pool;
};

/** The reference: the same lot and membership rows by two plain statements, no rule, no zone, no audit. */
const writePlain = async (bench: Bench, poolId: string, itemIds: readonly string[]): Promise<number> => {
  const started = performance.now();
  await bench.owner.query('BEGIN');
  await bench.owner.query(
    `INSERT INTO lot (id, pool_id, item_id, quantity_packs, line_count, koperasi_count)
     SELECT lot_id, $1, item_id, sum(quantity_packs), count(*), count(*)
     FROM commitment_line JOIN unnest($2::uuid[], $3::uuid[]) AS given (item_id, lot_id) USING (item_id)
     WHERE pool_id = $1 GROUP BY lot_id, item_id`,
    [poolId, itemIds, itemIds.map(() => newId())],
  );
  await bench.owner.query(
    `INSERT INTO lot_membership (line_id, lot_id)
     SELECT commitment_line.id, lot.id FROM commitment_line JOIN lot USING (pool_id, item_id) WHERE pool_id = $1`,
    [poolId],
  );
  await bench.owner.query('COMMIT');
  return performance.now() - started;
};

const formInWorker = async (worker: ChildProcess, poolId: string): Promise<Formed> => {
  worker.send(poolId);
  const [formed] = (await once(worker, 'message')) as [Formed];
  if (formed.error !== undefined) throw new Error(formed.error);
  return formed;
};

const bench = await openBench();
await bench.owner.query(`SET statement_timeout = 0`);
const world = await plantWorld(bench.owner, Math.max(...SIZES), ITEMS);
const worker = fork(join(import.meta.dirname, 'support', 'form-pool.js'), [], {
  env: { ...process.env, DATABASE_URL: bench.database.urls.worker },
});
await once(worker, 'message');
const points: { lines: number; tookMs: number }[] = [];
let maxRssMb = 0;
for (const size of SIZES) {
  const ratios: number[] = [];
  const tooks: number[] = [];
  const plains: number[] = [];
  for (let round = 0; round < (ROUNDS.get(size) ?? 3); round += 1) {
    const reference = await plantClosedPool(bench, world, size);
    const pool = await plantClosedPool(bench, world, size);
    const plainFirst = round % 2 === 0;
    const before = plainFirst ? await writePlain(bench, reference.poolId, reference.itemIds) : 0;
    const formed = await formInWorker(worker, pool.poolId);
    const plain = plainFirst ? before : await writePlain(bench, reference.poolId, reference.itemIds);
    ratios.push(formed.tookMs / plain);
    tooks.push(formed.tookMs);
    plains.push(plain);
    maxRssMb = Math.max(maxRssMb, formed.maxRssMb);
  }
  points.push({ lines: size * ITEMS, tookMs: median(tooks) });
  print(
    `aggregate ${size} koperasi x ${ITEMS} items: ${median(ratios).toFixed(2)} times plain SQL (rounds ${ratios.map((ratio) => ratio.toFixed(2)).join(' ')}); ` +
      `${median(tooks).toFixed(0)} ms against ${median(plains).toFixed(0)} ms`,
  );
}
const [, middle, last] = points;
if (middle && last)
  print(
    `aggregate: growth exponent ${(Math.log(last.tookMs / middle.tookMs) / Math.log(last.lines / middle.lines)).toFixed(2)} from ${middle.lines} to ${last.lines} lines; worker at most ${maxRssMb.toFixed(0)} MB`,
  );
worker.disconnect();
await bench.close();
