import type { CountedLine } from '../../src/core/delivery/receive-drop.js';
import { Refusal } from '../../src/core/kernel/refuse.js';
import { AllocationReader } from '../../src/modules/allocation/index.js';
import { DeliveryStore } from '../../src/modules/delivery/delivery.store.js';
import { DispatchDrop } from '../../src/modules/delivery/dispatch-drop.action.js';
import { releaseDrop } from '../../src/modules/delivery/release-drop.js';
import { PlanDrops } from '../../src/modules/delivery/plan-drops.action.js';
import { PlanStore } from '../../src/modules/delivery/plan.store.js';
import { ReceiveDrop } from '../../src/modules/delivery/receive-drop.action.js';
import type { Db } from '../../src/platform/db/db.js';
import type { TestDatabase } from './database.js';
import { plantAllocation, plantPool, type PlantedPool } from './plant-allocation.js';
import { plantParty } from './plant-lot.js';

const HELD = new Set(['DROP_NOT_ASKED_FOR', 'DROP_NOT_RELEASED']);

/** Plans the drops of lots; the ids of all drops of the pool, by koperasi and supplier. */
export const playPlans = async (db: Db, pool: PlantedPool, ...lotIds: string[]): Promise<string[]> => {
  const planDrops = new PlanDrops(new PlanStore(), new AllocationReader());
  for (const lotId of lotIds) await db.transaction((tx) => planDrops.run(tx, lotId));
  const drops = await db.rows<{ id: string }>(
    'SELECT id FROM delivery_drop WHERE pool_id = $1 ORDER BY koperasi_id, supplier_id, sequence',
    [pool.poolId],
  );
  return drops.map((drop) => drop.id);
};

/** Releases a drop, whatever is to be paid for it. */
export const playRelease = (db: Db, dropId: string): Promise<void> =>
  db.transaction((tx) => releaseDrop(tx, dropId, 0));

/** Releases a drop and lets it leave; again when it grows between. */
export const playDispatch = async (db: Db, pool: PlantedPool, dropId: string): Promise<void> => {
  await playRelease(db, dropId);
  try {
    await playDeparture(db, pool, dropId);
  } catch (problem) {
    if (!(problem instanceof Refusal) || !HELD.has(problem.code)) throw problem;
    await playDispatch(db, pool, dropId);
  }
};

/** Lets a drop leave, if it may. */
export const playDeparture = (db: Db, pool: PlantedPool, dropId: string): Promise<void> =>
  new DispatchDrop(db, new DeliveryStore()).run(pool.personId, dropId, `SJ-${dropId}`);

/** Receives a drop: of each line so many packs not sound, the rest accepted. */
export const playReceipt = async (
  db: Db,
  pool: PlantedPool,
  dropId: string,
  unsound: Partial<Omit<CountedLine, 'lineId' | 'acceptedPacks'>> = {},
): Promise<void> => {
  const store = new DeliveryStore();
  const { quarantinedPacks = 0, damagedPacks = 0, missingPacks = 0 } = unsound;
  const lines = await db.transaction((tx) => store.linesOf(tx, dropId));
  const receipt = lines.map(({ lineId, shippedPacks }) => ({
    lineId,
    acceptedPacks: shippedPacks - quarantinedPacks - damagedPacks - missingPacks,
    quarantinedPacks,
    damagedPacks,
    missingPacks,
  }));
  await new ReceiveDrop(db, store).run(pool.personId, dropId, receipt);
};

export interface TwoBuyers {
  readonly pool: PlantedPool;
  readonly lotId: string;
  /** 20 and 10 packs, from one supplier. */
  readonly buyers: readonly [string, string];
  readonly supplierId: string;
  /** One of each buyer. */
  readonly drops: readonly [string, string];
}

/** A lot of two buyers, shared out and planned: nothing is asked for, and nothing has left. */
export const plantTwoBuyers = async ({
  db,
  owner,
}: Pick<TestDatabase, 'db' | 'owner'>): Promise<TwoBuyers> => {
  const pool = await plantPool(owner);
  // By id, the order in which drops are listed.
  const [first = '', second = ''] = [
    await plantParty(owner, 'koperasi'),
    await plantParty(owner, 'koperasi'),
  ].sort();
  const supplierId = await plantParty(owner, 'supplier');
  const { lotId } = await plantAllocation(owner, pool, [
    { koperasiId: first, supplierId, packs: 20 },
    { koperasiId: second, supplierId, packs: 10 },
  ]);
  const [ofFirst = '', ofSecond = ''] = await playPlans(db, pool, lotId);
  return { pool, lotId, buyers: [first, second], supplierId, drops: [ofFirst, ofSecond] };
};
