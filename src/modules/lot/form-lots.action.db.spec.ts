import { Refusal } from '../../core/kernel/refuse.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import {
  CITY,
  plantKoperasi,
  plantLine,
  plantPool,
  plantRegions,
  type PlantedPool,
} from '../../../test/support/plant-pool.js';
import { FormLots } from './form-lots.action.js';
import { LotReader } from './lot.reader.js';
import { LotStore } from './lot.store.js';

let database: TestDatabase;
const formLots = new FormLots(new LotStore());
const reader = new LotReader();

const form = (poolId: string): Promise<void> =>
  database.workerDb.transaction((tx) => formLots.run(tx, poolId));

const refusedOf = (poolId: string) => reader.refusedPage(database.db, poolId, null, null, 1000);

const countsOf = async (poolId: string) => {
  const { rows } = await database.owner.query<Record<string, unknown>>(
    `SELECT (SELECT count(*)::int FROM lot WHERE pool_id = $1) AS lots,
       (SELECT count(*)::int FROM lot_membership JOIN commitment_line ON id = line_id WHERE pool_id = $1) AS members,
       (SELECT count(*)::int FROM audit_event WHERE action = 'lot-formed'
          AND subject_id IN (SELECT id::text FROM lot WHERE pool_id = $1)) AS audited,
       (SELECT count(*)::int FROM outbox WHERE type = 'LotsFormed' AND payload->>'poolId' = $1::text) AS events,
       (SELECT state FROM pool WHERE id = $1) AS state`,
    [poolId],
  );
  return rows[0];
};

beforeAll(async () => {
  database = await freshDatabase();
  await plantRegions(database.owner);
});

afterAll(() => database.close());

/** Two lots of three lines, and one line refused. */
const plantThreeItems = async (): Promise<PlantedPool> => {
  const pool = await plantPool(database.owner, ['dry', 'fresh', 'frozen']);
  const [dry = '', fresh = '', frozen = ''] = pool.itemIds;
  const one = await plantKoperasi(database.owner, '32.71.01.1001');
  const two = await plantKoperasi(database.owner, '32.71.02.1001');
  const line = (itemId: string, koperasiId: string, quantityPacks: number) =>
    plantLine(database.owner, { poolId: pool.poolId, itemId, koperasiId, quantityPacks });
  await line(dry, one, 60);
  await line(dry, two, 30);
  await line(fresh, two, 5);
  await line(frozen, one, 1);
  return pool;
};

describe('form lots', () => {
  it('forms one lot per item with its zones, one audit row each and one event', async () => {
    const { poolId } = await plantThreeItems();
    await form(poolId);
    const lots = await reader.lotsOfPool(database.db, poolId);
    expect(lots).toMatchObject([
      {
        position: 1,
        state: 'bidding',
        quantityPacks: 90,
        lineCount: 2,
        koperasiCount: 2,
        packSizeMilli: 50000,
      },
      { position: 2, state: 'bidding', quantityPacks: 5, lineCount: 1, koperasiCount: 1 },
    ]);
    expect(await refusedOf(poolId)).toMatchObject([{ refusal: 'COLD_STORE_MISSING' }]);
    expect(await countsOf(poolId)).toEqual({ lots: 2, members: 4, audited: 2, events: 1, state: 'closed' });
    const { rows } = await database.owner.query<{ lots: string[] }>(
      `SELECT payload->'lotIds' AS lots FROM outbox WHERE type = 'LotsFormed' AND payload->>'poolId' = $1`,
      [poolId],
    );
    expect(rows[0]?.lots).toEqual(lots.map((lot) => lot.id));
  });

  it('changes nothing when run again', async () => {
    const { poolId } = await plantThreeItems();
    await form(poolId);
    await form(poolId);
    expect(await countsOf(poolId)).toEqual({ lots: 2, members: 4, audited: 2, events: 1, state: 'closed' });
  });

  it('forms lots once when run four times at once', async () => {
    const { poolId } = await plantThreeItems();
    await Promise.all([form(poolId), form(poolId), form(poolId), form(poolId)]);
    expect(await countsOf(poolId)).toEqual({ lots: 2, members: 4, audited: 2, events: 1, state: 'closed' });
  });

  it('settles a pool of which no lot could be formed, with the reason on each line', async () => {
    const { poolId, itemIds } = await plantPool(database.owner, ['frozen']);
    const koperasiId = await plantKoperasi(database.owner, '32.71.01.1001', { isSuspended: true });
    await plantLine(database.owner, { poolId, itemId: itemIds[0] ?? '', koperasiId, quantityPacks: 4 });
    await form(poolId);
    await form(poolId);
    expect(await countsOf(poolId)).toEqual({ lots: 0, members: 1, audited: 0, events: 1, state: 'settled' });
    expect(await refusedOf(poolId)).toMatchObject([{ refusal: 'KOPERASI_SUSPENDED' }]);
  });

  it('leaves withdrawn lines out altogether', async () => {
    const { poolId, itemIds } = await plantPool(database.owner, ['dry']);
    const koperasiId = await plantKoperasi(database.owner, '32.71.01.1001');
    const line = { poolId, itemId: itemIds[0] ?? '', koperasiId, quantityPacks: 4 };
    await plantLine(database.owner, { ...line, state: 'withdrawn' });
    await plantLine(database.owner, { ...line, neededBy: '2026-12-03', quantityPacks: 2 });
    await form(poolId);
    expect(await countsOf(poolId)).toMatchObject({ lots: 1, members: 1 });
    expect((await reader.lotsOfPool(database.db, poolId))[0]?.quantityPacks).toBe(2);
  });

  it('takes the pool’s region for a koperasi that has none', async () => {
    const { poolId, itemIds } = await plantPool(database.owner, ['dry']);
    const koperasiId = await plantKoperasi(database.owner, null);
    await plantLine(database.owner, { poolId, itemId: itemIds[0] ?? '', koperasiId, quantityPacks: 4 });
    await form(poolId);
    const lots = await reader.lotsOfPool(database.db, poolId);
    expect(
      await reader.zonesOf(
        database.db,
        lots.map((lot) => lot.id),
      ),
    ).toMatchObject([{ districtCode: CITY, quantityPacks: 4, koperasiCount: 1 }]);
  });

  it('refuses a pool that is still open', async () => {
    const { poolId } = await plantPool(database.owner, ['dry'], 'open');
    await expect(form(poolId)).rejects.toThrow(Refusal);
    await expect(form(poolId)).rejects.toThrow('POOL_NOT_CLOSED_YET');
  });
});
