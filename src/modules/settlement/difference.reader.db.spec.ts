import type { Principal } from '../../platform/auth/principal.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantAllocation, plantPool } from '../../../test/support/plant-allocation.js';
import { plantParty } from '../../../test/support/plant-lot.js';
import { playDispatch, playPlans, playReceipt } from '../../../test/support/play-delivery.js';
import { playInvoice, playRequest } from '../../../test/support/play-settlement.js';
import { DifferenceReader } from './difference.reader.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const member = (kind: 'observer' | 'organiser' | 'koperasi', partyId = NOBODY): Principal => ({
  personId: '-',
  memberships: [{ partyId, kind, roles: ['officer'] }],
});

describe('DifferenceReader', () => {
  let database: TestDatabase;
  const reader = new DifferenceReader();
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.close());

  it('tells drops of which not all was accepted, and what became of the money', async () => {
    const pool = await plantPool(database.owner);
    const [ani = '', budi = '', citra = ''] = await Promise.all(
      ['a', 'b', 'c'].map(() => plantParty(database.owner, 'koperasi')),
    );
    const bulog = await plantParty(database.owner, 'supplier');
    const { lotId } = await plantAllocation(database.owner, pool, [
      { koperasiId: ani, supplierId: bulog, packs: 20 },
      { koperasiId: budi, supplierId: bulog, packs: 10 },
      { koperasiId: citra, supplierId: bulog, packs: 5 },
    ]);
    const drops = await playPlans(database.db, pool, lotId);
    const dropOf = async (koperasiId: string): Promise<string> => {
      const row = await database.db.first<{ id: string }>(
        'SELECT id FROM delivery_drop WHERE koperasi_id = $1',
        [koperasiId],
      );
      return row?.id ?? '';
    };
    const short = await dropOf(ani);
    const whole = await dropOf(budi);
    expect(drops).toEqual(expect.arrayContaining([short, whole]));
    const page = (caller: Principal, cursor: string | null = null) =>
      reader.page(database.db, caller, pool.poolId, cursor, 10);
    expect(await page(member('observer'))).toEqual([]);

    for (const dropId of [short, whole]) {
      await playDispatch(database.db, pool, dropId);
      await playRequest(database.workerDb, dropId);
    }
    await playReceipt(database.db, pool, whole);
    await playReceipt(database.db, pool, short, { damagedPacks: 2, missingPacks: 3, quarantinedPacks: 1 });
    expect(await page(member('observer'))).toMatchObject([
      { dropId: short, invoiceId: null, invoicedRp: null, requestedRp: 10_500_000, credit: 'none' },
    ]);

    await playInvoice(database.workerDb, short);
    const found = await page(member('observer'));
    expect(found).toMatchObject([
      {
        ...{ dropId: short, invoicedRp: 7_350_000, requestedRp: 10_500_000, creditedRp: 3_150_000 },
        goods: [
          {
            ...{ shippedPacks: 20, acceptedPacks: 14, quarantinedPacks: 1, damagedPacks: 2, missingPacks: 3 },
            packSizeMilli: 50_000,
          },
        ],
        // The request was not paid yet: the credit took it down, and nothing is owed back.
        credit: 'paid',
      },
    ]);
    expect(await page(member('observer'), short)).toEqual([]);
    expect(await page(member('koperasi', ani))).toEqual([]);
    expect(await page(member('organiser'))).toEqual([]);
    const { rows } = await database.owner.query<{ organiserId: string }>(
      'SELECT organiser_id AS "organiserId" FROM pool WHERE id = $1',
      [pool.poolId],
    );
    expect(await page(member('organiser', rows[0]?.organiserId))).toEqual(found);
  });
});
