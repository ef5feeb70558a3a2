import { newId } from '../../platform/new-id.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantAllocation, plantPool, type PlantedPool } from '../../../test/support/plant-allocation.js';
import { plantParty } from '../../../test/support/plant-lot.js';
import { playDispatch, playPlans, playReceipt } from '../../../test/support/play-delivery.js';
import { playInvoice, wireSettlement } from '../../../test/support/play-settlement.js';
import { netOf } from '../../../test/support/read-books.js';

let database: TestDatabase;
let pool: PlantedPool;
let ani: string;
let budi: string;
let cheap: string;
let dear: string;
let lotId: string;

/** Ani's 10 sacks come from the cheap supplier, Budi's 10 from the dear one: Rp500,000 and Rp520,000 a sack. */
const plant = async (fixedRp = 0): Promise<string[]> => {
  const planted = await plantAllocation(
    database.owner,
    pool,
    [
      { koperasiId: ani, supplierId: cheap, packs: 10 },
      { koperasiId: budi, supplierId: dear, packs: 10 },
    ],
    { priceRpPerUnit: 10_000 },
  );
  lotId = planted.lotId;
  await database.owner.query(
    `UPDATE award_line SET price_rp_per_unit = 10400, amount_rp = 5200000 + $2, fixed_rp = $2
     FROM award WHERE award.id = award_id AND lot_id = $1 AND supplier_id = $3`,
    [lotId, fixedRp, dear],
  );
  return playPlans(database.db, pool, lotId);
};

/** Receives and invoices every drop: so many sacks of Ani's and of Budi's accepted. */
const settle = async (drops: readonly string[], missing: Readonly<Record<string, number>>): Promise<void> => {
  for (const dropId of drops) {
    const drop = await database.db.first<{ koperasiId: string }>(
      'SELECT koperasi_id FROM delivery_drop WHERE id = $1',
      [dropId],
    );
    await playDispatch(database.db, pool, dropId);
    await playReceipt(database.db, pool, dropId, { missingPacks: missing[drop!.koperasiId] ?? 0 });
  }
  // At once, and once more: nothing is billed, closed or paid back twice.
  await Promise.all(drops.map((dropId) => playInvoice(database.workerDb, dropId)));
  for (const dropId of drops) await playInvoice(database.workerDb, dropId);
};

const closing = (): Promise<Record<string, number> | undefined> =>
  database.db.first(
    'SELECT invoiced_rp, billed_rp, fees_rp, credited_rp, uncovered_rp FROM lot_closing WHERE lot_id = $1',
    [lotId],
  );
const balance = (partyId: string, purpose: string): Promise<number> => netOf(database.db, partyId, purpose);

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  pool = await plantPool(database.owner);
  [ani, budi] = [await plantParty(database.owner, 'koperasi'), await plantParty(database.owner, 'koperasi')];
  [cheap, dear] = [
    await plantParty(database.owner, 'supplier'),
    await plantParty(database.owner, 'supplier'),
  ];
});
afterAll(() => database.close());
afterEach(async () => {
  for (const promise of [
    'p01_journals_sum_to_zero',
    'p03_transit_accounts_clear',
    'p15_invoices_match_their_lines',
    'p16_settled_lots_add_up',
  ])
    expect((await database.owner.query(`SELECT * FROM ${promise}`)).rows).toEqual([]);
});

describe('what is paid for a lot', () => {
  it('is one price for all, whoever serves them, and each supplier is owed its own', async () => {
    await settle(await plant(), {});
    expect(await closing()).toEqual({
      invoicedRp: 10_200_000,
      billedRp: 10_200_000,
      feesRp: 0,
      creditedRp: 0,
      uncoveredRp: 0,
    });
    for (const koperasi of [ani, budi]) expect(await balance(koperasi, 'purchases')).toBe(5_100_000);
    expect(await balance(cheap, 'sales')).toBe(-5_000_000);
    expect(await balance(cheap, 'payable')).toBe(-100_000);
    expect(await balance(dear, 'sales')).toBe(-5_200_000);
    expect(await balance(dear, 'receivable')).toBe(5_200_000);
    expect(await balance(pool.organiserId, 'equalisation')).toBe(0);
  });

  it('is paid back to all when the dear supplier falls short', async () => {
    await settle(await plant(), { [budi]: 5 });
    // 10 sacks at 500,000 and 5 at 520,000 are Rp7,600,000 for 15; 7,650,000 was invoiced.
    expect(await closing()).toMatchObject({ invoicedRp: 7_650_000, billedRp: 7_600_000, creditedRp: 50_000 });
    expect((await balance(ani, 'purchases')) + (await balance(budi, 'purchases'))).toBe(7_600_000);
    expect(await balance(ani, 'receivable')).toBe(33_333);
    expect(await balance(pool.organiserId, 'equalisation')).toBe(0);
  });

  it('never rises when the cheap supplier falls short: the equalisation account bears it', async () => {
    await settle(await plant(), { [ani]: 5 });
    expect(await closing()).toMatchObject({ creditedRp: 0, uncoveredRp: 50_000 });
    expect(await balance(ani, 'purchases')).toBe(2_550_000);
    expect(await balance(pool.organiserId, 'equalisation')).toBe(50_000);
  });

  it('includes a fixed charge once it delivers anything, and not when it delivers nothing', async () => {
    await settle(await plant(100_000), {});
    expect(await closing()).toMatchObject({ billedRp: 10_300_000, creditedRp: 0, uncoveredRp: 0 });
    expect(await balance(ani, 'purchases')).toBe(5_150_000);
    pool = await plantPool(database.owner);
    await settle(await plant(100_000), { [budi]: 10 });
    expect(await closing()).toMatchObject({ billedRp: 5_000_000, creditedRp: 150_000, uncoveredRp: 0 });
  });

  it('includes the declared fee, which the organiser earns when the lot closes', async () => {
    await database.owner.query(`INSERT INTO pool_pricing VALUES ($1, 'uniform', 20)`, [pool.poolId]);
    await settle(await plant(), {});
    expect(await closing()).toMatchObject({ invoicedRp: 10_220_000, feesRp: 20_000, uncoveredRp: 0 });
    expect(await balance(pool.organiserId, 'fees')).toBe(-20_000);
    expect(await balance(pool.organiserId, 'equalisation')).toBe(0);
  });

  it('is never above a line’s own limit', async () => {
    const drops = await plant();
    await database.owner.query(
      `UPDATE commitment_line SET max_landed_rp = 10100, version = version + 1 WHERE koperasi_id = $1`,
      [ani],
    );
    await settle(drops, {});
    expect(await balance(ani, 'purchases')).toBe(5_050_000);
    expect(await closing()).toMatchObject({ uncoveredRp: 50_000 });
  });

  it('is each zone’s own where the pool says so', async () => {
    for (const [code, koperasi] of [
      ['32.71.01', ani],
      ['32.71.02', budi],
    ]) {
      await database.owner.query(
        `INSERT INTO region (code, name, level, parent_code) VALUES ($1, $1, 'district', '32.71') ON CONFLICT DO NOTHING`,
        [code],
      );
      await database.owner.query('UPDATE party SET region_code = $1 WHERE id = $2', [code, koperasi]);
    }
    await database.owner.query(`INSERT INTO pool_pricing VALUES ($1, 'per-zone', 0)`, [pool.poolId]);
    await settle(await plant(), {});
    expect([await balance(ani, 'purchases'), await balance(budi, 'purchases')]).toEqual([
      5_000_000, 5_200_000,
    ]);
  });
});

describe('PriceLot', () => {
  it('fixes prices once, also when ten do it at once, and neither app nor worker can change them', async () => {
    await plant();
    const { priceLot } = wireSettlement();
    await Promise.all(
      Array.from({ length: 10 }, () => database.workerDb.transaction((tx) => priceLot.run(tx, lotId))),
    );
    expect(await database.db.rows('SELECT charge_rp FROM line_price WHERE lot_id = $1', [lotId])).toEqual([
      { chargeRp: 5_100_000 },
      { chargeRp: 5_100_000 },
    ]);
    for (const db of [database.db, database.workerDb])
      await expect(db.change('UPDATE line_price SET charge_rp = 0')).rejects.toMatchObject({ code: '42501' });
  });

  it('refuses a lot that is not there', async () => {
    const { priceLot } = wireSettlement();
    await expect(database.db.transaction((tx) => priceLot.run(tx, newId()))).rejects.toThrow('no lot');
  });
});
