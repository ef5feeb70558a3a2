import { newId } from '../../platform/new-id.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantAllocation, plantPool, type PlantedPool } from '../../../test/support/plant-allocation.js';
import { plantParty } from '../../../test/support/plant-lot.js';
import { playDispatch, playPlans, playReceipt } from '../../../test/support/play-delivery.js';
import { ComingReader } from './coming.reader.js';

let database: TestDatabase;
let pool: PlantedPool;
let kitchen: string;
let koperasi: string;
let supplier: string;
const reader = new ComingReader();

const plantNeed = async (
  neededOn: string,
  state: 'draft' | 'published',
  isoWeek: string,
): Promise<string> => {
  const [requirementId, lineId] = [newId(), newId()];
  await database.owner.query(
    `INSERT INTO requirement (id, kitchen_id, iso_week, state, published_at, published_by)
     VALUES ($1, $2, $3, $4, CASE WHEN $4 = 'published' THEN now() END, CASE WHEN $4 = 'published' THEN $5::uuid END)`,
    [requirementId, kitchen, isoWeek, state, pool.personId],
  );
  await database.owner.query(
    `INSERT INTO requirement_line (id, requirement_id, needed_on, commodity_code, quantity_milli)
     VALUES ($1, $2, $3, 'BERAS-UJI', 330000)`,
    [lineId, requirementId, neededOn],
  );
  return lineId;
};
const comingFrom = (from: string | null) => reader.comingTo(database.workerDb, kitchen, from);

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  pool = await plantPool(database.owner);
  [koperasi, supplier, kitchen] = [
    await plantParty(database.owner, 'koperasi'),
    await plantParty(database.owner, 'supplier'),
    await plantParty(database.owner, 'kitchen'),
  ];
});
afterAll(() => database.close());

describe('ComingReader', () => {
  it('says of each need where it is, from whom it comes, and what of it was sound', async () => {
    const requirementLineId = await plantNeed('2026-12-02', 'published', '2026-W49');
    const { lotId } = await plantAllocation(database.owner, pool, [
      { koperasiId: koperasi, supplierId: supplier, packs: 7, beneficiaryId: kitchen, requirementLineId },
      { koperasiId: koperasi, supplierId: supplier, packs: 9 },
    ]);
    const need = { requirementLineId, neededOn: '2026-12-02', packs: 7, packSizeMilli: 50_000 };
    expect(await comingFrom(null)).toMatchObject([{ ...need, state: 'prepared', deliveryNote: null }]);
    const [dropId = ''] = await playPlans(database.db, pool, lotId);
    await playDispatch(database.db, pool, dropId);
    expect(await comingFrom(null)).toMatchObject([
      { ...need, state: 'on-the-way', deliveryNote: `SJ-${dropId}`, supplierName: expect.any(String) },
    ]);
    await playReceipt(database.db, pool, dropId, { damagedPacks: 1 });
    expect(await comingFrom(null)).toMatchObject([
      { ...need, state: 'arrived', acceptedPacks: 6, damagedPacks: 1 },
    ]);
  });

  it('shows what no pool took up, from a day on, and nothing of a draft', async () => {
    const early = await plantNeed('2026-12-02', 'published', '2026-W49');
    const late = await plantNeed('2026-12-09', 'published', '2026-W50');
    await plantNeed('2026-12-16', 'draft', '2026-W51');
    const ids = async (from: string | null) =>
      (await comingFrom(from)).map(({ requirementLineId, state }) => [requirementLineId, state]);
    expect(await ids(null)).toEqual([
      [early, 'in-no-pool'],
      [late, 'in-no-pool'],
    ]);
    expect(await ids('2026-12-03')).toEqual([[late, 'in-no-pool']]);
  });

  it('shows what its partner ordered for it by hand, and nothing of what that ordered for itself', async () => {
    await plantAllocation(database.owner, pool, [
      { koperasiId: koperasi, supplierId: supplier, packs: 3, beneficiaryId: kitchen },
      { koperasiId: koperasi, supplierId: supplier, packs: 9 },
    ]);
    expect(await comingFrom(null)).toMatchObject([{ requirementLineId: null, packs: 3, state: 'prepared' }]);
  });
});
