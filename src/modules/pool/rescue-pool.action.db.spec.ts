import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { CITY, plantKoperasi, plantPool } from '../../../test/support/plant-pool.js';
import { closing, openRescueScene, type RescueScene } from '../../../test/support/plant-rescue.js';
import type { Tx } from '../../platform/db/sql.js';
import { PoolStore } from './pool.store.js';
import { RescueReader } from './rescue.reader.js';
import { RescueStore } from './rescue.store.js';

let database: TestDatabase;
let scene: RescueScene;

beforeAll(async () => {
  database = await freshDatabase();
  scene = await openRescueScene(database);
});
afterEach(() => scene.endAll());
afterAll(() => database.close());

describe('a pool that misses its minimum', () => {
  it('is extended once, however many workers come at once, and goes on at its second close', async () => {
    const pool = await scene.aPool({ rice: 100, extendByS: 3600 });
    const lineId = await scene.aLine(pool, 0, 99);
    await Promise.all(
      [database.workerDb, database.workerDb, database.db, database.db].map((db) => closing(db).due()),
    );
    const extended = await scene.fateOf(pool);
    expect(extended.state).toBe('open');
    expect(extended.leftS).toBeGreaterThan(3500);
    expect(extended.leftS).toBeLessThan(3660);
    expect(await scene.eventsOf(pool)).toEqual([]);
    expect(
      await scene.countOf(
        `audit_event WHERE action = 'pool-extended' AND subject_id = $1::text`,
        pool.poolId,
      ),
    ).toBe(1);
    for (const partyId of [scene.koperasi[0], pool.organiserId])
      expect(await scene.toldTo(partyId, pool)).toEqual(['pool-extended']);
    expect(await new RescueReader().rescueOf(database.db, pool.poolId)).toMatchObject({
      extendByS: 3600,
      extendedAt: expect.any(Date),
      items: [{ minimumPacks: 100, outcome: null }],
    });

    await scene.passTime(pool);
    await Promise.all([closing(database.workerDb).due(), closing(database.db).due()]);
    expect(await scene.fateOf(pool)).toMatchObject({ state: 'closed', closeReason: null });
    expect(await scene.eventsOf(pool)).toEqual(['PoolClosed']);
    expect(await scene.toldTo(scene.koperasi[0], pool)).toEqual(['pool-extended', 'item-went-on']);
    expect((await new RescueReader().rescueOf(database.db, pool.poolId))?.items).toMatchObject([
      { outcome: 'went-on', committedPacks: 99 },
    ]);
    await scene.form(pool);
    expect(await scene.endsOf(pool)).toEqual({ [lineId]: 'lot' });
    expect(await scene.brokenPromises(pool)).toEqual([]);
  });

  it('closes although another that is due cannot be closed', async () => {
    const [broken, sound] = [await scene.aPool(), await scene.aPool()];
    class Failing extends PoolStore {
      override async markClosed(...given: Parameters<PoolStore['markClosed']>): Promise<void> {
        await super.markClosed(...given);
        if (given[1] === broken.poolId) throw new Error('planted');
      }
    }
    await expect(closing(database.workerDb, new Failing()).due()).rejects.toThrow(
      '1 pools could not be closed',
    );
    expect((await scene.fateOf(broken)).state).toBe('open');
    expect((await scene.fateOf(sound)).state).toBe('closed');
    expect(await closing(database.workerDb).due()).toBe(1);
    expect((await scene.fateOf(broken)).state).toBe('closed');
  });

  it('closes at its time when the minimum is reached meanwhile; packs of the suspended do not count', async () => {
    const reached = await scene.aPool({ rice: 100, extendByS: 3600 });
    await scene.aLine(reached, 0, 100);
    const missed = await scene.aPool({ rice: 100, extendByS: 3600 });
    const gone = await plantKoperasi(database.owner, CITY, { isSuspended: true });
    await scene.aLine(missed, 0, 60);
    await scene.aLine(missed, 0, 40, { koperasiId: gone, beneficiaryId: gone });
    await closing(database.workerDb).due();
    expect((await scene.fateOf(reached)).state).toBe('closed');
    expect((await scene.fateOf(missed)).state).toBe('open');
  });

  it('gives up only the item that missed it', async () => {
    const pool = await scene.aPool({ rice: 100, otherwise: 'cancel' });
    const rice = await scene.aLine(pool, 0, 99);
    const sugar = await scene.aLine(pool, 1, 3, { itemId: pool.itemIds[1] ?? '' });
    await closing(database.workerDb).due();
    expect((await scene.fateOf(pool)).state).toBe('closed');
    expect(await scene.eventsOf(pool)).toEqual(['ItemCancelled', 'PoolClosed']);
    expect(await scene.toldTo(scene.koperasi[0], pool)).toEqual(['item-cancelled']);
    expect(await scene.toldTo(scene.koperasi[1], pool)).toEqual([]);
    await scene.form(pool);
    await scene.form(pool);
    expect(await scene.endsOf(pool)).toEqual({ [rice]: 'RESCUE_CANCELLED', [sugar]: 'lot' });
    expect(await scene.brokenPromises(pool)).toEqual([]);
  });

  it('is cancelled when nothing is left, by hand with the hand’s reason and without an extension', async () => {
    const due = await scene.aPool({ rice: 100, otherwise: 'cancel' });
    const byHand = await scene.aPool({ rice: 100, otherwise: 'cancel', extendByS: 3600 }, 3600);
    const [one, other] = [await scene.aLine(due, 0, 1), await scene.aLine(byHand, 1, 1)];
    await closing(database.workerDb).due();
    await closing(database.db).byHand(scene.personId, byHand.poolId, 'panen gagal');
    expect(await scene.fateOf(due)).toMatchObject({ state: 'cancelled', closeReason: 'RESCUE_CANCELLED' });
    expect(await scene.fateOf(byHand)).toMatchObject({ state: 'cancelled', closeReason: 'panen gagal' });
    for (const [pool, lineId, of] of [
      [due, one, 0],
      [byHand, other, 1],
    ] as const) {
      expect(await scene.eventsOf(pool)).toEqual(['ItemCancelled', 'PoolCancelled']);
      expect(await scene.toldTo(scene.koperasi[of], pool)).toEqual(['item-cancelled', 'pool-cancelled']);
      await Promise.all([scene.form(pool), scene.form(pool)]);
      expect(await scene.endsOf(pool)).toEqual({ [lineId]: 'RESCUE_CANCELLED' });
      expect((await scene.fateOf(pool)).state).toBe('cancelled');
    }
    await expect(closing(database.db).byHand(scene.personId, byHand.poolId, 'lagi')).rejects.toThrow(
      'POOL_ALREADY_CLOSED',
    );
    expect(await scene.brokenPromises(due, byHand)).toEqual([]);
  });

  it('has done nothing when the worker is killed in between, and everything once when another takes over', async () => {
    const target = await scene.aPool({ acceptsMerged: true }, 3600);
    const pool = await scene.aPool({ rice: 100, otherwise: 'merge' });
    await scene.aLine(pool, 0, 20, { acceptsMerge: true });
    class Killed extends PoolStore {
      override async markCancelled(tx: Tx): Promise<void> {
        await tx.change('SELECT pg_terminate_backend(pg_backend_pid())');
      }
    }
    await expect(closing(database.workerDb, new Killed()).due()).rejects.toThrow();
    expect((await scene.fateOf(pool)).state).toBe('open');
    expect(await scene.countOf('item_rescue WHERE item_id = $1', pool.itemIds[0])).toBe(0);
    expect(await scene.countOf('commitment_line WHERE pool_id = $1', target.poolId)).toBe(0);
    expect(await scene.toldTo(scene.koperasi[0], target)).toEqual([]);

    await Promise.all([closing(database.workerDb).due(), closing(database.workerDb).due()]);
    expect((await scene.fateOf(pool)).state).toBe('cancelled');
    expect(
      await scene.countOf('commitment_line WHERE pool_id = $1 AND quantity_packs = 20', target.poolId),
    ).toBe(1);
    expect(await scene.toldTo(scene.koperasi[0], target)).toEqual(['line-moved']);
  });

  it('declares it as a draft only: open, it takes no other declaration, and none is changed', async () => {
    const pool = await scene.aPool({ rice: 100 });
    const other = await plantPool(database.owner, ['dry'], 'open');
    const declaring = database.db.transaction((tx) =>
      new RescueStore().declare(
        tx,
        other.poolId,
        { extendByS: null, otherwise: 'cancel', acceptsMerged: false, minimums: [] },
        [],
      ),
    );
    await expect(declaring).rejects.toThrow('while its pool is a draft');
    await expect(
      database.db.change('INSERT INTO pool_item_minimum (item_id, minimum_packs) VALUES ($1, 1)', [
        pool.itemIds[1],
      ]),
    ).rejects.toThrow('while its pool is a draft');
    for (const text of [`UPDATE pool_rescue SET otherwise = 'cancel'`, 'DELETE FROM pool_item_minimum'])
      await expect(database.workerDb.change(text)).rejects.toThrow('permission denied');
  });
});
