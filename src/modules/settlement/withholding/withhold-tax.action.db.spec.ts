import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { plantAllocation, plantPool, type PlantedPool } from '../../../../test/support/plant-allocation.js';
import { plantParty } from '../../../../test/support/plant-lot.js';
import { playDeparture, playPlans, playReceipt } from '../../../../test/support/play-delivery.js';
import { payAllDues } from '../../../../test/support/play-payment.js';
import { playInvoice, playRequest, wireSettlement } from '../../../../test/support/play-settlement.js';
import { netOf } from '../../../../test/support/read-books.js';
import type { PartyKind } from '../../../platform/auth/principal.js';
import { newId } from '../../../platform/new-id.js';
import { WholeBillReader } from './whole-bill.reader.js';
import { WriteSlip } from './write-slip.action.js';

let database: TestDatabase;
let pool: PlantedPool;
let koperasiId: string;
let supplierId: string;
const wired = wireSettlement();

beforeAll(async () => {
  database = await freshDatabase();
  await database.owner.query(`
    INSERT INTO withholding_rate VALUES ('pph-22', '2022-05-01', 150, 2000000, 'PMK 59/2022'), ('pph-23', '2009-01-01', 200, 0, 'UU 36/2008');
    INSERT INTO tax_rate VALUES ('ppn', '2025-01-01', 1200, 11, 12, 'PMK 131/2024')`);
});
beforeEach(async () => {
  pool = await plantPool(database.owner);
  koperasiId = await plantParty(database.owner, 'koperasi');
  supplierId = await plantParty(database.owner, 'supplier');
  await database.owner.query(
    `UPDATE pool SET contract_mode = 'secondary', version = version + 1 WHERE id = $1`,
    [pool.poolId],
  );
});
afterEach(async () => {
  for (const promise of [
    'p01_journals_sum_to_zero',
    'p15_invoices_match_their_lines',
    'p16_settled_lots_add_up',
    'p27_paid_is_matched',
    'p28_withheld_is_booked',
  ])
    expect((await database.owner.query(`SELECT * FROM ${promise}`)).rows).toEqual([]);
});
afterAll(() => database.close());

const itIs = (partyId: string, kind: string): Promise<unknown> =>
  database.owner.query(
    `INSERT INTO legal_fact (id, party_id, kind, holds, valid_from, basis, recorded_by)
     VALUES ($1, $2, $3, true, '2026-01-01', 'uji', $4)`,
    [newId(), partyId, kind, pool.personId],
  );

/** Twenty sacks of Rp525,000, ordered, paid, received and invoiced; the drop. */
const play = async (): Promise<string> => {
  const { lotId } = await plantAllocation(database.owner, pool, [{ koperasiId, supplierId, packs: 20 }]);
  const [dropId = ''] = await playPlans(database.db, pool, lotId);
  await playRequest(database.workerDb, dropId);
  await payAllDues(database.workerDb, pool.poolId);
  await playRequest(database.workerDb, dropId);
  await playDeparture(database.db, pool, dropId);
  await playReceipt(database.db, pool, dropId);
  await playInvoice(database.workerDb, dropId);
  return dropId;
};

const billed = async (dropId: string, amountRp: number): Promise<string> => {
  const line = await database.db.first<{ id: string }>(
    `SELECT line.id FROM purchase_order_line AS line JOIN purchase_order ON purchase_order.id = order_id WHERE drop_id = $1`,
    [dropId],
  );
  const lines = [{ orderLineId: line?.id ?? '', description: '', packs: 20, amountRp, taxRp: 0 }];
  const bill = { number: `KW-${newId()}`, billedOn: '2026-01-01', lines };
  return wired.postBill(database.db).run(pool.personId, supplierId, bill);
};

const net = (partyId: string, ...purposes: string[]): Promise<number> =>
  netOf(database.db, partyId, ...purposes);

const due = async (): Promise<unknown> =>
  (
    await database.db.first<{ rp: number }>(
      `SELECT amount_rp AS rp FROM due WHERE pool_id = $1 AND kind = 'supplier-bill'`,
      [pool.poolId],
    )
  )?.rp;

/** What an outsider, the supplier and the organiser see of the pool's bills. */
const seenBy = async (kind: PartyKind, partyId: string) =>
  new WholeBillReader().page(
    database.db,
    { personId: pool.personId, memberships: [{ partyId, kind, roles: ['viewer'] }] },
    { poolId: pool.poolId, cursor: null, limit: 9 },
  );

describe('tax that an organiser withholds', () => {
  it('is shown on the bill to both sides, with its base, rate and slip, and to nobody else', async () => {
    await itIs(pool.organiserId, 'withholds-pph-22');
    await play();
    const [bill] = await seenBy('supplier', supplierId);
    const line = {
      code: 'pph-22',
      baseRp: 10_500_000,
      rateBps: 150,
      rateFrom: '2022-05-01',
      amountRp: 157_500,
    };
    const sums = { amountRp: 10_500_000, withheldRp: 157_500, payableRp: 10_342_500 };
    expect(bill).toMatchObject({ ...sums, withheld: [{ ...line, slipNumber: null }] });
    const slips = new WriteSlip(database.db);
    const write = (code: 'pph-22' | 'pph-23', number: string): Promise<string> =>
      slips.run(pool.personId, bill?.id ?? '', code, number);
    await expect(write('pph-23', 'BP-1')).rejects.toMatchObject({ code: 'NOTHING_WITHHELD' });
    await write('pph-22', 'BP-1');
    await write('pph-22', 'BP-2');
    expect((await seenBy('organiser', pool.organiserId))[0]?.withheld[0]?.slipNumber).toBe('BP-2');
    expect(await seenBy('koperasi', koperasiId)).toEqual([]);
  });

  it('is none where the law makes it withhold none', async () => {
    await play();
    expect([await due(), await net(pool.organiserId, 'withholding')]).toEqual([10_500_000, 0]);
  });

  it('lowers what is due to the supplier, and is owed to the state', async () => {
    await itIs(pool.organiserId, 'withholds-pph-22');
    await play();
    expect(await due()).toBe(10_500_000 - 157_500);
    expect(await net(pool.organiserId, 'withholding')).toBe(-157_500);
    expect(await net(supplierId, 'withholding')).toBe(157_500);
    await payAllDues(database.workerDb, pool.poolId);
    expect(await net(supplierId, 'receivable', 'payable')).toBe(0);
    expect(await net(pool.organiserId, 'receivable', 'payable')).toBe(0);
  });

  it('follows what is payable, down and up again, each difference booked', async () => {
    await itIs(pool.organiserId, 'withholds-pph-22');
    const dropId = await play();
    const billId = await billed(dropId, 10_000_000);
    expect([await due(), await net(pool.organiserId, 'withholding')]).toEqual([9_850_000, -150_000]);
    await wired.endBill(database.db).run(pool.personId, billId, 'withdrawn', 'salah');
    expect([await due(), await net(pool.organiserId, 'withholding')]).toEqual([10_342_500, -157_500]);
    const rows = await database.db.rows(
      'SELECT sequence, amount_rp FROM withheld_tax WHERE supplier_id = $1 ORDER BY sequence',
      [supplierId],
    );
    expect(rows).toEqual([
      { sequence: 1, amountRp: 157_500 },
      { sequence: 2, amountRp: -7_500 },
      { sequence: 3, amountRp: 7_500 },
    ]);
  });

  it('is reckoned without the value added tax that the bill contains, which its seller has on an account of its own', async () => {
    await itIs(pool.organiserId, 'withholds-pph-22');
    await itIs(pool.organiserId, 'pkp');
    await itIs(supplierId, 'pkp');
    await database.owner.query(`UPDATE commodity SET ppn = 'taxable'`);
    await play();
    // 11 parts of 111 of Rp10,500,000 are tax; 1.5 % of the rest.
    expect(await net(pool.organiserId, 'withholding')).toBe(
      -Math.floor(((10_500_000 - 1_040_540) * 150) / 10_000),
    );
    expect(await net(pool.organiserId, 'tax')).toBe(-1_040_540);
    await database.owner.query(`UPDATE commodity SET ppn = 'exempt'`);
  });
});
