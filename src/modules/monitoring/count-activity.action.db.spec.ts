import { newId } from '../../platform/new-id.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantAllocation, plantPool, type PlantedPool } from '../../../test/support/plant-allocation.js';
import { plantParty } from '../../../test/support/plant-lot.js';
import { playDispatch, playPlans, playReceipt } from '../../../test/support/play-delivery.js';
import { playInvoice } from '../../../test/support/play-settlement.js';
import { ActivityReader } from './activity.reader.js';
import { CountActivity, type Subject } from './count-activity.action.js';
import { MonitoringStore } from './monitoring.store.js';

let database: TestDatabase;
let pool: PlantedPool;
const reader = new ActivityReader();
const countActivity = new CountActivity(new MonitoringStore(), reader);

const count = (
  type: string,
  payload: Subject,
  recordedAt = new Date('2026-11-26T10:00:00Z'),
): Promise<void> =>
  database.workerDb.transaction((tx) => countActivity.run(tx, { id: 1, type, payload, recordedAt }));

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  pool = await plantPool(database.owner);
});
afterAll(() => database.close());

describe('CountActivity', () => {
  it('counts every event once, though many come at once and in any order', async () => {
    const times = Array.from(
      { length: 20 },
      (_, place) => new Date(Date.UTC(2026, 10, 26, 10, (place * 7) % 20)),
    );
    await Promise.all(times.map((at) => count('CommitmentsPlaced', { poolId: pool.poolId }, at)));
    expect(await reader.activityOf(database.db, pool.poolId)).toEqual([
      { eventType: 'CommitmentsPlaced', eventCount: 20, lastAt: new Date('2026-11-26T10:19:00Z') },
    ]);
  });

  it('finds the pool by lot and by invoice', async () => {
    const [koperasiId, supplierId] = [
      await plantParty(database.owner, 'koperasi'),
      await plantParty(database.owner, 'supplier'),
    ];
    const { lotId } = await plantAllocation(database.owner, pool, [{ koperasiId, supplierId, packs: 3 }]);
    const [dropId] = await playPlans(database.db, pool, lotId);
    await playDispatch(database.db, pool, dropId!);
    await playReceipt(database.db, pool, dropId!);
    await playInvoice(database.db, dropId!);
    const invoice = await database.db.first<{ id: string }>('SELECT id FROM invoice WHERE drop_id = $1', [
      dropId,
    ]);
    await count('LotFailed', { lotId });
    await count('InvoiceIssued', { invoiceId: invoice!.id });
    const counted = await reader.activityOf(database.db, pool.poolId);
    expect(counted.map((row) => [row.eventType, row.eventCount])).toEqual([
      ['InvoiceIssued', 1],
      ['LotFailed', 1],
    ]);
  });

  it('fails on an event that names no pool of ours, so that it is parked and seen', async () => {
    await expect(count('LotFailed', { lotId: newId() })).rejects.toThrow('names no pool');
  });
});
