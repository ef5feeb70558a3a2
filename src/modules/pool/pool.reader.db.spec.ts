import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantParty, plantPrincipal } from '../../../test/support/plant-lot.js';
import {
  CITY,
  plantKoperasi,
  plantLine,
  plantPool,
  plantRegions,
  type PlantedPool,
} from '../../../test/support/plant-pool.js';
import type { PartyKind } from '../../platform/auth/principal.js';
import { newId } from '../../platform/new-id.js';
import { PoolReader } from './pool.reader.js';

let database: TestDatabase;
let pool: PlantedPool;
const reader = new PoolReader();

const commit = async (koperasiId: string, quantityPacks: number, neededBy = '2026-12-02') =>
  plantLine(database.owner, {
    poolId: pool.poolId,
    itemId: pool.itemIds[0] ?? '',
    koperasiId,
    quantityPacks,
    neededBy,
  });

beforeAll(async () => {
  database = await freshDatabase();
  await plantRegions(database.owner);
});
beforeEach(async () => {
  pool = await plantPool(database.owner, ['dry'], 'open');
});
afterAll(() => database.close());

describe('PoolReader', () => {
  it('counts all that is committed, each koperasi once, also those of no village', async () => {
    const village = await plantKoperasi(database.owner, `${CITY}.01.1001`);
    await commit(village, 10);
    await commit(village, 5, '2026-12-03');
    await commit(await plantKoperasi(database.owner, `${CITY}.01.1002`), 1);
    await commit(await plantKoperasi(database.owner, `${CITY}.02`), 20);
    await commit(await plantKoperasi(database.owner, null), 40);
    const totals = await reader.totalsOf(database.db, pool.poolId);
    expect(totals.map((row) => [row.districtCode, row.quantityPacks, row.koperasiCount])).toEqual([
      [CITY, 40, 1],
      [`${CITY}.01`, 16, 2],
      [`${CITY}.02`, 20, 1],
    ]);
  });

  it('knows who is inside a pool', async () => {
    const member = await plantKoperasi(database.owner, CITY);
    await commit(member, 10);
    const sees = async (
      kind: PartyKind,
      partyId?: string,
      poolId = pool.poolId,
    ): Promise<boolean | undefined> => {
      const id = partyId ?? (await plantParty(database.owner, kind));
      return reader.isInsider(database.db, poolId, await plantPrincipal(database.owner, kind, id, 'officer'));
    };
    expect(await sees('koperasi', member)).toBe(true);
    expect(await sees('organiser', pool.organiserId)).toBe(true);
    expect(await sees('observer')).toBe(true);
    expect(await sees('koperasi')).toBe(false);
    expect(await sees('organiser')).toBe(false);
    expect(await sees('supplier')).toBe(false);
    expect(await sees('observer', undefined, newId())).toBeUndefined();
  });
});
