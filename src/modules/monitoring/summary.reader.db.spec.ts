import { summarisePool, type PoolSummary } from '../../core/monitoring/summarise-pool.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantAllocation, plantPool, type PlantedPool } from '../../../test/support/plant-allocation.js';
import { plantParty } from '../../../test/support/plant-lot.js';
import { playDispatch, playPlans, playReceipt } from '../../../test/support/play-delivery.js';
import { playInvoice, playRequest, wireSettlement } from '../../../test/support/play-settlement.js';
import { BidReader } from '../bid/index.js';
import { LotReader } from '../lot/index.js';
import { SummaryReader } from './summary.reader.js';
import { TotalsReader } from './totals.reader.js';

let database: TestDatabase;
let pool: PlantedPool;
let ani: string;
let budi: string;
let bulog: string;
let lotIds: string[];
const reader = new SummaryReader(
  new LotReader(),
  new BidReader(),
  new TotalsReader(),
  wireSettlement().prices,
);

const summary = async (): Promise<PoolSummary> =>
  summarisePool(await reader.factsOf(database.db, pool.poolId));
const broken = async (): Promise<string[]> =>
  (await summary()).checks.filter((check) => !check.holds).map((check) => check.name);

beforeAll(async () => {
  database = await freshDatabase();
  ani = await plantParty(database.owner, 'koperasi');
  budi = await plantParty(database.owner, 'koperasi');
  bulog = await plantParty(database.owner, 'supplier');
});
beforeEach(async () => {
  pool = await plantPool(database.owner);
  const parts = [
    { koperasiId: ani, supplierId: bulog, packs: 20 },
    { koperasiId: budi, supplierId: bulog, packs: 10 },
  ];
  const one = await plantAllocation(database.owner, pool, parts);
  const other = await plantAllocation(database.owner, pool, parts, { item: 1, priceRpPerUnit: 11_000 });
  lotIds = [one.lotId, other.lotId];
});
afterAll(() => database.close());

describe('SummaryReader', () => {
  it('adds up at every step of the river', async () => {
    const steps: string[][] = [await broken()];
    const note = async (work: Promise<unknown>): Promise<void> => {
      await work;
      steps.push(await broken());
    };
    const drops = await playPlans(database.db, pool, ...lotIds);
    steps.push(await broken());
    for (const dropId of drops) {
      await note(playDispatch(database.db, pool, dropId));
      await note(playRequest(database.db, dropId));
      await note(playReceipt(database.db, pool, dropId, { damagedPacks: 1, missingPacks: 1 }));
      await note(playInvoice(database.db, dropId));
    }
    expect(steps.flat()).toEqual([]);
    const { lots, closing } = await summary();
    expect(lots.map((lot) => lot.closing?.billedRp)).toEqual([(18 + 8) * 525_000, (18 + 8) * 275_000]);
    expect(closing).toEqual({
      invoicedRp: (18 + 8) * 800_000,
      billedRp: (18 + 8) * 800_000,
      feesRp: 0,
      creditedRp: 0,
      uncoveredRp: 0,
    });
    expect((await summary()).checks.find((check) => check.name === 'supplier bills = sales')).toEqual({
      name: 'supplier bills = sales',
      holds: true,
      left: (18 + 8) * 525_000 + (18 + 8) * 275_000,
      right: (18 + 8) * 525_000 + (18 + 8) * 275_000,
    });
  });

  it('counts a lot that was not shared out, a refused line and an unformed pool as ends of what was asked', async () => {
    await database.owner.query('DELETE FROM allocation WHERE lot_id = $1', [lotIds[1]]);
    await database.owner.query('DELETE FROM share WHERE lot_id = $1', [lotIds[1]]);
    expect(await broken()).toEqual([]);
    await database.owner.query(
      `UPDATE lot_membership SET lot_id = NULL, refusal = 'COLD_STORE_MISSING' WHERE lot_id = $1`,
      [lotIds[1]],
    );
    expect(await broken()).toEqual([]);
    await database.owner.query('DELETE FROM lot_membership WHERE refusal IS NOT NULL');
    expect(await broken()).toEqual(['asked = allocated + short + refused + unshared + unformed']);
  });

  it('sets what was paid together against the bids alone, per lot, koperasi and in all', async () => {
    const { lots, koperasi, togetherRp, aloneRp } = await summary();
    expect(lots).toMatchObject([
      {
        lotId: lotIds[0],
        allocatedPacks: 30,
        togetherRp: 15_750_000,
        suppliers: [{ supplierId: bulog, packs: 30 }],
      },
      { lotId: lotIds[1], allocatedPacks: 30, togetherRp: 8_250_000 },
    ]);
    expect(koperasi.map((one) => one.koperasiId).sort()).toEqual([ani, budi].sort());
    expect([togetherRp, aloneRp]).toEqual([24_000_000, 24_000_000]);
  });
});
