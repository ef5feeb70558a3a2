import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantParty } from '../../../test/support/plant-lot.js';
import { refusedLines } from '../../../test/support/play-lots.js';
import { NEEDED, closing, openRescueScene, type RescueScene } from '../../../test/support/plant-rescue.js';
import { CITY } from '../../../test/support/plant-pool.js';
import { newId } from '../../platform/new-id.js';
import { KitchenReader } from '../kitchen/index.js';
import { CommitmentReader } from './commitment.reader.js';
import { CommitmentStore } from './commitment.store.js';
import { JoinRequirements } from './join-requirements.action.js';
import { JoiningStore } from './joining.store.js';
import { OnItemCancelled } from './on-item-cancelled.consumer.js';
import { PlaceCommitments } from './place-commitments.action.js';
import { PoolMemory } from './pool-memory.js';
import { PoolReader } from './pool.reader.js';

let database: TestDatabase;
let scene: RescueScene;
const lines = new CommitmentReader();

beforeAll(async () => {
  database = await freshDatabase();
  scene = await openRescueScene(database);
});
afterEach(() => scene.endAll());
afterAll(() => database.close());

/** A kitchen of the city's, its koperasi, and one line of a week it has published. */
const plantRequirement = async (): Promise<{ kitchenId: string; requirementLineId: string }> => {
  const [requirementId, requirementLineId] = [newId(), newId()];
  const kitchenId = await plantParty(database.owner, 'kitchen');
  await database.owner.query('UPDATE party SET region_code = $2, partner_koperasi_id = $3 WHERE id = $1', [
    kitchenId,
    CITY,
    scene.koperasi[0],
  ]);
  await database.owner.query(
    `INSERT INTO requirement (id, kitchen_id, iso_week, state, published_at, published_by)
     VALUES ($1, $2, '2090-W22', 'published', now(), $3)`,
    [requirementId, kitchenId, scene.personId],
  );
  await database.owner.query(
    `INSERT INTO requirement_line (id, requirement_id, needed_on, commodity_code, quantity_milli)
     VALUES ($1, $2, $3, 'UJI-dry', 1000000)`,
    [requirementLineId, requirementId, NEEDED],
  );
  return { kitchenId, requirementLineId };
};

describe('lines of a pool that merges', () => {
  it('move where their koperasi agreed, with history; the others are released, and all are told', async () => {
    const target = await scene.aPool({ acceptsMerged: true }, 3600);
    const pool = await scene.aPool({ rice: 100, otherwise: 'merge' });
    const moved = await scene.aLine(pool, 0, 20, { acceptsMerge: true, minimumPacks: 5 });
    const added = await scene.aLine(pool, 1, 10, { acceptsMerge: true });
    const stays = await scene.aLine(pool, 2, 7);
    const standing = await scene.aLine(target, 1, 30);
    await closing(database.workerDb).due();
    expect(await scene.fateOf(pool)).toMatchObject({ state: 'cancelled' });
    await scene.form(pool);
    expect(await scene.endsOf(pool)).toEqual({
      [moved]: 'RESCUE_MERGED',
      [added]: 'RESCUE_MERGED',
      [stays]: 'RESCUE_NOT_CONSENTED',
    });
    const now = await lines.page(database.db, target.poolId, null, null, 10);
    expect(
      now.map((line) => [line.koperasiId, line.quantityPacks, line.minimumPacks, line.version]).sort(),
    ).toEqual(
      [
        [scene.koperasi[0], 20, 5, 1],
        [scene.koperasi[1], 40, 0, 2],
      ].sort(),
    );
    expect(
      await scene.countOf(`audit_event WHERE action = 'commitment-moved' AND subject_id = $1`, moved),
    ).toBe(1);
    const history = await lines.historyOf(database.db, standing);
    expect(history.map(({ version, quantityPacks }) => [version, quantityPacks])).toEqual([
      [1, 30],
      [2, 40],
    ]);
    const refused = await refusedLines(database.db, pool.poolId);
    expect(refused.find(({ lineId }) => lineId === added)?.movedToLineId).toBe(standing);
    expect(await scene.eventsOf(target)).toEqual(['CommitmentsPlaced', 'CommitmentsPlaced']);
    for (const who of [0, 1]) expect(await scene.toldTo(scene.koperasi[who], target)).toEqual(['line-moved']);
    expect(await scene.toldTo(scene.koperasi[2], pool)).toEqual(['line-released', 'pool-cancelled']);
    expect(await scene.toldTo(pool.organiserId, pool)).toEqual(['item-merged', 'pool-cancelled']);
    expect(await scene.toldTo(target.organiserId, target)).toEqual(['lines-received']);
    expect(await scene.brokenPromises(pool, target)).toEqual([]);
  });

  it.each<[string, string]>([
    ['is a draft', `state = 'draft', opened_at = NULL`],
    ['is closed', `state = 'closed', closed_at = now()`],
    ['has no time left', `closes_at = clock_timestamp()`],
    ['closes after the day of need', `closes_at = '2090-06-02T00:00:00+07:00'`],
    ['ends its days of need before', `needed_until = '2090-05-31'`],
    ['buys for play money', `purpose = 'practice'`],
  ])('are released when the only pool that takes lines in %s', async (_, change) => {
    const target = await scene.aPool({ acceptsMerged: true }, 3600);
    await database.owner.query(`UPDATE pool SET ${change} WHERE id = $1`, [target.poolId]);
    const pool = await scene.aPool({ rice: 100, otherwise: 'merge' }, 3600);
    const lineId = await scene.aLine(pool, 0, 20, { acceptsMerge: true });
    await closing(database.db).byHand(scene.personId, pool.poolId, 'uji');
    await scene.form(pool);
    expect(await scene.endsOf(pool)).toEqual({ [lineId]: 'RESCUE_NO_TARGET' });
    expect(await scene.countOf('commitment_line WHERE pool_id = $1', target.poolId)).toBe(0);
  });

  it.each<[string, string, string]>([
    [
      'asks a fee',
      `INSERT INTO pool_pricing (pool_id, kind, fee_rp_per_unit) VALUES ($1, 'uniform', 25)`,
      'SELECT $1::uuid',
    ],
    [
      'was opened with a higher worst',
      'SELECT $1::uuid',
      `INSERT INTO item_guarantee (item_id, from_packs, worst_rp_per_unit)
       SELECT id, 1, ceiling_rp_per_unit + 1 FROM pool_item WHERE pool_id = $1`,
    ],
  ])(
    'are released when the only pool that takes lines in %s: they would pay above their worst',
    async (_, drafting, opening) => {
      const { owner } = database;
      const target = await scene.aPool({ acceptsMerged: true }, 3600);
      await owner.query('BEGIN');
      await owner.query(`UPDATE pool SET state = 'draft', opened_at = NULL WHERE id = $1`, [target.poolId]);
      await owner.query(drafting, [target.poolId]);
      await owner.query(`UPDATE pool SET state = 'open', opened_at = now() WHERE id = $1`, [target.poolId]);
      await owner.query(opening, [target.poolId]);
      await owner.query('COMMIT');
      const pool = await scene.aPool({ rice: 100, otherwise: 'merge' });
      const lineId = await scene.aLine(pool, 0, 20, { acceptsMerge: true });
      await closing(database.workerDb).due();
      await scene.form(pool);
      expect(await scene.endsOf(pool)).toEqual({ [lineId]: 'RESCUE_NO_TARGET' });
    },
  );

  it('stay out of a pool whose organiser’s limit they would break, their own old lines not counted', async () => {
    const target = await scene.aPool({ acceptsMerged: true }, 3600);
    const pool = await scene.aPool({ rice: 100, otherwise: 'merge' });
    const [fits, above] = [
      await scene.aLine(pool, 0, 20, { acceptsMerge: true }),
      await scene.aLine(pool, 1, 20, { acceptsMerge: true }),
    ];
    // Twenty sacks at the ceiling are Rp12,000,000.
    for (const [who, limitRp] of [12_000_000, 11_999_999].entries())
      await database.owner.query(
        `INSERT INTO exposure_limit (id, organiser_id, koperasi_id, limit_rp, effective_from, set_by)
         SELECT gen_random_uuid(), organiser_id, $2, $3, now(), created_by FROM pool WHERE id = ANY ($1)
           AND NOT EXISTS (SELECT FROM exposure_limit AS own WHERE own.organiser_id = pool.organiser_id AND own.koperasi_id = $2)`,
        [[target.poolId, pool.poolId], scene.koperasi[who], limitRp],
      );
    await closing(database.workerDb).due();
    await scene.form(pool);
    expect(await scene.endsOf(pool)).toEqual({ [fits]: 'RESCUE_MERGED', [above]: 'RESCUE_NO_TARGET' });
    await database.owner.query('DELETE FROM exposure_limit');
  });

  it('are released when no pool takes lines in', async () => {
    await scene.aPool({ acceptsMerged: false }, 3600);
    const pool = await scene.aPool({ rice: 100, otherwise: 'merge' });
    const lineId = await scene.aLine(pool, 0, 20, { acceptsMerge: true });
    await closing(database.workerDb).due();
    await scene.form(pool);
    expect(await scene.endsOf(pool)).toEqual({ [lineId]: 'RESCUE_NO_TARGET' });
  });

  it('lose no pack when several pools and a new commitment come to the same key at once', async () => {
    const target = await scene.aPool({ acceptsMerged: true }, 3600);
    const pools = await Promise.all(
      [1, 2, 3, 4].map(() => scene.aPool({ rice: 100, otherwise: 'merge' }, 3600)),
    );
    for (const pool of pools)
      for (const who of [0, 1, 2]) await scene.aLine(pool, who, 10, { acceptsMerge: true });
    const place = new PlaceCommitments(database.db, new CommitmentStore(), lines, new PoolMemory());
    const own = scene.koperasi[0] ?? '';
    const placing = place.run(scene.personId, target.poolId, own, [
      {
        itemId: target.itemIds[0] ?? '',
        beneficiaryId: own,
        neededBy: NEEDED,
        quantityPacks: 5,
        tolerancePacks: 0,
        minimumPacks: 0,
        maxLandedRp: null,
        acceptsMerge: false,
      },
    ]);
    const [placed] = await Promise.allSettled([
      placing,
      ...pools.map((pool) => closing(database.workerDb).byHand(scene.personId, pool.poolId, 'uji')),
    ]);
    const now = await lines.page(database.db, target.poolId, null, null, 10);
    // The new commitment came first and was added to, or found its key taken and was refused.
    const expected = 4 * 3 * 10 + (placed.status === 'fulfilled' ? 5 : 0);
    expect(now.reduce((sum, line) => sum + line.quantityPacks, 0)).toBe(expected);
    expect(now).toHaveLength(3);
    for (const pool of pools) expect((await scene.fateOf(pool)).state).toBe('cancelled');
    expect(
      await scene.countOf(
        'line_move JOIN commitment_line ON id = target_line_id WHERE pool_id = $1',
        target.poolId,
      ),
    ).toBe(12);
  });

  it('wait for nobody when two pools merge into each other at once', async () => {
    const pair = await Promise.all(
      [1, 2].map(() => scene.aPool({ rice: 100, otherwise: 'merge', acceptsMerged: true }, 3600)),
    );
    for (const pool of pair) await scene.aLine(pool, 0, 10, { acceptsMerge: true });
    await Promise.all(
      pair.map((pool) => closing(database.workerDb).byHand(scene.personId, pool.poolId, 'uji')),
    );
    for (const pool of pair) {
      await scene.form(pool);
      expect((await scene.fateOf(pool)).state).toBe('cancelled');
    }
    expect(await scene.brokenPromises(...pair)).toEqual([]);
  });

  it('let go of what they carry for kitchens, which joins another open pool by itself', async () => {
    const pool = await scene.aPool({ rice: 100, otherwise: 'merge' });
    const { kitchenId, requirementLineId } = await plantRequirement();
    const lineId = await scene.aLine(pool, 0, 20, { beneficiaryId: kitchenId });
    await database.owner.query(
      'UPDATE commitment_line SET requirement_line_id = $2, version = 2 WHERE id = $1',
      [lineId, requirementLineId],
    );
    await closing(database.workerDb).due();
    await scene.form(pool);
    expect(await scene.endsOf(pool)).toEqual({ [lineId]: 'RESCUE_NOT_CONSENTED' });
    expect(await scene.toldTo(kitchenId, pool)).toEqual(['line-released', 'pool-cancelled']);

    const pools = new PoolReader();
    const consumer = new OnItemCancelled(
      pools,
      new KitchenReader(),
      new JoinRequirements(new JoiningStore(), pools),
    );
    const payload = { poolId: pool.poolId };
    const hear = (): Promise<void> =>
      database.workerDb.transaction((tx) =>
        consumer.handle(tx, { id: 1, type: 'ItemCancelled', payload, recordedAt: new Date() }),
      );
    const carriedBy = (id: string): Promise<number> =>
      scene.countOf(
        'commitment_line WHERE requirement_line_id = $1 AND pool_id = $2 AND quantity_packs = 20',
        requirementLineId,
        id,
      );
    await hear();
    const next = await scene.aPool({}, 3600);
    expect(await carriedBy(next.poolId)).toBe(0);
    await Promise.all([hear(), hear()]);
    expect(await carriedBy(next.poolId)).toBe(1);
  });
});
