import { newId } from '../../platform/new-id.js';
import { AllocationReader } from '../allocation/index.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantAllocation, plantPool, type PlantedPool } from '../../../test/support/plant-allocation.js';
import { plantDistribution } from '../../../test/support/plant-distribution.js';
import { playDeparture, playDispatch, playRelease } from '../../../test/support/play-delivery.js';
import { plantParty } from '../../../test/support/plant-lot.js';
import { PlanDrops } from './plan-drops.action.js';
import { PlanStore } from './plan.store.js';

let database: TestDatabase;
let pool: PlantedPool;
let [ani, budi]: string[] = [];
let [bulog, tani]: string[] = [];
const planDrops = new PlanDrops(new PlanStore(), new AllocationReader());

const plan = (lotId: string): Promise<void> =>
  database.workerDb.transaction((tx) => planDrops.run(tx, lotId));

interface DropRow {
  id: string;
  koperasiId: string;
  supplierId: string;
  sequence: number;
  state: string;
  packs: number;
}

const dropsOf = (): Promise<DropRow[]> =>
  database.db.rows<DropRow>(
    `SELECT id, koperasi_id, delivery_drop.supplier_id, sequence, state, sum(shipped_packs)::int AS packs
     FROM delivery_drop LEFT JOIN drop_line ON drop_id = id WHERE pool_id = $1
     GROUP BY id ORDER BY koperasi_id, delivery_drop.supplier_id, sequence`,
    [pool.poolId],
  );

beforeAll(async () => {
  database = await freshDatabase();
  // By id, the order in which drops are listed.
  [ani, budi] = [
    await plantParty(database.owner, 'koperasi'),
    await plantParty(database.owner, 'koperasi'),
  ].sort();
  [bulog, tani] = [
    await plantParty(database.owner, 'supplier'),
    await plantParty(database.owner, 'supplier'),
  ].sort();
});
beforeEach(async () => {
  pool = await plantPool(database.owner);
});
afterAll(() => database.close());

describe('PlanDrops', () => {
  it('makes one drop per koperasi and supplier, with kitchens on the drop of their partner', async () => {
    const kitchen = await plantParty(database.owner, 'kitchen');
    const { lotId, lineIds } = await plantAllocation(database.owner, pool, [
      { koperasiId: ani!, supplierId: bulog!, packs: 30 },
      { koperasiId: ani!, supplierId: tani!, packs: 10 },
      { koperasiId: ani!, supplierId: bulog!, packs: 5, beneficiaryId: kitchen },
      { koperasiId: budi!, supplierId: bulog!, packs: 20 },
    ]);
    await plan(lotId);
    expect(await dropsOf()).toMatchObject([
      { koperasiId: ani, supplierId: bulog, sequence: 1, state: 'planned', packs: 35 },
      { koperasiId: ani, supplierId: tani, sequence: 1, packs: 10 },
      { koperasiId: budi, supplierId: bulog, sequence: 1, packs: 20 },
    ]);
    const kitchens = await database.db.rows(
      'SELECT line_id, shipped_packs FROM drop_line JOIN commitment_line ON id = line_id WHERE beneficiary_id = $1',
      [kitchen],
    );
    expect(kitchens).toEqual([{ lineId: lineIds[2], shippedPacks: 5 }]);
  });

  it('changes nothing when it runs again, also at once', async () => {
    const { lotId } = await plantAllocation(database.owner, pool, [
      { koperasiId: ani!, supplierId: bulog!, packs: 30 },
    ]);
    await Promise.all([plan(lotId), plan(lotId), plan(lotId)]);
    await plan(lotId);
    expect(await dropsOf()).toMatchObject([{ sequence: 1, packs: 30 }]);
    const audit = await database.db.rows(
      `SELECT FROM audit_event WHERE action = 'drops-planned' AND subject_id = $1`,
      [lotId],
    );
    expect(audit).toHaveLength(1);
  });

  it('loads two lots of the pool onto the same drops, also when both are planned at once', async () => {
    const parts = [
      { koperasiId: ani!, supplierId: bulog!, packs: 30 },
      { koperasiId: budi!, supplierId: bulog!, packs: 20 },
    ];
    const one = await plantAllocation(database.owner, pool, parts);
    const other = await plantAllocation(database.owner, pool, parts, { item: 1 });
    await Promise.all([plan(one.lotId), plan(other.lotId)]);
    expect(await dropsOf()).toMatchObject([
      { koperasiId: ani, sequence: 1, packs: 60 },
      { koperasiId: budi, sequence: 1, packs: 40 },
    ]);
  });

  it('puts what is allocated after a drop has left on the next one', async () => {
    const parts = [{ koperasiId: ani!, supplierId: bulog!, packs: 30 }];
    const one = await plantAllocation(database.owner, pool, parts);
    await plan(one.lotId);
    const [first] = await dropsOf();
    await playDispatch(database.db, pool, first!.id);
    const other = await plantAllocation(database.owner, pool, parts, { item: 1 });
    await plan(other.lotId);
    expect(await dropsOf()).toMatchObject([
      { sequence: 1, state: 'dispatched', packs: 30 },
      { sequence: 2, state: 'planned', packs: 30 },
    ]);
  });

  it('never loads a drop that leaves at this moment, and holds one that it loads', async () => {
    const parts = [{ koperasiId: ani!, supplierId: bulog!, packs: 30 }];
    const one = await plantAllocation(database.owner, pool, parts);
    await plan(one.lotId);
    const other = await plantAllocation(database.owner, pool, parts, { item: 1 });
    const [first] = await dropsOf();
    await playRelease(database.db, first!.id);
    const [left] = await Promise.allSettled([playDeparture(database.db, pool, first!.id), plan(other.lotId)]);
    const drops = await dropsOf();
    expect(drops.reduce((sum, drop) => sum + drop.packs, 0)).toBe(60);
    const states = await database.db.rows<{ state: string }>(
      'SELECT state FROM lot WHERE id = ANY ($1) ORDER BY id',
      [[one.lotId, other.lotId]],
    );
    // Loaded before it left, it waits for what the second lot comes to; after, the second has a drop of its own.
    const isLoadedBefore = drops.length === 1;
    if (isLoadedBefore)
      expect(left).toMatchObject({ status: 'rejected', reason: { code: 'DROP_NOT_ASKED_FOR' } });
    expect(states.map(({ state }) => state)).toEqual([
      isLoadedBefore ? 'contracted' : 'delivering',
      'contracted',
    ]);
  });

  it('plans nothing for a lot that does not exist', async () => {
    await expect(plan(newId())).rejects.toThrow('has no pool');
  });

  it('splits what is picked up into visits of their own, once, beside the truck that brings the rest', async () => {
    const { owner } = database;
    const brought = await plantAllocation(owner, pool, [{ koperasiId: ani!, supplierId: bulog!, packs: 5 }], {
      item: 1,
    });
    const fetched = await plantAllocation(owner, pool, [
      { koperasiId: ani!, supplierId: bulog!, packs: 45 },
      { koperasiId: budi!, supplierId: bulog!, packs: 7 },
    ]);
    await plantDistribution(owner, pool.itemIds[0], { supplierId: bulog!, quota: 45, atOnce: 20 });
    await plan(brought.lotId);
    await Promise.all([plan(fetched.lotId), plan(fetched.lotId)]);
    await plan(fetched.lotId);
    const drops = await dropsOf();
    expect(drops.map(({ koperasiId, sequence, packs }) => [koperasiId, sequence, packs])).toEqual([
      [ani, 1, 5],
      [ani, 2, 20],
      [ani, 3, 20],
      [ani, 4, 5],
      [budi, 1, 7],
    ]);
    const places = await owner.query<{ id: string }>(
      'SELECT id FROM delivery_drop WHERE pickup_lot_id = $1 AND pool_id = $2',
      [fetched.lotId, pool.poolId],
    );
    expect(places.rows).toHaveLength(4);
  });
});
