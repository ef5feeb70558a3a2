import pg from 'pg';
import { countRetries } from '../../../test/support/count-retries.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantAllocation, plantPool } from '../../../test/support/plant-allocation.js';
import { plantDistribution } from '../../../test/support/plant-distribution.js';
import { passDeadline, plantParty } from '../../../test/support/plant-lot.js';
import {
  CITY,
  plantKoperasi,
  plantLine,
  plantPool as plantItems,
  plantRegions,
} from '../../../test/support/plant-pool.js';
import { playDispatch, playPlans, playReceipt } from '../../../test/support/play-delivery.js';
import {
  playBroken,
  playDistributions,
  playLots,
  playOpenings,
} from '../../../test/support/play-distribution.js';
import { playInvoice, playRequest, wireSettlement } from '../../../test/support/play-settlement.js';
import { as, plantMember } from '../../../test/support/plant-member.js';
import { askingOn, KEYS, paymentsOf } from '../../../test/support/play-gateway.js';
import { ScriptedGateway } from '../../../test/support/scripted-gateway.js';
import { until } from '../../../test/support/river.js';

let database: TestDatabase;
/** Sees what others wait for. */
let watcher: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  watcher = new pg.Client({ connectionString: database.adminUrl });
  await watcher.connect();
  await plantRegions(database.owner);
});
afterAll(async () => {
  await watcher.end();
  await database.close();
});

const statesOf = (poolId: string): Promise<{ state: string }[]> =>
  database.db.rows('SELECT state FROM lot WHERE pool_id = $1 ORDER BY id', [poolId]);

const isRefused =
  (code: string) =>
  (error: unknown): void => {
    expect(error).toMatchObject({ code });
  };

/** Until so many transactions wait for rows of another. */
const waiting = (count: number): Promise<true> =>
  until(`${count} wait`, async () => {
    const { rows } = await watcher.query<{ count: number }>(
      `SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    return rows[0]?.count === count ? true : undefined;
  });

/** Lets works begin one after the other, each until it waits, while somebody holds a row; then lets the row go. */
const behind = async (
  holding: string,
  id: string,
  works: readonly (() => Promise<unknown>)[],
): Promise<void> => {
  const { owner } = database;
  const begun: Promise<unknown>[] = [];
  await owner.query('BEGIN');
  try {
    await owner.query(holding, [id]);
    for (const [place, work] of works.entries()) {
      begun.push(work());
      await waiting(place + 1);
    }
  } finally {
    await owner.query('COMMIT');
  }
  await Promise.all(begun);
};

describe('the order in which rows are locked', () => {
  it('lets every step of two lots meet every other, without one deadlock', async () => {
    const app = countRetries(database.db);
    const worker = countRetries(database.workerDb);
    const { owner } = database;
    const pool = await plantPool(owner);
    await owner.query(`INSERT INTO pool_pricing VALUES ($1, 'uniform', 20)`, [pool.poolId]);
    const suppliers = [await plantParty(owner, 'supplier'), await plantParty(owner, 'supplier')];
    const parts = [];
    for (let koperasi = 0; koperasi < 6; koperasi += 1) {
      const koperasiId = await plantParty(owner, 'koperasi');
      for (const supplierId of suppliers) parts.push({ koperasiId, supplierId, packs: 6 });
    }
    const rice = await plantAllocation(owner, pool, parts);
    const sugar = await plantAllocation(owner, pool, parts, { item: 1 });
    const first = await playPlans(worker.db, pool, rice.lotId);
    const { priceLot } = wireSettlement();
    const price = (lotId: string): Promise<void> => worker.db.transaction((tx) => priceLot.run(tx, lotId));

    /** A drop's way, each step with its twin and with those that events bring at the same time. */
    const goes = async (dropId: string): Promise<void> => {
      await Promise.all([playDispatch(app.db, pool, dropId), playDispatch(app.db, pool, dropId)]);
      await Promise.all([
        playRequest(worker.db, dropId),
        playReceipt(app.db, pool, dropId, { missingPacks: 1 }),
        playRequest(worker.db, dropId),
      ]);
      await Promise.all([playInvoice(worker.db, dropId), playInvoice(worker.db, dropId)]);
    };
    // The second lot is planned and priced while drops of the first depart, arrive and are invoiced.
    await Promise.all([
      ...first.slice(0, 8).map(goes),
      playPlans(worker.db, pool, sugar.lotId),
      playPlans(worker.db, pool, sugar.lotId),
      price(sugar.lotId),
      price(rice.lotId),
    ]);
    const left = await database.db.rows<{ id: string }>(
      `SELECT id FROM delivery_drop WHERE pool_id = $1 AND state = 'planned'`,
      [pool.poolId],
    );
    await Promise.all(left.map(({ id }) => goes(id)));

    expect(await statesOf(pool.poolId)).toEqual([{ state: 'settled' }, { state: 'settled' }]);
    expect(await database.db.first('SELECT state FROM pool WHERE id = $1', [pool.poolId])).toEqual({
      state: 'settled',
    });
    expect(await playBroken(database.auditorDb)).toEqual([]);
    expect([app.retries(), worker.retries()]).toEqual([0, 0]);
  });

  it('takes what was not accepted off several requests while all of them are being paid', async () => {
    const { owner } = database;
    const app = countRetries(database.db);
    const worker = countRetries(database.workerDb);
    const pool = await plantPool(owner);
    const [koperasiId, supplierId] = [
      await plantParty(owner, 'koperasi'),
      await plantParty(owner, 'supplier'),
    ];
    const payer = await plantMember(owner, 'koperasi', koperasiId, 'treasurer');
    const payee = await plantMember(owner, 'supplier', supplierId, 'treasurer');
    const stage = paymentsOf(database, new ScriptedGateway());
    await as(payee, () => stage.keeping.run(payee, supplierId, { ...KEYS, channels: ['bca-va'] }, undefined));
    // The drop grows, and is asked for the increment by a request of its own.
    let dropId = '';
    for (const item of [0, 1] as const) {
      const { lotId } = await plantAllocation(owner, pool, [{ koperasiId, supplierId, packs: 4 }], { item });
      [dropId = ''] = await playPlans(worker.db, pool, lotId);
      await playRequest(worker.db, dropId);
    }
    await playDispatch(database.db, pool, dropId);
    await playReceipt(database.db, pool, dropId, { missingPacks: 4 });
    const dues = await database.db.rows<{ id: string }>(
      `SELECT id FROM due WHERE pool_id = $1 AND kind = 'payment-request' ORDER BY id`,
      [pool.poolId],
    );
    const dueIds = dues.map(({ id }) => id);
    expect(dueIds).toHaveLength(2);

    const asking = askingOn(app.db);
    // Whoever came first waits for the last of them; who pays holds the first by then, if it was free.
    await behind(`SELECT FROM due WHERE id = $1 FOR NO KEY UPDATE`, dueIds[1] ?? '', [
      () => playInvoice(worker.db, dropId),
      () => as(payer, () => asking.run(payer, { dueIds, channel: 'bca-va' })).catch(isRefused('DUE_SETTLED')),
    ]);
    expect(await database.db.rows('SELECT state FROM due WHERE id = ANY ($1)', [dueIds])).toEqual([
      { state: 'settled' },
      { state: 'settled' },
    ]);
    expect([app.retries(), worker.retries()]).toEqual([0, 0]);
  });

  it('lets distributed lots fail while a tender without bids does', async () => {
    const { owner } = database;
    const worker = countRetries(database.workerDb);
    const pool = await plantItems(owner, ['dry', 'dry', 'dry']);
    const koperasiId = await plantKoperasi(owner, `${CITY}.01.1001`);
    for (const itemId of pool.itemIds)
      await plantLine(owner, { poolId: pool.poolId, itemId, koperasiId, quantityPacks: 5 });
    // Their supplier is suspended: both lots fail.
    for (const itemId of pool.itemIds.slice(0, 2)) {
      const supplierId = await plantDistribution(owner, itemId);
      await owner.query(`UPDATE party SET state = 'suspended', suspended_reason = 'uji' WHERE id = $1`, [
        supplierId,
      ]);
    }
    const lotIds = await playLots(worker.db, pool.poolId);
    await passDeadline(owner, lotIds[2] ?? '');

    await behind('SELECT FROM pool WHERE id = $1 FOR NO KEY UPDATE', pool.poolId, [
      () => playDistributions(worker.db, lotIds),
      () => playOpenings(worker.db),
    ]);
    expect(await statesOf(pool.poolId)).toEqual(Array(3).fill({ state: 'failed' }));
    expect(await database.db.first('SELECT state FROM pool WHERE id = $1', [pool.poolId])).toEqual({
      state: 'settled',
    });
    expect(worker.retries()).toBe(0);
  });
});
