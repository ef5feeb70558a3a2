import type { CountedLine } from '../../core/delivery/receive-drop.js';
import type { Principal } from '../../platform/auth/principal.js';
import { newId } from '../../platform/new-id.js';
import { AllocationReader } from '../allocation/index.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { playDispatch, playPlans, playReceipt, playRelease } from '../../../test/support/play-delivery.js';
import { plantAllocation, plantPool, type PlantedPool } from '../../../test/support/plant-allocation.js';
import { plantParty, plantPrincipal } from '../../../test/support/plant-lot.js';
import { DeliveryReader } from './delivery.reader.js';
import { DeliveryStore } from './delivery.store.js';
import { DispatchDrop } from './dispatch-drop.action.js';
import { PlanDrops } from './plan-drops.action.js';
import { PlanStore } from './plan.store.js';
import { ReceiveDrop } from './receive-drop.action.js';

let database: TestDatabase;
let pool: PlantedPool;
let koperasi: string;
let supplier: string;
let lotId: string;
let lineId: string;
let dropId: string;
let dispatchDrop: DispatchDrop;
let receiveDrop: ReceiveDrop;

const count = (accepted: number, quarantined = 0, damaged = 0, missing = 0): CountedLine[] => [
  {
    lineId,
    acceptedPacks: accepted,
    quarantinedPacks: quarantined,
    damagedPacks: damaged,
    missingPacks: missing,
  },
];

const eventsOf = async (type: string): Promise<number> => {
  const rows = await database.db.rows(`SELECT FROM outbox WHERE type = $1 AND payload ->> 'dropId' = $2`, [
    type,
    dropId,
  ]);
  return rows.length;
};

const stateOf = async (): Promise<{ drop: string; lot: string } | undefined> =>
  database.db.first(
    'SELECT delivery_drop.state AS drop, lot.state AS lot FROM delivery_drop, lot WHERE delivery_drop.id = $1 AND lot.id = $2',
    [dropId, lotId],
  );

beforeAll(async () => {
  database = await freshDatabase();
  koperasi = await plantParty(database.owner, 'koperasi');
  supplier = await plantParty(database.owner, 'supplier');
  dispatchDrop = new DispatchDrop(database.db, new DeliveryStore());
  receiveDrop = new ReceiveDrop(database.db, new DeliveryStore());
});
beforeEach(async () => {
  pool = await plantPool(database.owner);
  const planted = await plantAllocation(database.owner, pool, [
    { koperasiId: koperasi, supplierId: supplier, packs: 30 },
  ]);
  lotId = planted.lotId;
  lineId = planted.lineIds[0]!;
  const planDrops = new PlanDrops(new PlanStore(), new AllocationReader());
  await database.db.transaction((tx) => planDrops.run(tx, lotId));
  const drop = await database.db.first<{ id: string }>('SELECT id FROM delivery_drop WHERE pool_id = $1', [
    pool.poolId,
  ]);
  dropId = drop!.id;
  await playRelease(database.db, dropId);
});
afterAll(() => database.close());

describe('DispatchDrop', () => {
  it('lets the drop leave and sets its lot to delivering, once, however often it is said', async () => {
    const dispatches = Array.from({ length: 5 }, () => dispatchDrop.run(pool.personId, dropId, 'SJ-1'));
    await Promise.all(dispatches);
    await dispatchDrop.run(pool.personId, dropId, 'SJ-1');
    expect(await stateOf()).toEqual({ drop: 'dispatched', lot: 'delivering' });
    expect(await eventsOf('DropDispatched')).toBe(1);
  });

  it('lets one of two delivery notes win', async () => {
    const outcomes = await Promise.allSettled(
      ['SJ-1', 'SJ-2'].map((note) => dispatchDrop.run(pool.personId, dropId, note)),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((outcome) => outcome.status === 'rejected')).toMatchObject({
      reason: { code: 'DROP_ALREADY_DISPATCHED' },
    });
    expect(await eventsOf('DropDispatched')).toBe(1);
  });

  it('refuses a drop that does not exist', async () => {
    await expect(dispatchDrop.run(pool.personId, newId(), 'SJ-1')).rejects.toMatchObject({
      code: 'DROP_NOT_FOUND',
    });
  });
});

describe('ReceiveDrop', () => {
  it('refuses before the drop has left', async () => {
    await expect(receiveDrop.run(pool.personId, dropId, count(30))).rejects.toMatchObject({
      code: 'DROP_NOT_DISPATCHED',
    });
  });

  describe('once it has left', () => {
    beforeEach(() => dispatchDrop.run(pool.personId, dropId, 'SJ-1'));

    it('writes what was counted', async () => {
      await receiveDrop.run(pool.personId, dropId, count(26, 2, 1, 1));
      expect(await new DeliveryReader().linesOf(database.db, dropId)).toMatchObject([
        {
          lineId,
          shippedPacks: 30,
          acceptedPacks: 26,
          quarantinedPacks: 2,
          damagedPacks: 1,
          missingPacks: 1,
        },
      ]);
      expect(await stateOf()).toEqual({ drop: 'received', lot: 'delivering' });
    });

    it('changes nothing when it is refused', async () => {
      await expect(receiveDrop.run(pool.personId, dropId, count(29))).rejects.toMatchObject({
        code: 'SHIPPED_NOT_ACCOUNTED_FOR',
        errors: [{ field: 'lines.0.acceptedPacks', rule: 'SHIPPED_NOT_ACCOUNTED_FOR' }],
      });
      expect(await stateOf()).toEqual({ drop: 'dispatched', lot: 'delivering' });
      expect(await eventsOf('DropReceived')).toBe(0);
    });

    it('answers five equal receipts at once the same, and receives once', async () => {
      await Promise.all(
        Array.from({ length: 5 }, () => receiveDrop.run(pool.personId, dropId, count(29, 0, 0, 1))),
      );
      expect(await eventsOf('DropReceived')).toBe(1);
    });

    it('lets one of two different receipts win', async () => {
      const receipts = [count(30), count(29, 0, 0, 1)];
      const outcomes = await Promise.allSettled(
        receipts.map((receipt) => receiveDrop.run(pool.personId, dropId, receipt)),
      );
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(outcomes.find((outcome) => outcome.status === 'rejected')).toMatchObject({
        reason: { code: 'DROP_ALREADY_RECEIVED' },
      });
      expect(await eventsOf('DropReceived')).toBe(1);
      const winner = receipts[outcomes.findIndex((outcome) => outcome.status === 'fulfilled')]!;
      expect(await new DeliveryReader().linesOf(database.db, dropId)).toMatchObject([
        { acceptedPacks: winner[0]!.acceptedPacks },
      ]);
    });

    it('is repeated by the database: counts that do not add up cannot be written', async () => {
      await expect(
        database.db.change(
          `UPDATE drop_line SET accepted_packs = 29, quarantined_packs = 0, damaged_packs = 0, missing_packs = 0 WHERE drop_id = $1`,
          [dropId],
        ),
      ).rejects.toMatchObject({ constraint: 'shipped_is_accounted_for' });
    });
  });
});

describe('200 receipts that waited on phones', () => {
  it('count each drop once, though all of them are sent by two at once and once more after', async () => {
    const { db, owner } = database;
    const crowd = await plantPool(owner);
    const parts: { koperasiId: string; supplierId: string; packs: number }[] = [];
    while (parts.length < 200)
      parts.push({ koperasiId: await plantParty(owner, 'koperasi'), supplierId: supplier, packs: 3 });
    const drops = await playPlans(db, crowd, (await plantAllocation(owner, crowd, parts)).lotId);
    for (const drop of drops) await playDispatch(db, crowd, drop);

    const sendAll = async (queue: readonly string[]): Promise<void> => {
      for (const drop of queue) await playReceipt(db, crowd, drop, { missingPacks: 1 });
    };
    await Promise.all([sendAll(drops), sendAll([...drops].reverse())]);
    await sendAll(drops);

    const counted = await db.first(
      `SELECT count(*)::int AS drops, sum(accepted_packs)::int AS accepted, sum(missing_packs)::int AS missing
         FROM drop_line JOIN delivery_drop ON delivery_drop.id = drop_id
        WHERE delivery_drop.pool_id = $1 AND delivery_drop.state = 'received'`,
      [crowd.poolId],
    );
    expect(counted).toEqual({ drops: 200, accepted: 400, missing: 200 });
    const told = await db.rows(
      `SELECT FROM outbox WHERE type = 'DropReceived' AND payload ->> 'dropId' = ANY ($1)`,
      [drops],
    );
    expect(told).toHaveLength(200);
    const written = await db.rows(
      `SELECT FROM audit_event WHERE action = 'drop-received' AND subject_id::text = ANY ($1)`,
      [drops],
    );
    expect(written).toHaveLength(200);
  }, 180_000);
});

describe('DeliveryReader', () => {
  it('shows a drop to its parties, its organiser and observers, and to nobody else', async () => {
    const reader = new DeliveryReader();
    const who = async (kind: Principal['memberships'][number]['kind'], partyId?: string): Promise<number> => {
      const id = partyId ?? (await plantParty(database.owner, kind));
      const caller = await plantPrincipal(database.owner, kind, id, 'officer');
      const listed = await reader.page(database.db, caller, { poolId: pool.poolId, state: null }, null, 10);
      const shown = await reader.dropById(database.db, caller, dropId);
      expect(listed.length).toBe(shown === undefined ? 0 : 1);
      return listed.length;
    };
    expect(await who('supplier', supplier)).toBe(1);
    expect(await who('koperasi', koperasi)).toBe(1);
    expect(await who('organiser', pool.organiserId)).toBe(1);
    expect(await who('observer')).toBe(1);
    expect(await who('supplier')).toBe(0);
    expect(await who('koperasi')).toBe(0);
    expect(await who('organiser')).toBe(0);
    expect(await who('kitchen')).toBe(0);
  });
});
