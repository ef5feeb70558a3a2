import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantAllocation, plantPool, type PlantedPool } from '../../../test/support/plant-allocation.js';
import { plantParty, plantPrincipal } from '../../../test/support/plant-lot.js';
import { playDispatch, playPlans, playReceipt } from '../../../test/support/play-delivery.js';
import { playInvoice } from '../../../test/support/play-settlement.js';
import type { PartyKind, Principal } from '../../platform/auth/principal.js';
import { StatementReader, type StatementPage } from './statement.reader.js';

let database: TestDatabase;
let pool: PlantedPool;
let other: PlantedPool;
let people: Record<string, Principal>;
let ids: Record<string, string>;
const reader = new StatementReader();
const page: StatementPage = { poolId: null, cursor: null, limit: 50 };

/** 10 sacks of Ani's at Rp500,000 arrive, and 5 of Budi's 10 at Rp520,000: Rp50,000 go back, two thirds to Ani. */
const settled = async (): Promise<PlantedPool> => {
  const { owner, db } = database;
  const planted = await plantPool(owner);
  const { lotId } = await plantAllocation(
    owner,
    planted,
    [
      { koperasiId: ids.ani ?? '', supplierId: ids.cheap ?? '', packs: 10 },
      { koperasiId: ids.budi ?? '', supplierId: ids.dear ?? '', packs: 10 },
    ],
    { priceRpPerUnit: 10_000 },
  );
  await owner.query(
    `UPDATE award_line SET price_rp_per_unit = 10400, amount_rp = 5200000
     FROM award WHERE award.id = award_id AND lot_id = $1 AND supplier_id = $2`,
    [lotId, ids.dear],
  );
  for (const dropId of await playPlans(db, planted, lotId)) {
    const drop = await db.first<{ koperasiId: string }>(
      'SELECT koperasi_id FROM delivery_drop WHERE id = $1',
      [dropId],
    );
    await playDispatch(db, planted, dropId);
    await playReceipt(db, planted, dropId, { missingPacks: drop?.koperasiId === ids.budi ? 5 : 0 });
    await playInvoice(database.workerDb, dropId);
  }
  return planted;
};

beforeAll(async () => {
  database = await freshDatabase();
  const { owner } = database;
  const party = (kind: PartyKind) => plantParty(owner, kind);
  ids = {
    ani: await party('koperasi'),
    budi: await party('koperasi'),
    stranger: await party('koperasi'),
    cheap: await party('supplier'),
    dear: await party('supplier'),
    observer: await party('observer'),
  };
  [pool, other] = [await settled(), await settled()];
  const person = (kind: PartyKind, id = '') => plantPrincipal(owner, kind, id, 'viewer');
  people = {
    ani: await person('koperasi', ids.ani),
    budi: await person('koperasi', ids.budi),
    stranger: await person('koperasi', ids.stranger),
    cheap: await person('supplier', ids.cheap),
    dear: await person('supplier', ids.dear),
    observer: await person('observer', ids.observer),
    organiser: await person('organiser', pool.organiserId),
  };
});
afterAll(() => database.close());

describe('what lots came to', () => {
  const seen = async (who: string) => {
    const caller = people[who];
    if (caller === undefined) throw new Error(`nobody is ${who}`);
    const sql = database.db;
    return {
      credits: (await reader.creditPage(sql, caller, page)).map(({ amountRp }) => amountRp).sort(),
      closings: (await reader.closingPage(sql, caller, page)).length,
      bills: (await reader.billPage(sql, caller, page)).map(({ amountRp }) => amountRp).sort(),
    };
  };

  it.each([
    ['ani', { credits: [33_333, 33_333], closings: 2, bills: [] }],
    ['budi', { credits: [16_667, 16_667], closings: 2, bills: [] }],
    ['stranger', { credits: [], closings: 0, bills: [] }],
    ['cheap', { credits: [], closings: 0, bills: [5_000_000, 5_000_000] }],
    ['dear', { credits: [], closings: 0, bills: [2_600_000, 2_600_000] }],
    ['organiser', { credits: [16_667, 33_333], closings: 1, bills: [2_600_000, 5_000_000] }],
    [
      'observer',
      {
        credits: [16_667, 16_667, 33_333, 33_333],
        closings: 2,
        bills: [2_600_000, 2_600_000, 5_000_000, 5_000_000],
      },
    ],
  ])('is shown to %s as far as it is theirs', async (who, expected) => {
    expect(await seen(who)).toEqual(expected);
  });

  it('is paged after a cursor, and narrowed to a pool', async () => {
    const observer = people.observer as Principal;
    const all = await reader.billPage(database.db, observer, page);
    const after = await reader.billPage(database.db, observer, {
      ...page,
      cursor: all[1]?.dropId ?? null,
      limit: 1,
    });
    expect(after).toEqual([all[2]]);
    const [closing, ...more] = await reader.closingPage(database.db, observer, {
      ...page,
      poolId: other.poolId,
    });
    expect(more).toEqual([]);
    expect(closing).toMatchObject({
      poolId: other.poolId,
      invoicedRp: 7_650_000,
      billedRp: 7_600_000,
      feesRp: 0,
      creditedRp: 50_000,
      uncoveredRp: 0,
    });
    const [bill] = await reader.billPage(database.db, people.dear as Principal, page);
    expect(bill).toMatchObject({
      koperasiId: ids.budi,
      lots: [{ lotId: expect.any(String), goodsRp: 2_600_000, fixedRp: 0, amountRp: 2_600_000 }],
    });
  });
});
