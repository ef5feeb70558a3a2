import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantParty, plantPerson } from '../../../test/support/plant-lot.js';
import { plantKoperasi, plantLine, plantPool, plantRegions } from '../../../test/support/plant-pool.js';
import type { RationingRule } from '../../core/pool/rationing-rule.js';
import { plantingBids } from '../../../test/support/without-trigger.js';
import { newId } from '../../platform/new-id.js';
import { AwardReader, AwardShareReader } from '../award/index.js';
import { BidReader } from '../bid/index.js';
import { LotReader } from '../lot/index.js';
import { AllocateLot } from './allocate-lot.action.js';
import { AllocationReader } from './allocation.reader.js';
import { AllocationStore } from './allocation.store.js';

let database: TestDatabase;
const reader = new AllocationReader();
const bids = new BidReader();
const allocateLot = new AllocateLot(
  new AllocationStore(),
  new LotReader(),
  bids,
  new AwardReader(bids),
  new AwardShareReader(),
);

const allocate = (lotId: string): Promise<void> =>
  database.workerDb.transaction((tx) => allocateLot.run(tx, lotId));

interface Asked {
  readonly packs: number;
  readonly minimum?: number;
}

const plantAward = async (
  lotId: string,
  demandPacks: number,
  awarded: readonly number[],
): Promise<string[]> => {
  const { owner } = database;
  const awardId = newId();
  const awardedPacks = awarded.reduce((sum, packs) => sum + packs, 0);
  await owner.query('INSERT INTO tender (lot_id, closes_at) VALUES ($1, now())', [lotId]);
  await owner.query(
    `INSERT INTO award (id, lot_id, state, demand_packs, awarded_packs, cost_rp, bound_rp, gap_ppm, explanation,
       proposed_by, proposed_at, approved_by, approved_at)
     VALUES ($1, $2, 'approved', $3, $4, 1, 1, 0, '{}', $5, now(), $6, now())`,
    [awardId, lotId, demandPacks, awardedPacks, await plantPerson(owner), await plantPerson(owner)],
  );
  const suppliers: string[] = [];
  for (const packs of awarded) {
    const [bidId, supplierId] = [newId(), await plantParty(owner, 'supplier')];
    await owner.query('INSERT INTO bid (id, lot_id, supplier_id) VALUES ($1, $2, $3)', [
      bidId,
      lotId,
      supplierId,
    ]);
    await owner.query(
      `INSERT INTO award_line (award_id, bid_id, supplier_id, tier_no, packs, price_rp_per_unit, amount_rp)
       VALUES ($1, $2, $3, 1, $4, 11000, $5)`,
      [awardId, bidId, supplierId, packs, packs * 50 * 11_000],
    );
    suppliers.push(supplierId);
  }
  return suppliers;
};

/** An awarded lot: who asked how much, and how many packs each supplier was awarded. */
const plantAwarded = async (
  asked: readonly Asked[],
  awarded: readonly number[],
  rule: RationingRule = 'proportional',
) => {
  const { owner } = database;
  const { poolId, itemIds } = await plantPool(owner, ['dry']);
  await owner.query('UPDATE pool SET rationing_rule = $2 WHERE id = $1', [poolId, rule]);
  const lotId = newId();
  const demandPacks = asked.reduce((sum, { packs }) => sum + packs, 0);
  await owner.query(
    `INSERT INTO lot (id, pool_id, item_id, state, quantity_packs, line_count, koperasi_count)
     VALUES ($1, $2, $3, 'awarded', $4, $5, $5)`,
    [lotId, poolId, itemIds[0], demandPacks, asked.length],
  );
  const lineIds: string[] = [];
  for (const [place, { packs, minimum = 0 }] of asked.entries()) {
    const koperasiId = await plantKoperasi(owner, `32.71.0${1 + (place % 3)}.1001`);
    const line = {
      poolId,
      itemId: itemIds[0] ?? '',
      koperasiId,
      quantityPacks: packs,
      minimumPacks: minimum,
    };
    const lineId = await plantLine(owner, line);
    await owner.query('INSERT INTO lot_membership (line_id, lot_id) VALUES ($1, $2)', [lineId, lotId]);
    lineIds.push(lineId);
  }
  return { poolId, lotId, lineIds, suppliers: await plantAward(lotId, demandPacks, awarded) };
};

const sharesOf = async (lotId: string, lineIds: readonly string[]): Promise<(number | undefined)[]> => {
  const rows = await reader.sharePage(database.db, lotId, null, null, 100);
  return lineIds.map((id) => rows.find((row) => row.lineId === id)?.allocatedPacks);
};

const countsOf = async (lotId: string) =>
  database.db.first(
    `SELECT (SELECT count(*) FROM share WHERE lot_id = $1) AS shares,
       (SELECT state FROM lot WHERE id = $1) AS state,
       (SELECT failed_reason FROM lot WHERE id = $1) AS failed_reason,
       (SELECT count(*) FROM audit_event WHERE subject_id = $1::text) AS audited,
       (SELECT count(*) FROM outbox WHERE type = 'LotAllocated' AND payload->>'lotId' = $1::text) AS events`,
    [lotId],
  );

beforeAll(async () => {
  database = await freshDatabase();
  await plantRegions(database.owner);
});

afterAll(() => database.close());

describe('allocate lot', () => {
  it('gives everybody what they asked when all was awarded, each pack from a named supplier', async () => {
    const { lotId, lineIds, suppliers } = await plantAwarded(
      [{ packs: 60 }, { packs: 30 }, { packs: 10 }],
      [60, 40],
    );
    await allocate(lotId);
    expect(await sharesOf(lotId, lineIds)).toEqual([60, 30, 10]);
    const rows = await reader.allocationsOf(database.db, lotId);
    expect(
      rows.map((row) => [lineIds.indexOf(row.lineId), suppliers.indexOf(row.supplierId), row.packs]).sort(),
    ).toEqual([
      [0, 0, 60],
      [1, 1, 30],
      [2, 1, 10],
    ]);
    expect(await countsOf(lotId)).toEqual({
      shares: 3,
      state: 'contracted',
      failedReason: null,
      audited: 1,
      events: 1,
    });
  });

  it('rations a shortage, and writes down who got nothing', async () => {
    const { lotId, lineIds } = await plantAwarded(
      [{ packs: 60 }, { packs: 30, minimum: 20 }, { packs: 10 }],
      [30, 20],
    );
    await allocate(lotId);
    expect(await sharesOf(lotId, lineIds)).toEqual([43, 0, 7]);
    const [row] = await reader.sharePage(database.db, lotId, null, null, 1);
    expect(row?.draw).toMatch(/^[0-9a-f]{64}$/);
    expect(
      await database.db.rows('SELECT line_id, reason FROM released_line WHERE line_id = ANY ($1)', [lineIds]),
    ).toEqual([{ lineId: lineIds[1], reason: 'REFUSED' }]);
  });

  it.each<[RationingRule, number[]]>([
    ['proportional', [42, 21, 7]],
    ['equal-awards', [30, 30, 10]],
    ['equal-losses', [50, 20, 0]],
    ['talmud', [48, 17, 5]],
  ])('rations 70 of 60, 30 and 10 by %s when the pool declared it', async (rule, shares) => {
    const asked = [{ packs: 60 }, { packs: 30 }, { packs: 10 }];
    const { lotId, lineIds } = await plantAwarded(asked, [40, 30], rule);
    await allocate(lotId);
    const shared = await sharesOf(lotId, lineIds);
    // By Talmud 47 1/2, 17 1/2 and 5: the draw, new with every line's id, says who gets the odd pack.
    const byDraw = rule === 'talmud' && shared[0] === 47 ? [47, 18, 5] : shares;
    expect(shared).toEqual(byDraw);
    expect(await countsOf(lotId)).toMatchObject({ shares: 3, state: 'contracted', events: 1 });
  });

  it('changes nothing when run again, nor when run four times at once', async () => {
    const { lotId } = await plantAwarded([{ packs: 60 }, { packs: 30 }], [45]);
    await Promise.all([allocate(lotId), allocate(lotId), allocate(lotId), allocate(lotId)]);
    await allocate(lotId);
    expect(await countsOf(lotId)).toEqual({
      shares: 2,
      state: 'contracted',
      failedReason: null,
      audited: 1,
      events: 1,
    });
  });

  it('keeps a surplus apart that the minimum of the lines leaves over', async () => {
    const { lotId, lineIds, suppliers } = await plantAwarded([{ packs: 10, minimum: 10 }, { packs: 2 }], [6]);
    await allocate(lotId);
    expect(await sharesOf(lotId, lineIds)).toEqual([0, 2]);
    expect(
      await database.db.rows('SELECT supplier_id, packs FROM surplus WHERE lot_id = $1', [lotId]),
    ).toEqual([{ supplierId: suppliers[0], packs: 4 }]);
  });

  it('leaves the surplus to another supplier than one that would be left below its minimum', async () => {
    const { owner } = database;
    const { lotId, suppliers } = await plantAwarded([{ packs: 10, minimum: 10 }, { packs: 6 }], [4, 4]);
    const personId = await plantPerson(owner);
    await plantingBids(owner, () =>
      owner.query(
        `INSERT INTO bid_revision (bid_id, revision, action, capacity_packs, minimum_packs, lead_time_days, tiers, made_by, made_at)
         SELECT id, 1, 'submitted', 4, CASE WHEN supplier_id = $2 THEN 0 ELSE 4 END, 1,
           '[{"fromPacks": 1, "priceRpPerUnit": 11000}]', $3, clock_timestamp() - interval '1 minute'
         FROM bid WHERE lot_id = $1`,
        [lotId, suppliers[1], personId],
      ),
    );
    await owner.query(
      'UPDATE tender SET closes_at = now(), opened_at = now(), bid_count = 2 WHERE lot_id = $1',
      [lotId],
    );
    await allocate(lotId);
    expect(
      await database.db.rows('SELECT supplier_id, packs FROM surplus WHERE lot_id = $1', [lotId]),
    ).toEqual([{ supplierId: suppliers[1], packs: 2 }]);
  });

  it('fails a lot of whose award no line can use a pack', async () => {
    const { lotId, poolId } = await plantAwarded([{ packs: 10, minimum: 10 }], [6]);
    await allocate(lotId);
    expect(await countsOf(lotId)).toMatchObject({
      state: 'failed',
      failedReason: 'NO_LINE_COULD_USE_IT',
      events: 0,
    });
    expect(await database.db.first('SELECT state FROM pool WHERE id = $1', [poolId])).toEqual({
      state: 'settled',
    });
  });

  it('shows a supplier the lines it serves, and its packs only', async () => {
    const { lotId, suppliers } = await plantAwarded([{ packs: 50 }, { packs: 50 }], [70, 30]);
    await allocate(lotId);
    const own = await reader.sharePage(database.db, lotId, [suppliers[1] ?? ''], null, 100);
    expect(own.flatMap((row) => row.suppliers)).toEqual([{ supplierId: suppliers[1], packs: 30 }]);
    expect(await reader.sharePage(database.db, lotId, [newId()], null, 100)).toEqual([]);
  });
});
