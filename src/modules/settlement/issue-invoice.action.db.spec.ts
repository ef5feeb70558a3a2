import type { PartyKind } from '../../platform/auth/principal.js';
import { auditPlanting } from '../../../test/support/audit-planting.js';
import { anObserver } from '../../../test/support/acting-as.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantAllocation, type PlantedPool } from '../../../test/support/plant-allocation.js';
import { plantParty, plantPrincipal } from '../../../test/support/plant-lot.js';
import { plantTwoBuyers, playDispatch, playPlans, playReceipt } from '../../../test/support/play-delivery.js';
import { playInvoice, playRequest, wireSettlement } from '../../../test/support/play-settlement.js';
import { balancesOf } from '../../../test/support/read-books.js';
import { PatronageReader } from './patronage.reader.js';
import { SettlementReader } from './settlement.reader.js';
import { SettlementStore } from './settlement.store.js';

let database: TestDatabase;
let pool: PlantedPool;
let ani: string;
let budi: string;
let bulog: string;
let lotId: string;
let drops: readonly string[];

const reader = new SettlementReader();

const request = (dropId: string): Promise<void> => playRequest(database.workerDb, dropId);
const invoice = (dropId: string): Promise<void> => playInvoice(database.workerDb, dropId);

const invoices = () => reader.invoicePage(database.db, anObserver, pool.poolId, null, 100);
const lotState = async (): Promise<string | undefined> =>
  (await database.db.first<{ state: string }>('SELECT state FROM lot WHERE id = $1', [lotId]))?.state;
const balances = (partyId: string): Promise<Record<string, number>> => balancesOf(database.db, partyId);

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  ({
    pool,
    lotId,
    supplierId: bulog,
    buyers: [ani, budi],
    drops,
  } = await plantTwoBuyers(database));
});
afterAll(() => database.close());

describe('IssueInvoice', () => {
  it('bills what was accepted, credits the rest and clears what was in transit', async () => {
    await playDispatch(database.db, pool, drops[0]!);
    await request(drops[0]!);
    await playReceipt(database.db, pool, drops[0]!, {
      quarantinedPacks: 1,
      damagedPacks: 2,
      missingPacks: 3,
    });
    await invoice(drops[0]!);
    const [issued] = await invoices();
    expect(issued).toMatchObject({
      issuerId: bulog,
      koperasiId: ani,
      number: 1,
      requestedRp: 10_500_000,
      amountRp: 7_350_000,
      creditedRp: 3_150_000,
      quarantinedPacks: 1,
      damagedPacks: 2,
      missingPacks: 3,
    });
    expect(await reader.linesOf(database.db, issued!.id)).toMatchObject([
      { acceptedPacks: 14, packSizeMilli: 50_000, priceRpPerUnit: 10_500, amountRp: 7_350_000 },
    ]);
    expect(await balances(bulog)).toEqual({ receivable: 7_350_000, unearned: 0, sales: -7_350_000 });
    expect(await balances(ani)).toEqual({ payable: -7_350_000, prepaid: 0, purchases: 7_350_000 });
  });

  it('comes to the same when the receipt is heard of before the departure', async () => {
    await playDispatch(database.db, pool, drops[0]!);
    await playReceipt(database.db, pool, drops[0]!, { missingPacks: 1 });
    await Promise.all([invoice(drops[0]!), request(drops[0]!), invoice(drops[0]!)]);
    await request(drops[0]!);
    expect(await invoices()).toMatchObject([
      { requestedRp: 10_500_000, amountRp: 9_975_000, creditedRp: 525_000 },
    ]);
    expect(await balances(ani)).toEqual({ payable: -9_975_000, prepaid: 0, purchases: 9_975_000 });
  });

  it('invoices nothing for a drop of which nothing arrived, and still gives it a number', async () => {
    await playDispatch(database.db, pool, drops[1]!);
    await playReceipt(database.db, pool, drops[1]!, { missingPacks: 10 });
    await invoice(drops[1]!);
    expect(await invoices()).toMatchObject([{ number: 1, amountRp: 0, creditedRp: 5_250_000 }]);
    expect(await balances(budi)).toEqual({ payable: 0, prepaid: 0 });
  });

  it('settles the lot and its pool with the last of its drops', async () => {
    for (const dropId of drops) await playDispatch(database.db, pool, dropId);
    await playReceipt(database.db, pool, drops[0]!);
    await invoice(drops[0]!);
    expect(await lotState()).toBe('delivering');
    await playReceipt(database.db, pool, drops[1]!);
    await invoice(drops[1]!);
    expect(await lotState()).toBe('settled');
    expect(await database.db.first('SELECT state FROM pool WHERE id = $1', [pool.poolId])).toEqual({
      state: 'settled',
    });
  });

  it('settles the lot when its last drops are invoiced at once', async () => {
    for (const dropId of drops) {
      await playDispatch(database.db, pool, dropId);
      await playReceipt(database.db, pool, dropId);
    }
    await Promise.all(drops.map(invoice));
    expect(await lotState()).toBe('settled');
  });

  it('has the freight share of what is bought and sold on an account of its own', async () => {
    await request(drops[0]!);
    await database.owner.query('UPDATE line_price SET freight_rp = 2000 WHERE lot_id = $1', [lotId]);
    await playDispatch(database.db, pool, drops[0]!);
    await playReceipt(database.db, pool, drops[0]!, { missingPacks: 10 });
    await invoice(drops[0]!);
    expect(await balances(ani)).toMatchObject({ purchases: 5_250_000 - 1_000, freight: 1_000 });
    expect(await balances(bulog)).toMatchObject({ sales: -5_250_000 + 1_000, freight: -1_000 });
    const [bought] = await new PatronageReader().ofYear(database.db, {
      partyId: pool.organiserId,
      year: (await invoices())[0]!.year,
    });
    expect(bought?.purchasesRp).toBe(5_250_000);
    for (const promise of ['p15_invoices_match_their_lines', 'p16_settled_lots_add_up'])
      expect(await database.auditorDb.rows(`SELECT * FROM ${promise}`)).toEqual([]);
  });

  it('does not settle a lot while a drop of it has not come', async () => {
    await playDispatch(database.db, pool, drops[0]!);
    await playReceipt(database.db, pool, drops[0]!);
    await invoice(drops[0]!);
    expect(await lotState()).toBe('delivering');
  });

  it('refuses a drop that has not been received', async () => {
    await playDispatch(database.db, pool, drops[0]!);
    await expect(invoice(drops[0]!)).rejects.toThrow('has not been received');
  });
});

describe('invoice numbers', () => {
  it('have no gaps per issuer and year, though many are taken at once and some transactions fail', async () => {
    const koperasi = await Promise.all(
      Array.from({ length: 12 }, () => plantParty(database.owner, 'koperasi')),
    );
    const parts = koperasi.map((koperasiId) => ({ koperasiId, supplierId: bulog, packs: 2 }));
    const { lotId: many } = await plantAllocation(database.owner, pool, parts, { item: 1 });
    const all = await playPlans(database.db, pool, many);
    for (const dropId of all) {
      await playDispatch(database.db, pool, dropId);
      await playReceipt(database.db, pool, dropId);
    }
    const failing = all.slice(0, 4).map((dropId) =>
      database.workerDb.transaction(async (tx) => {
        await wireSettlement().issueInvoice.run(tx, dropId);
        throw new Error('killed before commit');
      }),
    );
    await Promise.allSettled([...failing, ...all.map(invoice)]);
    const numbers = (await invoices()).map((one) => one.number).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 14 }, (_, place) => place + 1));
  });

  it('are of the year of the moment at which the invoice is issued, on the last night of a year too', async () => {
    const store = new SettlementStore();
    const numberAt = (moment: string): Promise<{ year: number; number: number }> =>
      database.workerDb.transaction(async (tx) => {
        await auditPlanting(tx);
        return store.takeNumber(tx, bulog, drops[0]!, new Date(moment));
      });
    expect(await numberAt('2098-12-31T16:59:59.999Z')).toEqual({ year: 2098, number: 1 });
    expect(await numberAt('2098-12-31T17:00:00Z')).toEqual({ year: 2099, number: 1 });
    expect(await numberAt('2098-12-31T16:59:59.999Z')).toEqual({ year: 2098, number: 2 });
  });

  it("count in the year that it is at the organiser's place", async () => {
    await playDispatch(database.db, pool, drops[0]!);
    await playReceipt(database.db, pool, drops[0]!);
    await invoice(drops[0]!);
    const [issued] = await invoices();
    const place = await database.db.first<{ year: number }>(
      `SELECT extract(year FROM issued_at AT TIME ZONE 'Asia/Jakarta')::int AS year FROM invoice WHERE id = $1`,
      [issued!.id],
    );
    expect(issued!.year).toBe(place!.year);
  });
});

describe('SettlementReader', () => {
  it('shows an invoice and its request to the two parties, the organiser and observers, and to nobody else', async () => {
    await playDispatch(database.db, pool, drops[0]!);
    await playReceipt(database.db, pool, drops[0]!);
    await invoice(drops[0]!);
    const [issued] = await invoices();
    const sees = async (kind: PartyKind, partyId?: string): Promise<boolean> => {
      const id = partyId ?? (await plantParty(database.owner, kind));
      const caller = await plantPrincipal(database.owner, kind, id, 'treasurer');
      const shown = (await reader.invoiceById(database.db, caller, issued!.id)) !== undefined;
      expect(
        (await reader.invoicePage(database.db, caller, pool.poolId, null, 10)).some(
          (one) => one.id === issued!.id,
        ),
      ).toBe(shown);
      expect(await reader.requestPage(database.db, caller, pool.poolId, null, 10)).toHaveLength(
        shown ? 1 : 0,
      );
      return shown;
    };
    expect(await sees('supplier', bulog)).toBe(true);
    expect(await sees('koperasi', ani)).toBe(true);
    expect(await sees('organiser', pool.organiserId)).toBe(true);
    expect(await sees('administrator')).toBe(true);
    expect(await sees('koperasi', budi)).toBe(false);
    expect(await sees('supplier')).toBe(false);
    expect(await sees('organiser')).toBe(false);
  });
});
