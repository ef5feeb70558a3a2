import readExcelFile from 'read-excel-file/node';
import { credit, debit, type Posting } from '../../core/ledger/post-journal.js';
import { newId } from '../../platform/new-id.js';
import { auditPlanting } from '../../../test/support/audit-planting.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantPool, type PlantedPool } from '../../../test/support/plant-allocation.js';
import { plantParty } from '../../../test/support/plant-lot.js';
import { postJournal } from '../ledger/index.js';
import { PatronageController } from './patronage.controller.js';
import { PatronageReader } from './patronage.reader.js';

let database: TestDatabase;
let ours: PlantedPool;
let koperasi: string;
let supplier: string;
const reader = new PatronageReader();

const post = (poolId: string | null, effectiveAt: string, postings: Posting[]): Promise<string> =>
  database.db.transaction(async (tx) => {
    await auditPlanting(tx);
    return postJournal(tx, {
      businessKey: newId(),
      kind: 'planted',
      poolId,
      effectiveAt: new Date(effectiveAt),
      postings,
    });
  });
const bought = (amountRp: number): Posting[] => [
  debit(koperasi, 'purchases', amountRp),
  credit(koperasi, 'payable', amountRp),
  debit(supplier, 'receivable', amountRp),
  credit(supplier, 'sales', amountRp),
];
const credited = (amountRp: number): Posting[] => [
  debit(koperasi, 'receivable', amountRp),
  credit(koperasi, 'purchases', amountRp),
];
const sold = (amountRp: number): Posting[] => [
  debit(koperasi, 'receivable', amountRp),
  credit(koperasi, 'sales', amountRp),
];

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  ours = await plantPool(database.owner);
  koperasi = await plantParty(database.owner, 'koperasi');
  supplier = await plantParty(database.owner, 'supplier');
});
afterAll(() => database.close());

const of2026 = async (organiserId = ours.organiserId): Promise<[string, number, number][]> =>
  (await reader.ofYear(database.db, { partyId: organiserId, year: 2026 })).map((row) => [
    row.koperasiId,
    row.purchasesRp,
    row.salesRp,
  ]);

describe('patronage', () => {
  it('is what a koperasi bought and sold in the organiser’s pools in the civil year, credits taken off', async () => {
    await post(ours.poolId, '2025-12-31T16:59:59Z', bought(1_000));
    await post(ours.poolId, '2025-12-31T17:00:00Z', bought(100));
    await post(ours.poolId, '2026-06-01T00:00:00Z', credited(30));
    await post(ours.poolId, '2026-12-31T16:59:59Z', sold(7));
    await post(ours.poolId, '2026-12-31T17:00:00Z', bought(1_000));
    expect(await of2026()).toEqual([[koperasi, 70, 7]]);
  });

  it('counts no other organiser’s pool, and no pool that was practice', async () => {
    const theirs = await plantPool(database.owner);
    await post(theirs.poolId, '2026-02-01T00:00:00Z', bought(5));
    await post(ours.poolId, '2026-02-01T00:00:00Z', bought(9));
    expect(await of2026()).toEqual([[koperasi, 9, 0]]);
    expect(await of2026(theirs.organiserId)).toEqual([[koperasi, 5, 0]]);
    const own = await reader.ofKoperasi(database.db, { partyId: koperasi, year: 2026 });
    expect(own.map((row) => [row.organiserId, row.purchasesRp, row.salesRp]).sort()).toEqual(
      [
        [ours.organiserId, 9, 0],
        [theirs.organiserId, 5, 0],
      ].sort(),
    );
    expect(await reader.ofKoperasi(database.db, { partyId: theirs.organiserId, year: 2026 })).toEqual([]);
    expect(await reader.ofKoperasi(database.db, { partyId: koperasi, year: 2027 })).toEqual([]);
    await database.owner.query(`UPDATE pool SET purpose = 'practice' WHERE id = $1`, [ours.poolId]);
    expect(await of2026()).toEqual([]);
  });

  it('comes in pages, each beside the sums of all', async () => {
    const first = koperasi;
    await post(ours.poolId, '2026-03-01T00:00:00Z', bought(3));
    koperasi = await plantParty(database.owner, 'koperasi');
    await post(ours.poolId, '2026-03-01T00:00:00Z', [...bought(4), ...sold(2)]);
    const controller = new PatronageController(database.db, reader);
    const page = await controller.show(ours.organiserId, { year: 2026, limit: 1 });
    const rest = await controller.show(ours.organiserId, { year: 2026, cursor: page.nextCursor ?? '' });
    expect([...page.data, ...rest.data].map((row) => row.koperasiId).sort()).toEqual(
      [first, koperasi].sort(),
    );
    expect([page.data.length, rest.nextCursor]).toEqual([1, null]);
    for (const { purchasesRp, salesRp } of [page, rest]) expect([purchasesRp, salesRp]).toEqual([7, 2]);
    const own = await controller.purchases(koperasi, { year: 2026, limit: 1 });
    expect(own).toMatchObject({ purchasesRp: 4, salesRp: 2, nextCursor: null });
  });

  it('goes out as a sheet in which no name is a formula', async () => {
    await database.owner.query('UPDATE party SET name = $2 WHERE id = $1', [
      koperasi,
      '=HYPERLINK("http://x")',
    ]);
    await post(ours.poolId, '2026-05-01T00:00:00Z', bought(700));
    const controller = new PatronageController(database.db, reader);
    const stream = (await controller.file(ours.organiserId, { year: 2026 })).getStream();
    const content = Buffer.concat(await stream.toArray());
    const rows = (await readExcelFile(content))[0]?.data;
    expect(rows).toContainEqual([koperasi, `'=HYPERLINK("http://x")`, 700, 0]);
  });
});
