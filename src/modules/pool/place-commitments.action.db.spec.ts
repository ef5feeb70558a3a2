import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantDistribution } from '../../../test/support/plant-distribution.js';
import { plantPerson } from '../../../test/support/plant-lot.js';
import {
  CITY,
  plantKoperasi,
  plantPool,
  plantRegions,
  type PlantedPool,
} from '../../../test/support/plant-pool.js';
import { AmendCommitment } from './amend-commitment.action.js';
import { CommitmentReader } from './commitment.reader.js';
import { CommitmentStore } from './commitment.store.js';
import { PlaceCommitments, type RequestedLine } from './place-commitments.action.js';
import { PoolMemory } from './pool-memory.js';

let database: TestDatabase;
let personId: string;
let pool: PlantedPool;
let koperasiId: string;
let place: PlaceCommitments;
const reader = new CommitmentReader();

beforeAll(async () => {
  database = await freshDatabase();
  await plantRegions(database.owner);
  personId = await plantPerson(database.owner);
});
beforeEach(async () => {
  pool = await plantPool(database.owner, ['dry', 'dry', 'chilled'], 'open');
  await database.owner.query(`UPDATE pool SET closes_at = now() + interval '1 hour' WHERE id = $1`, [
    pool.poolId,
  ]);
  koperasiId = await plantKoperasi(database.owner, CITY);
  place = new PlaceCommitments(database.db, new CommitmentStore(), reader, new PoolMemory());
});
afterAll(() => database.close());

const line = (item: number, change: Partial<RequestedLine> = {}): RequestedLine => ({
  itemId: pool.itemIds[item] ?? '',
  beneficiaryId: koperasiId,
  neededBy: '2026-12-02',
  quantityPacks: 20,
  tolerancePacks: 0,
  minimumPacks: 0,
  maxLandedRp: null,
  acceptsMerge: false,
  ...change,
});
const run = (...lines: RequestedLine[]) => place.run(personId, pool.poolId, koperasiId, lines);
const standing = async (): Promise<number> =>
  (await reader.linesOf(database.db, pool.poolId, koperasiId)).length;
const blame = async (work: Promise<unknown>): Promise<[string, string | undefined]> => {
  const error = (await work.then(
    () => new Error('allowed'),
    (reason: unknown) => reason,
  )) as { code: string; errors: { field: string }[] };
  return [error.code, error.errors[0]?.field];
};

describe('placing commitments', () => {
  it('answers the lines that stand when the same are sent again, twice at once too', async () => {
    const [first, second] = await Promise.all([run(line(0), line(1)), run(line(0), line(1))]);
    expect(second.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
    expect(await standing()).toBe(2);
  });

  it('blames the line that says something else, not one that is not there yet', async () => {
    await run(line(1));
    expect(await blame(run(line(0), line(1)))).toEqual(['COMMITMENT_EXISTS', 'lines.1.itemId']);
    expect(await blame(run(line(0), line(1, { quantityPacks: 30 })))).toEqual([
      'COMMITMENT_EXISTS',
      'lines.1.itemId',
    ]);
    expect(await standing()).toBe(1);
  });

  it('judges what may change by what it is now, though the pool is remembered', async () => {
    await run(line(0));
    const setParty = (state: string, reason: string | null) =>
      database.owner.query('UPDATE party SET state = $2, suspended_reason = $3 WHERE id = $1', [
        koperasiId,
        state,
        reason,
      ]);
    await setParty('suspended', 'uji');
    expect(await blame(run(line(1)))).toEqual(['KOPERASI_SUSPENDED', 'koperasiId']);
    await setParty('active', null);
    expect(await blame(run(line(2)))).toEqual(['COLD_STORE_MISSING', 'lines.0.itemId']);
    expect(await blame(run(line(1, { neededBy: '2026-12-08' })))).toEqual([
      'NEEDED_OUTSIDE_POOL',
      'lines.0.neededBy',
    ]);
    await database.owner.query(`UPDATE pool SET closes_at = now() WHERE id = $1`, [pool.poolId]);
    expect(await blame(run(line(1)))).toEqual(['POOL_ALREADY_CLOSED', undefined]);
    expect(await standing()).toBe(1);
  });

  it('holds a distributed item to its quota beside what stands, and answers what is sent again', async () => {
    await plantDistribution(database.owner, pool.itemIds[0] ?? '', { quota: 40 });
    expect(await run(line(0, { quantityPacks: 30 }), line(1, { quantityPacks: 500 }))).toHaveLength(2);
    expect(await run(line(0, { quantityPacks: 30 }))).toHaveLength(1);
    expect(await blame(run(line(0, { quantityPacks: 11, neededBy: '2026-12-03' })))).toEqual([
      'QUOTA_EXCEEDED',
      'lines.0.quantityPacks',
    ]);
    await run(line(0, { quantityPacks: 10, neededBy: '2026-12-03' }));
    expect(await blame(run(line(0, { quantityPacks: 1, neededBy: '2026-12-04' })))).toEqual([
      'QUOTA_EXCEEDED',
      'lines.0.quantityPacks',
    ]);
  });

  it('holds an amendment of a distributed item to its quota', async () => {
    await plantDistribution(database.owner, pool.itemIds[0] ?? '', { quota: 40 });
    const [first] = await run(line(0), line(0, { quantityPacks: 15, neededBy: '2026-12-03' }));
    const amend = new AmendCommitment(database.db, new CommitmentStore());
    const amending = (quantityPacks: number) =>
      amend.run(personId, pool.poolId, first?.id ?? '', 1, { quantityPacks });
    await expect(amending(26)).rejects.toThrow('QUOTA_EXCEEDED');
    expect(await amending(25)).toBe(2);
  });
});
