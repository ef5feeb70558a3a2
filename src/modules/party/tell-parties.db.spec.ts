import { randomUUID } from 'node:crypto';
import { auditPlanting } from '../../../test/support/audit-planting.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantKoperasi, plantRegions } from '../../../test/support/plant-pool.js';
import { HappeningReader } from './happening.reader.js';
import { tellParties } from './index.js';

describe('what happened to a party', () => {
  let database: TestDatabase;
  const reader = new HappeningReader();
  const koperasi: string[] = [];

  const tell = (partyIds: readonly string[], committed: number): Promise<void> =>
    database.db.transaction(async (tx) => {
      await auditPlanting(tx);
      await tellParties(tx, {
        partyIds,
        kind: 'pool-extended',
        subjectType: 'pool',
        subjectId: randomUUID(),
        data: {
          pool: 'Putaran uji',
          item: { id: 'Beras', en: 'Rice' },
          committed,
          minimum: 2000,
          closesAt: '2026-11-27T11:00:00.000Z',
        },
      });
    });

  beforeAll(async () => {
    database = await freshDatabase();
    await plantRegions(database.owner);
    for (const village of ['32.71.01.1001', '32.71.01.1002', '32.71.01.1003'])
      koperasi.push(await plantKoperasi(database.owner, village));
  });

  afterAll(() => database.close());

  it('is listed newest first, in both languages, a page at a time, each party its own', async () => {
    const [first, second, third] = koperasi as [string, string, string];
    await tell([first, second, first], 10);
    for (const committed of [20, 30]) await tell([first], committed);
    await database.owner.query(`UPDATE party SET time_zone = 'Asia/Makassar' WHERE id = $1`, [first]);
    const page = await reader.page(database.db, first, { limit: 2 });
    expect(page.data.map(({ textEn }) => /has (\d+) packs/.exec(textEn)?.[1])).toEqual(['30', '20']);
    expect(page.data[0]?.textId).toContain('27 Nov 2026, 19.00 WITA');
    const rest = await reader.page(database.db, first, { limit: 2, cursor: page.nextCursor ?? '' });
    expect(rest.data).toHaveLength(1);
    expect(rest.nextCursor).toBeNull();
    expect((await reader.page(database.db, second, {})).data).toHaveLength(1);
    expect(await reader.page(database.db, third, {})).toEqual({ data: [], nextCursor: null });
  });

  it('is told with what caused it, or not at all', async () => {
    const third = koperasi[2] ?? '';
    const failing = database.db.transaction(async (tx) => {
      await tellParties(tx, {
        partyIds: [third],
        kind: 'pool-extended',
        subjectType: 'pool',
        subjectId: randomUUID(),
        data: { pool: 'x', item: 'y', committed: 1, minimum: 2, closesAt: '2026-11-27T11:00:00.000Z' },
      });
      throw new Error('what caused it did not come about');
    });
    await expect(failing).rejects.toThrow('did not come about');
    expect((await reader.page(database.db, third, {})).data).toEqual([]);
    await tell([], 1);
  });

  it('cannot be changed or taken back by app or worker, and of nobody unknown', async () => {
    for (const db of [database.db, database.workerDb]) {
      await expect(db.change('DELETE FROM happening')).rejects.toThrow('permission denied');
      await expect(db.change(`UPDATE happening SET data = '{}'`)).rejects.toThrow('permission denied');
    }
    await expect(tell([randomUUID()], 1)).rejects.toThrow('foreign key');
    await expect(reader.page(database.db, randomUUID(), {})).rejects.toMatchObject({
      code: 'PARTY_NOT_FOUND',
    });
  });
});
