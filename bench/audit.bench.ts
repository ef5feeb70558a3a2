import { CommitmentStore } from '../src/modules/pool/commitment.store.js';
import { sealEvents, takeSealingTurn } from '../src/platform/audit/seal-events.js';
import { verifyChain } from '../src/platform/audit/verify-chain.js';
import { makeDataSource } from '../src/platform/db/data-source.js';
import { Db } from '../src/platform/db/db.js';
import { withinScope } from '../src/platform/db/scope.js';
import { newId } from '../src/platform/new-id.js';
import { median, print } from './support/figures.js';
import { openBench } from './support/open-bench.js';
import { plantPool, plantWorld } from './support/plant.js';

/**
 * Commitments of three lines, by 8 writers without HTTP between, with the audit chain on against off, in turns on the
 * same server. Off means: no sealer, and no index for it either. `npm run bench -- audit`
 */
const KOPERASI = 680;
const ITEMS = 3;
const WRITERS = 8;
const ROUNDS = 7;
const ROUND_MS = 3_000;
const SEAL_PAUSE_MS = 1_000;

const bench = await openBench();
const world = await plantWorld(bench.owner, KOPERASI, ITEMS);
const { poolId, itemIds } = await plantPool(bench.owner, world, ITEMS);

const connect = async (url: string): Promise<{ db: Db; close(): Promise<void> }> => {
  const dataSource = makeDataSource({ url, poolSize: WRITERS, applicationName: 'bench' });
  await dataSource.initialize();
  return { db: new Db(dataSource), close: () => dataSource.destroy() };
};
const app = await connect(bench.database.urls.app);
const worker = await connect(bench.database.urls.worker);
const store = new CommitmentStore();

let placed = 0;
const place = async (): Promise<void> => {
  const number = placed;
  placed += 1;
  const koperasiId = world.koperasiIds[number % KOPERASI] ?? '';
  const neededBy = new Date(Date.UTC(2026, 0, 1 + Math.floor(number / KOPERASI))).toISOString().slice(0, 10);
  const lines = itemIds.map((itemId) => ({
    id: newId(),
    itemId,
    beneficiaryId: koperasiId,
    neededBy,
    quantityPacks: 20,
    tolerancePacks: 0,
    minimumPacks: 0,
    maxLandedRp: null,
    acceptsMerge: false,
  }));
  await store.place(app.db, poolId, koperasiId, world.personId, lines);
};

const round = (): Promise<number> =>
  withinScope({ purpose: 'bench' }, async () => {
    const [started, before] = [performance.now(), placed];
    const writer = async (): Promise<void> => {
      while (performance.now() - started < ROUND_MS) await place();
    };
    await Promise.all(Array.from({ length: WRITERS }, writer));
    return ((placed - before) * 1000) / (performance.now() - started);
  });

const sealRest = async (): Promise<void> => {
  while ((await sealEvents(worker.db)) > 0);
};

/** Milliseconds from a row's writing to the publication of the first head above it. */
const waits: number[] = [];
const readWaits = async (afterId: number): Promise<void> => {
  const { rows } = await bench.owner.query<{ ms: number }>(
    `SELECT extract(epoch FROM max(published_at - happened_at)) * 1000 AS ms
     FROM audit_event JOIN audit_chain ON audit_id = id
     JOIN LATERAL (SELECT published_at FROM audit_head WHERE audit_head.number >= audit_chain.number ORDER BY 1 LIMIT 1) AS head ON true
     WHERE id > $1`,
    [afterId],
  );
  waits.push(Number(rows[0]?.ms));
};
const lastId = async (): Promise<number> => {
  const { rows } = await bench.owner.query<{ id: string }>('SELECT max(id) AS id FROM audit_event');
  return Number(rows[0]?.id);
};

/** As the worker does it, beside the writers. */
const withSealer = async (): Promise<number> => {
  const over = new AbortController();
  const sealing = (async (): Promise<void> => {
    while (!over.signal.aborted) {
      const more = await takeSealingTurn(worker.db);
      if (more === 0) await new Promise((resolve) => void setTimeout(resolve, SEAL_PAUSE_MS));
    }
  })();
  const rate = await round();
  over.abort();
  await sealing;
  return rate;
};

const without = async (): Promise<number> => {
  await bench.owner.query('DROP INDEX audit_event_transaction');
  const rate = await round();
  await bench.owner.query('CREATE INDEX audit_event_transaction ON audit_event (transaction_id)');
  return rate;
};

await round();
await sealRest();
const [ratios, on, off]: number[][] = [[], [], []];
for (let count = 0; count < ROUNDS; count += 1) {
  const plain = await without();
  await sealRest();
  const from = await lastId();
  const chained = await withSealer();
  await sealRest();
  await readWaits(from);
  off?.push(plain);
  on?.push(chained);
  ratios?.push(chained / plain);
}
print(
  `audit, ${WRITERS} writers: ${median(ratios ?? []).toFixed(3)} of the rate without a chain (rounds ${(ratios ?? []).map((ratio) => ratio.toFixed(2)).join(' ')}); ` +
    `${median(on ?? []).toFixed(0)}/s against ${median(off ?? []).toFixed(0)}/s; longest wait for a head ${Math.max(...waits).toFixed(0)} ms`,
);

for (let count = 0; count < 3; count += 1)
  await bench.owner.query(
    `INSERT INTO audit_event (action, subject_type, subject_id, data)
     SELECT 'benched', 'sack', n::text, '{"packs": 20}' FROM generate_series(1, 20000) AS n`,
  );
let started = performance.now();
let rows = 0;
for (let sealed = await sealEvents(worker.db); sealed > 0; sealed = await sealEvents(worker.db))
  rows += sealed;
print(`audit, sealing a backlog: ${((rows * 1000) / (performance.now() - started)).toFixed(0)} rows/s`);
started = performance.now();
const IDLE_TURNS = 20;
for (let turn = 0; turn < IDLE_TURNS; turn += 1) await sealEvents(worker.db);
print(`audit, a turn with nothing new: ${((performance.now() - started) / IDLE_TURNS).toFixed(1)} ms`);
started = performance.now();
const verdict = await verifyChain(worker.db);
if (verdict.touched !== null) throw new Error('the chain of this bench was touched');
print(
  `audit, verifying: ${((verdict.sealed * 1000) / (performance.now() - started)).toFixed(0)} rows/s of ${verdict.sealed}`,
);
await app.close();
await worker.close();
await bench.close();
