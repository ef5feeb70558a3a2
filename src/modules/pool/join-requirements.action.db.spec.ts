import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantParty, plantPerson } from '../../../test/support/plant-lot.js';
import { plantKoperasi, plantLine, plantPool, plantRegions } from '../../../test/support/plant-pool.js';
import { newId } from '../../platform/new-id.js';
import { CommitmentReader } from './commitment.reader.js';
import { CommitmentStore } from './commitment.store.js';
import { JoinRequirements, type WaitingLine } from './join-requirements.action.js';
import { JoiningStore } from './joining.store.js';
import { PlaceCommitments } from './place-commitments.action.js';
import { PoolMemory } from './pool-memory.js';
import { PoolReader } from './pool.reader.js';

/** A sack at the ceiling. */
const SACK_RP = 600_000;

let database: TestDatabase;
const joinRequirements = new JoinRequirements(new JoiningStore(), new PoolReader());

const join = (poolId: string, waiting: readonly WaitingLine[]): Promise<void> =>
  database.workerDb.transaction((tx) =>
    joinRequirements.run(
      tx,
      [{ id: poolId, side: 'buy', purpose: 'kitchens', neededFrom: '2026-12-01', neededUntil: '2026-12-07' }],
      waiting,
    ),
  );

/** An open pool, and a kitchen's published line of 330 kg: seven sacks of 50 kg. */
const plantWaiting = async () => {
  const { owner } = database;
  const { poolId, itemIds } = await plantPool(owner, ['dry'], 'open');
  await owner.query(`UPDATE pool SET closes_at = now() + interval '1 day' WHERE id = $1`, [poolId]);
  const koperasiId = await plantKoperasi(owner, '32.71.01.1001');
  const kitchenId = await plantParty(owner, 'kitchen');
  const [requirementId, requirementLineId] = [newId(), newId()];
  const publishedBy = await plantPerson(owner);
  await owner.query(
    `INSERT INTO requirement (id, kitchen_id, iso_week, state, published_at, published_by)
     VALUES ($1, $2, '2026-W49', 'published', now(), $3)`,
    [requirementId, kitchenId, publishedBy],
  );
  const [commodityCode, neededOn, quantityMilli] = ['UJI-dry', '2026-12-02', 330_000];
  await owner.query(
    `INSERT INTO requirement_line (id, requirement_id, needed_on, commodity_code, quantity_milli)
     VALUES ($1, $2, $3, $4, $5)`,
    [requirementLineId, requirementId, neededOn, commodityCode, quantityMilli],
  );
  const waiting: WaitingLine = {
    ...{ requirementLineId, neededOn, commodityCode, quantityMilli, kitchenId, koperasiId, publishedBy },
  };
  const byHand = (quantityPacks: number, state: 'active' | 'withdrawn' = 'active') =>
    plantLine(owner, {
      ...{ poolId, itemId: itemIds[0] ?? '', koperasiId, beneficiaryId: kitchenId, quantityPacks, state },
    });
  return { poolId, waiting, byHand };
};

/** The pool's organiser lets a koperasi order and owe so much. */
const limitTo = (poolId: string, koperasiId: string, limitRp: number) =>
  database.owner.query(
    `INSERT INTO exposure_limit (id, organiser_id, koperasi_id, limit_rp, effective_from, set_by)
     SELECT gen_random_uuid(), organiser_id, $2, $3, now(), created_by FROM pool WHERE id = $1`,
    [poolId, koperasiId, limitRp],
  );
const toldOf = (poolId: string) =>
  database.db.rows(
    `SELECT kind, count(*)::int AS parties FROM happening WHERE subject_id = $1 GROUP BY kind ORDER BY kind`,
    [poolId],
  );

const linesOf = (poolId: string) =>
  database.db.rows(
    'SELECT quantity_packs, state, version, requirement_line_id FROM commitment_line WHERE pool_id = $1',
    [poolId],
  );

const recordedOf = (poolId: string) =>
  database.db.first(
    `SELECT (SELECT count(*) FROM outbox WHERE type = 'CommitmentsPlaced' AND payload->>'poolId' = $1) AS events,
       (SELECT count(*) FROM audit_event JOIN commitment_line ON subject_id = commitment_line.id::text
        WHERE pool_id = $1::uuid AND action = 'requirement-joined') AS audited`,
    [poolId],
  );

beforeAll(async () => {
  database = await freshDatabase();
  await plantRegions(database.owner);
});
afterAll(() => database.close());

describe('requirements of a kitchen whose partner has a limit', () => {
  it('join as far as they fit, by hand or not, and the others wait while all are told', async () => {
    const { poolId, waiting } = await plantWaiting();
    await limitTo(poolId, waiting.koperasiId, 7 * SACK_RP - 1);
    await join(poolId, [waiting]);
    expect(await linesOf(poolId)).toEqual([]);
    expect(await toldOf(poolId)).toEqual([
      { kind: 'requirement-above-limit', parties: 2 },
      { kind: 'requirement-waits', parties: 1 },
    ]);
    await limitTo(poolId, waiting.koperasiId, 7 * SACK_RP);
    await Promise.all([join(poolId, [waiting]), join(poolId, [waiting])]);
    await join(poolId, [waiting]);
    expect(await linesOf(poolId)).toMatchObject([{ quantityPacks: 7 }]);
    expect(await toldOf(poolId)).toHaveLength(2);
  });

  it('look for another pool where one is above its organiser’s limit', async () => {
    const first = await plantWaiting();
    const second = await plantWaiting();
    await limitTo(first.poolId, first.waiting.koperasiId, SACK_RP);
    const open = [first.poolId, second.poolId].map((id) => ({
      ...{ id, side: 'buy', purpose: 'kitchens', neededFrom: '2026-12-01', neededUntil: '2026-12-07' },
    }));
    await database.workerDb.transaction((tx) => joinRequirements.run(tx, open, [first.waiting]));
    expect(await linesOf(first.poolId)).toEqual([]);
    expect(await linesOf(second.poolId)).toMatchObject([{ quantityPacks: 7 }]);
  });

  it('count what stands under their key once', async () => {
    const { poolId, waiting, byHand } = await plantWaiting();
    await byHand(5);
    await limitTo(poolId, waiting.koperasiId, 12 * SACK_RP);
    await join(poolId, [waiting]);
    expect(await linesOf(poolId)).toMatchObject([{ quantityPacks: 12 }]);
  });

  it('and orders at the same moment are not both above it', async () => {
    const { poolId, waiting } = await plantWaiting();
    const { rows } = await database.owner.query<{ id: string }>(
      'SELECT id FROM pool_item WHERE pool_id = $1',
      [poolId],
    );
    const place = new PlaceCommitments(
      database.db,
      new CommitmentStore(),
      new CommitmentReader(),
      new PoolMemory(),
    );
    await limitTo(poolId, waiting.koperasiId, 10 * SACK_RP);
    const byHand = place.run(waiting.publishedBy, poolId, waiting.koperasiId, [
      {
        ...{ itemId: rows[0]?.id ?? '', beneficiaryId: waiting.koperasiId, neededBy: '2026-12-02' },
        ...{ quantityPacks: 6, tolerancePacks: 0, minimumPacks: 0, maxLandedRp: null, acceptsMerge: false },
      },
    ]);
    await Promise.allSettled([byHand, join(poolId, [waiting])]);
    expect(await linesOf(poolId)).toHaveLength(1);
  });
});

describe('join requirements', () => {
  it("makes a kitchen's line a commitment, and says so to those who count, once however often it runs", async () => {
    const { poolId, waiting } = await plantWaiting();
    await Promise.all([join(poolId, [waiting]), join(poolId, [waiting])]);
    await join(poolId, [waiting]);
    expect(await linesOf(poolId)).toEqual([
      { quantityPacks: 7, state: 'active', version: 1, requirementLineId: waiting.requirementLineId },
    ]);
    expect(await recordedOf(poolId)).toEqual({ events: 1, audited: 1 });
  });

  it('adds to what the partner ordered by hand for the same kitchen and day, once, and keeps what that was', async () => {
    const { poolId, waiting, byHand } = await plantWaiting();
    const lineId = await byHand(5);
    await Promise.all([1, 2, 3].map(() => join(poolId, [waiting])));
    await join(poolId, [waiting]);
    expect(await linesOf(poolId)).toEqual([
      { quantityPacks: 12, state: 'active', version: 2, requirementLineId: waiting.requirementLineId },
    ]);
    expect(await recordedOf(poolId)).toEqual({ events: 1, audited: 1 });
    expect(
      await database.db.rows('SELECT version, quantity_packs FROM commitment_revision WHERE line_id = $1', [
        lineId,
      ]),
    ).toEqual([{ version: 1, quantityPacks: 5 }]);
  });

  it('brings a line that was withdrawn back with what the kitchen needs alone', async () => {
    const { poolId, waiting, byHand } = await plantWaiting();
    await byHand(5, 'withdrawn');
    await join(poolId, [waiting]);
    expect(await linesOf(poolId)).toMatchObject([{ quantityPacks: 7, state: 'active', version: 2 }]);
  });

  it('leaves a line that joined another pool, and every line of a pool that closed', async () => {
    const first = await plantWaiting();
    await join(first.poolId, [first.waiting]);
    const second = await plantWaiting();
    await second.byHand(5);
    const { kitchenId, koperasiId } = second.waiting;
    await join(second.poolId, [{ ...first.waiting, kitchenId, koperasiId }]);
    await database.owner.query('UPDATE pool SET closes_at = now() WHERE id = $1', [second.poolId]);
    await join(second.poolId, [second.waiting]);
    expect(await linesOf(second.poolId)).toMatchObject([{ quantityPacks: 5, version: 1 }]);
    expect(await recordedOf(second.poolId)).toEqual({ events: 0, audited: 0 });
  });
});
