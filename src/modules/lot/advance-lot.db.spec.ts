import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantKoperasi, plantLine, plantPool, plantRegions } from '../../../test/support/plant-pool.js';
import type { LotState } from '../../core/lot/advance-lot.js';
import { newId } from '../../platform/new-id.js';
import { advanceLot } from './advance-lot.js';
import { FormLots } from './form-lots.action.js';
import { LotReader } from './lot.reader.js';
import { LotStore } from './lot.store.js';

let database: TestDatabase;
const reader = new LotReader();

const plantLots = async (): Promise<{ poolId: string; lotIds: [string, string] }> => {
  const { poolId, itemIds } = await plantPool(database.owner, ['dry', 'fresh']);
  const koperasiId = await plantKoperasi(database.owner, '32.71.01.1001');
  for (const itemId of itemIds)
    await plantLine(database.owner, { poolId, itemId, koperasiId, quantityPacks: 10 });
  await database.workerDb.transaction((tx) => new FormLots(new LotStore()).run(tx, poolId));
  const [first, second] = await reader.lotsOfPool(database.db, poolId);
  if (first === undefined || second === undefined) throw new Error('no lots');
  return { poolId, lotIds: [first.id, second.id] };
};

const advance = (lotId: string, to: LotState, reason?: string): Promise<boolean> =>
  database.workerDb.transaction((tx) => advanceLot(tx, lotId, to, reason === undefined ? {} : { reason }));

const carry = async (lotId: string, ...states: LotState[]): Promise<void> => {
  for (const to of states) await advance(lotId, to);
};

const poolState = async (poolId: string): Promise<string | undefined> =>
  (await database.db.first<{ state: string }>('SELECT state FROM pool WHERE id = $1', [poolId]))?.state;

const auditOf = (subjectId: string): Promise<{ action: string; data: Record<string, unknown> }[]> =>
  database.db.rows('SELECT action, data FROM audit_event WHERE subject_id = $1 ORDER BY id', [subjectId]);

beforeAll(async () => {
  database = await freshDatabase();
  await plantRegions(database.owner);
});

afterAll(() => database.close());

describe('advance lot', () => {
  it('moves a lot on and leaves one audit row per move', async () => {
    const { lotIds } = await plantLots();
    expect(await advance(lotIds[0], 'opened')).toBe(true);
    expect(await advance(lotIds[0], 'opened')).toBe(false);
    expect(await reader.lotById(database.db, lotIds[0])).toMatchObject({ state: 'opened', version: 2 });
    expect(await auditOf(lotIds[0])).toEqual([
      { action: 'lot-formed', data: { quantityPacks: 10, lineCount: 1, koperasiCount: 1 } },
      { action: 'lot-opened', data: { from: 'bidding' } },
    ]);
  });

  it('moves once when asked four times at once', async () => {
    const { lotIds } = await plantLots();
    const moved = await Promise.all([1, 2, 3, 4].map(() => advance(lotIds[0], 'opened')));
    expect(moved.filter(Boolean)).toHaveLength(1);
    expect(await auditOf(lotIds[0])).toHaveLength(2);
  });

  it('says why a lot failed and announces it', async () => {
    const { lotIds } = await plantLots();
    await advance(lotIds[0], 'failed', 'NO_BIDS');
    expect(await reader.lotById(database.db, lotIds[0])).toMatchObject({
      state: 'failed',
      failedReason: 'NO_BIDS',
    });
    expect(
      await database.db.rows(
        `SELECT payload FROM outbox WHERE type = 'LotFailed' AND payload->>'lotId' = $1`,
        [lotIds[0]],
      ),
    ).toEqual([{ payload: { lotId: lotIds[0], reason: 'NO_BIDS' } }]);
  });

  it('refuses what the table does not allow, and changes nothing', async () => {
    const { lotIds } = await plantLots();
    await expect(advance(lotIds[0], 'settled')).rejects.toThrow('LOT_CANNOT_MOVE_THERE');
    await expect(advance(newId(), 'opened')).rejects.toThrow('LOT_NOT_FOUND');
    expect((await reader.lotById(database.db, lotIds[0]))?.state).toBe('bidding');
    expect(await auditOf(lotIds[0])).toHaveLength(1);
  });

  it('settles the pool with its last lot', async () => {
    const { poolId, lotIds } = await plantLots();
    await advance(lotIds[0], 'failed', 'NO_BIDS');
    await carry(lotIds[1], 'opened', 'awarded', 'contracted', 'delivering');
    expect(await poolState(poolId)).toBe('closed');
    await advance(lotIds[1], 'settled');
    expect(await poolState(poolId)).toBe('settled');
    expect((await auditOf(poolId)).filter((row) => row.action === 'pool-settled')).toHaveLength(1);
  });

  it('settles the pool when its last two lots end at once', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { poolId, lotIds } = await plantLots();
      await Promise.all(lotIds.map((lotId) => advance(lotId, 'failed', 'NO_BIDS')));
      expect(await poolState(poolId)).toBe('settled');
    }
  });
});
