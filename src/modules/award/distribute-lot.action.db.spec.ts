import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { playAllocation, playBroken, playLots } from '../../../test/support/play-distribution.js';
import { plantDistribution } from '../../../test/support/plant-distribution.js';
import {
  CITY,
  plantKoperasi,
  plantLine,
  plantPool,
  plantRegions,
  type PlantedPool,
} from '../../../test/support/plant-pool.js';
import { BidReader } from '../bid/index.js';
import { LotReader } from '../lot/index.js';
import { DistributionReader } from '../pool/index.js';
import { AwardReader } from './award.reader.js';
import { DistributeLot } from './distribute-lot.action.js';
import { DistributionStore } from './distribution.store.js';

let database: TestDatabase;
let pool: PlantedPool;
let supplierId: string;
const lots = new LotReader();
const awards = new AwardReader(new BidReader());
const distributeLot = new DistributeLot(new DistributionStore(), lots, new DistributionReader());

const distribute = (lotId: string): Promise<void> =>
  database.workerDb.transaction((tx) => distributeLot.run(tx, lotId));

/** A distributed item and one by tender, ordered by two koperasi, their lots formed and tenders begun. */
const formed = async (terms: { quota?: number; stock?: number | null } = {}): Promise<[string, string]> => {
  const { owner } = database;
  pool = await plantPool(owner, ['dry', 'fresh']);
  const [rice = '', greens = ''] = pool.itemIds;
  supplierId = await plantDistribution(owner, rice, terms);
  const koperasi = [
    await plantKoperasi(owner, `${CITY}.01.1001`),
    await plantKoperasi(owner, `${CITY}.02.1001`),
  ];
  const [one = '', two = ''] = koperasi;
  const order = (itemId: string, koperasiId: string, quantityPacks: number, neededBy: string) =>
    plantLine(owner, { poolId: pool.poolId, itemId, koperasiId, quantityPacks, neededBy });
  // Two requests at the same moment took the first koperasi above a quota of 40.
  await order(rice, one, 30, '2026-12-02');
  await order(rice, one, 30, '2026-12-03');
  await order(rice, two, 10, '2026-12-02');
  await order(greens, two, 5, '2026-12-02');
  await playLots(database.workerDb, pool.poolId);
  const [first, second] = await lots.lotsOfPool(database.db, pool.poolId);
  if (first === undefined || second === undefined) throw new Error('no lots were formed');
  return [first.id, second.id];
};

const traces = async (lotId: string) => {
  const { rows } = await database.owner.query<Record<string, unknown>>(
    `SELECT (SELECT count(*)::int FROM award WHERE lot_id = $1) AS awards,
       (SELECT count(*)::int FROM outbox WHERE type = 'ContractsSigned' AND payload->>'lotId' = $1::text) AS events,
       (SELECT array_agg(action ORDER BY id) FROM audit_event WHERE subject_id = $1::text AND action <> 'lot-formed') AS audited,
       (SELECT state FROM lot WHERE id = $1) AS state, (SELECT failed_reason FROM lot WHERE id = $1) AS reason`,
    [lotId],
  );
  return rows[0];
};

beforeAll(async () => {
  database = await freshDatabase();
  await plantRegions(database.owner);
});
afterAll(() => database.close());

describe('distribute a lot', () => {
  it('awards it without a tender at the fixed price, within the quotas; the other lot takes bids', async () => {
    const [rice, greens] = await formed();
    const tenders = await new BidReader().tenderOf(database.db, rice);
    expect(tenders).toBeUndefined();
    expect(await new BidReader().tenderOf(database.db, greens)).toMatchObject({ openedAt: null });
    await distribute(rice);
    await distribute(greens);
    expect(await awards.awardOf(database.db, rice)).toMatchObject({
      mode: 'distribution',
      state: 'approved',
      proposedBy: null,
      approvedBy: null,
      demandPacks: 70,
      awardedPacks: 50,
      costRp: 50 * 550_000,
    });
    expect(await awards.linesOf(database.db, rice)).toMatchObject([
      { bidId: null, supplierId, packs: 50, priceRpPerUnit: 11_000 },
    ]);
    expect(await traces(rice)).toEqual({
      awards: 1,
      events: 1,
      audited: ['lot-opened', 'lot-awarded'],
      state: 'awarded',
      reason: null,
    });
    expect(await traces(greens)).toMatchObject({ awards: 0, events: 0, state: 'bidding' });
    expect(await playBroken(database.auditorDb)).toEqual([]);
  });

  it('changes nothing when run again, or four times at once', async () => {
    const [rice] = await formed();
    await Promise.all([distribute(rice), distribute(rice), distribute(rice), distribute(rice)]);
    await distribute(rice);
    expect(await traces(rice)).toMatchObject({
      awards: 1,
      events: 1,
      audited: ['lot-opened', 'lot-awarded'],
    });
  });

  it('gives nobody more than the quota, and shares a short stock by the rule', async () => {
    const [rice] = await formed({ stock: 25 });
    await distribute(rice);
    const shares = await playAllocation(database.workerDb, rice);
    const byKoperasi = new Map<string, number>();
    for (const { koperasiId, packs } of shares)
      byKoperasi.set(koperasiId, (byKoperasi.get(koperasiId) ?? 0) + packs);
    // 40 and 10 may be claimed: half of each.
    expect([...byKoperasi.values()].sort((a, b) => a - b)).toEqual([5, 20]);
    expect(await lots.lotById(database.db, rice)).toMatchObject({ state: 'contracted' });
    expect(await playBroken(database.auditorDb)).toEqual([]);
  });

  it('serves the whole quota to who asked more', async () => {
    const [rice] = await formed();
    await distribute(rice);
    const packs = (await playAllocation(database.workerDb, rice)).map((part) => part.packs);
    expect(packs.sort((a, b) => a - b)).toEqual([10, 20, 20]);
    expect(await playBroken(database.auditorDb)).toEqual([]);
  });

  it('fails the lot of a supplier that was suspended meanwhile', async () => {
    const [rice] = await formed();
    await database.owner.query(
      `UPDATE party SET state = 'suspended', suspended_reason = 'uji' WHERE id = $1`,
      [supplierId],
    );
    await distribute(rice);
    expect(await traces(rice)).toMatchObject({
      awards: 0,
      events: 0,
      state: 'failed',
      reason: 'SUPPLIER_SUSPENDED',
    });
  });

  it('is held by the database: no terms above the ceiling, no distributed item without terms, nothing rewritten', async () => {
    const { owner } = database;
    const { itemIds } = await plantPool(owner, ['dry']);
    await expect(plantDistribution(owner, itemIds[0] ?? '', { price: 12_001 })).rejects.toThrow(
      'is not distributed by',
    );
    await expect(
      owner.query(`UPDATE pool_item SET mode = 'distribution' WHERE id = $1`, [itemIds[0]]),
    ).rejects.toThrow('does not say how it is distributed');
    await plantDistribution(owner, itemIds[0] ?? '');
    await expect(
      database.db.change('UPDATE item_distribution SET quota_per_buyer_packs = 1 WHERE item_id = $1', [
        itemIds[0],
      ]),
    ).rejects.toThrow('permission denied');
  });
});
