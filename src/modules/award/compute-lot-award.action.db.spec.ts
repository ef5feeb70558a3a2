import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import {
  passDeadline,
  plantParty,
  plantPerson,
  plantPrincipal,
  plantTender,
  type PlantedLot,
} from '../../../test/support/plant-lot.js';
import { plantRegions } from '../../../test/support/plant-pool.js';
import { completeTerms } from '../../core/bid/complete-terms.js';
import type { BidTerms } from '../../core/bid/bid-terms.js';
import { parseAwardFile } from '../../core/award/file/parse-award-file.js';
import { verifyAwardFile } from '../../core/award/file/verify-award-file.js';
import { writeExplanation } from '../../core/award/write-explanation.js';
import { plantingBids, withoutTrigger } from '../../../test/support/without-trigger.js';
import { newId } from '../../platform/new-id.js';
import { BidReader, SupplierTermsReader } from '../bid/index.js';
import { LotReader } from '../lot/index.js';
import { SupplierClassReader } from '../party/index.js';
import { AwardRuleReader, PoolReader, PricingReader } from '../pool/index.js';
import { AwardReader } from './award.reader.js';
import { AwardSolver } from './award-solver.js';
import { AwardStore } from './award.store.js';
import { CoalitionReader } from './coalition.reader.js';
import { ComputeLotAward } from './compute-lot-award.action.js';
import { ExplanationReader } from './explanation.reader.js';
import { ProblemReader } from './problem.reader.js';
import { AwardShareReader } from './share.reader.js';
import { ShareStore } from './share.store.js';

let test: TestDatabase;
let compute: ComputeLotAward;
const solver = new AwardSolver();
const [bids, lots, pools, rules] = [
  new BidReader(),
  new LotReader(),
  new PoolReader(),
  new AwardRuleReader(),
];
const pricings = new PricingReader();
const reader = new AwardReader(bids);
let explanations: ExplanationReader;

beforeAll(async () => {
  test = await freshDatabase();
  explanations = new ExplanationReader(reader, lots, pools, rules, pricings, new AwardShareReader(), test.db);
  await plantRegions(test.owner);
  const problems = new ProblemReader(
    pools,
    lots,
    bids,
    new SupplierTermsReader(),
    rules,
    new SupplierClassReader(),
  );
  compute = new ComputeLotAward(
    test.workerDb,
    lots,
    problems,
    solver,
    new AwardStore(),
    new CoalitionReader(problems, lots, pricings),
    new ShareStore(),
  );
});
afterAll(async () => {
  await solver.onModuleDestroy();
  await test.close();
});

/** A second item and lot of the same pool, its 40 sacks asked for by one koperasi of kecamatan 1. */
const plantSecondLot = async ({ poolId }: PlantedLot): Promise<string> => {
  const [itemId, lineId, lotId, koperasiId] = [newId(), newId(), newId(), newId()];
  await test.owner.query(
    `INSERT INTO pack (code, commodity_code, unit_code, size_milli, name_id, name_en)
     VALUES ('BERAS-UJI/25', 'BERAS-UJI', 'KGM', 25000, 'Karung', 'Sack') ON CONFLICT DO NOTHING`,
  );
  await test.owner.query(
    `INSERT INTO party (id, kind, code, name, region_code) VALUES ($1, 'koperasi', $2, 'Koperasi uji', '32.71.01.1001')`,
    [koperasiId, koperasiId],
  );
  await test.owner.query(
    `INSERT INTO pool_item (id, pool_id, position, commodity_code, pack_code, pack_size_milli, ceiling_rp_per_unit, ceiling_source, reference_rp_per_unit)
     VALUES ($1, $2, 2, 'BERAS-UJI', 'BERAS-UJI/25', 25000, 12000, 'uji', 12000)`,
    [itemId, poolId],
  );
  await test.owner.query(
    `INSERT INTO commitment_line (id, pool_id, item_id, koperasi_id, beneficiary_id, needed_by, quantity_packs, made_by)
     VALUES ($1, $2, $3, $4, $4, '2026-12-02', 40, (SELECT created_by FROM pool WHERE id = $2))`,
    [lineId, poolId, itemId, koperasiId],
  );
  await test.owner.query(
    'INSERT INTO lot (id, pool_id, item_id, quantity_packs, line_count, koperasi_count) VALUES ($1, $2, $3, 40, 1, 1)',
    [lotId, poolId, itemId],
  );
  await test.owner.query('INSERT INTO lot_membership (line_id, lot_id) VALUES ($1, $2)', [lineId, lotId]);
  await test.owner.query(
    `INSERT INTO tender (lot_id, closes_at) VALUES ($1, clock_timestamp() + interval '1 hour')`,
    [lotId],
  );
  return lotId;
};

const plantBid = async (
  lotId: string,
  supplierId: string,
  priceRpPerUnit: number,
  rest: Partial<BidTerms> = {},
): Promise<void> => {
  const bidId = newId();
  const terms = completeTerms({
    capacityPacks: 100,
    minimumPacks: 0,
    leadTimeDays: 3,
    tiers: [{ fromPacks: 1, priceRpPerUnit }],
    ...rest,
  });
  await test.owner.query('INSERT INTO bid (id, lot_id, supplier_id) VALUES ($1, $2, $3)', [
    bidId,
    lotId,
    supplierId,
  ]);
  const personId = await plantPerson(test.owner);
  await plantingBids(test.owner, () =>
    test.owner.query(
      `INSERT INTO bid_revision (bid_id, revision, action, capacity_packs, minimum_packs, lead_time_days, tiers, surcharges,
       tier_kind, made_by, made_at)
     VALUES ($1, 1, 'submitted', $2, $3, 3, $4, $5, $6, $7, clock_timestamp())`,
      [
        bidId,
        terms.capacityPacks,
        terms.minimumPacks,
        JSON.stringify(terms.tiers),
        JSON.stringify(terms.surcharges),
        terms.tierKind,
        personId,
      ],
    ),
  );
};

const open = async (lotId: string): Promise<void> => {
  await passDeadline(test.owner, lotId);
  await test.owner.query('UPDATE tender SET opened_at = clock_timestamp(), bid_count = 2 WHERE lot_id = $1', [
    lotId,
  ]);
  await test.owner.query(`UPDATE lot SET state = 'opened' WHERE id = $1`, [lotId]);
};

/** Two lots; the first supplier is a little cheaper on both, for a fixed charge that only both together are worth. */
const twoLots = async (fixedChargeRp: number) => {
  const first = await plantTender(test.owner);
  const second = await plantSecondLot(first);
  const [cheap, plain] = [await plantParty(test.owner, 'supplier'), await plantParty(test.owner, 'supplier')];
  const personId = await plantPerson(test.owner);
  await withoutTrigger(test.owner, 'supplier_terms_revision', 'supplier_terms_in_time', () =>
    test.owner.query(
      `INSERT INTO supplier_terms_revision VALUES ($1, $2, 1, $3, NULL, 0, $4, clock_timestamp())`,
      [first.poolId, cheap, fixedChargeRp, personId],
    ),
  );
  for (const lotId of [first.lotId, second]) {
    await plantBid(lotId, cheap, 10_000);
    await plantBid(lotId, plain, 10_200);
  }
  return { ...first, second, cheap, plain };
};

const keep = async (lotId: string): Promise<number> => {
  const groups = await compute.compute(lotId);
  for (const group of groups) await test.workerDb.transaction((tx) => compute.keep(tx, group));
  return groups.length;
};

const insider = (organiserId: string) => plantPrincipal(test.owner, 'organiser', organiserId, 'chair');

describe('lots tied by a supplier', () => {
  it('wait for each other and are awarded together, the fixed charge shared by goods', async () => {
    // Saved: 100 x 50 kg x Rp200 = 1,000,000 on the first lot, 40 x 25 kg x Rp200 = 200,000 on the second.
    const { lotId, second, organiserId, cheap, poolId } = await twoLots(1_100_000);
    await open(lotId);
    expect(await keep(lotId)).toBe(0);
    await open(second);
    expect(await keep(second)).toBe(1);
    const chair = await insider(organiserId);
    const shown = await Promise.all([lotId, second].map((id) => reader.shownAward(test.db, id, chair)));
    expect(shown.map(({ lines }) => lines.map((line) => [line.supplierId, line.packs]))).toEqual([
      [[cheap, 100]],
      [[cheap, 40]],
    ]);
    expect(shown.map(({ lines }) => lines[0]?.fixedRp)).toEqual([916_667, 183_333]);
    for (const { award, lines, zones, groupLotIds } of shown) {
      expect(award.costRp).toBe(lines[0]?.amountRp);
      expect(zones.reduce((sum, { amountRp }) => sum + amountRp, 0)).toBe(award.costRp);
      expect(groupLotIds).toEqual([lotId, second].sort());
    }
    expect(await keep(lotId)).toBe(0);
    const kept = await test.owner.query('SELECT count(*)::int FROM award_group WHERE pool_id = $1', [poolId]);
    expect(kept.rows).toEqual([{ count: 1 }]);
  });

  it('take the others where the charge is not worth it', async () => {
    const { lotId, second, organiserId, plain } = await twoLots(1_300_000);
    await open(lotId);
    await open(second);
    await keep(lotId);
    const { lines } = await reader.shownAward(test.db, lotId, await insider(organiserId));
    expect(lines.map(({ supplierId }) => supplierId)).toEqual([plain]);
  });

  it('are kept once, by whichever of several workers comes first', async () => {
    const { lotId, second, poolId } = await twoLots(1_100_000);
    await open(lotId);
    await open(second);
    const groups = (await Promise.all([lotId, second, lotId].map((id) => compute.compute(id)))).flat();
    expect(groups.length).toBe(3);
    await Promise.all(groups.map((group) => test.workerDb.transaction((tx) => compute.keep(tx, group))));
    const kept = await test.owner.query(
      `SELECT (SELECT count(*)::int FROM award_group WHERE pool_id = $1) AS groups,
         (SELECT count(*)::int FROM award JOIN lot ON lot.id = lot_id WHERE pool_id = $1) AS awards`,
      [poolId],
    );
    expect(kept.rows).toEqual([{ groups: 1, awards: 2 }]);
  });

  it('are awarded when the last one fails for want of bids', async () => {
    const { lotId, second } = await twoLots(0);
    await test.owner.query('DELETE FROM bid_revision USING bid WHERE bid.id = bid_id AND lot_id = $1', [
      second,
    ]);
    await test.owner.query('DELETE FROM bid WHERE lot_id = $1', [second]);
    await open(lotId);
    await passDeadline(test.owner, second);
    await test.owner.query(
      'UPDATE tender SET opened_at = clock_timestamp(), bid_count = 0 WHERE lot_id = $1',
      [second],
    );
    await test.owner.query(`UPDATE lot SET state = 'failed', failed_reason = 'NO_BIDS' WHERE id = $1`, [
      second,
    ]);
    expect((await keep(second)) + (await keep(lotId))).toBe(1);
    expect(await reader.awardOf(test.db, lotId)).toMatchObject({ state: 'computed' });
  });
});

describe('amounts that no whole number can reckon', () => {
  it('fail the lot, told apart from a solver that may do better next time', async () => {
    const { lotId } = await plantTender(test.owner, 900_000_000);
    await plantBid(lotId, await plantParty(test.owner, 'supplier'), 10_000);
    await test.owner.query(
      'UPDATE pool_item SET ceiling_rp_per_unit = 1000000000 WHERE id = (SELECT item_id FROM lot WHERE id = $1)',
      [lotId],
    );
    await open(lotId);
    expect(await keep(lotId)).toBe(1);
    const { rows } = await test.owner.query('SELECT state, failed_reason FROM lot WHERE id = $1', [lotId]);
    expect(rows).toEqual([{ state: 'failed', failed_reason: 'AMOUNTS_OUT_OF_BOUNDS' }]);
  });
});

describe('an award', () => {
  const awarded = async () => {
    const lot = await plantTender(test.owner);
    const [near, far] = [await plantParty(test.owner, 'supplier'), await plantParty(test.owner, 'supplier')];
    await plantBid(lot.lotId, near, 10_000, {
      capacityPacks: 60,
      surcharges: [{ zoneCode: '32.71', rpPerUnit: 100 }],
    });
    await plantBid(lot.lotId, far, 10_500);
    await plantBid(lot.lotId, await plantParty(test.owner, 'supplier'), 12_500);
    await open(lot.lotId);
    await keep(lot.lotId);
    return { ...lot, near, far, chair: await insider(lot.organiserId) };
  };

  it('is explained with what its limits cost, in both languages', async () => {
    const { lotId, chair } = await awarded();
    const explanation = await explanations.explanationOf(test.db, lotId, chair);
    expect(explanation).toMatchObject({
      costRp: 50 * (60 * 10_100 + 40 * 10_500),
      savedRp: 50 * 60 * 400,
      constraints: [{ kind: 'bid-capacity', costsRp: 50 * 40 * 400 }],
      losers: [{ code: 'PRICE_ABOVE_CEILING' }],
      koperasi: [{ packs: 100, savedRp: 50 * (60 * 1_900 + 40 * 1_500) }],
    });
    const [page, english] = [writeExplanation(explanation, 'id'), writeExplanation(explanation, 'en')];
    expect(page).toContain('Kapasitas penawaran supplier uji menambah Rp800.000.');
    expect(english).toContain("The capacity of supplier uji's bid adds Rp800,000.");
    expect(english).toContain('Proven: no split is cheaper.');
    await expect(explanations.explanationOf(test.db, lotId)).rejects.toMatchObject({
      code: 'AWARD_NOT_FOUND',
    });
  });

  it('is filed so that anyone can recompute it, without a name', async () => {
    const { lotId, koperasiId, chair } = await awarded();
    const text = await explanations.fileOf(test.db, lotId, chair);
    expect(verifyAwardFile(parseAwardFile(text), null, null).filter(({ holds }) => !holds)).toEqual([]);
    expect(text).not.toContain(koperasiId);
    expect(await explanations.fileOf(test.db, lotId, chair)).toBe(text);
    await expect(explanations.fileOf(test.db, lotId)).rejects.toMatchObject({ code: 'AWARD_NOT_FOUND' });
  });

  it('says to the public what each koperasi saves, not whose it is', async () => {
    const { lotId } = await awarded();
    await test.owner.query(`UPDATE lot SET state = 'contracted' WHERE id = $1`, [lotId]);
    const { koperasi } = await explanations.explanationOf(test.db, lotId);
    expect(koperasi.map((part) => part.koperasiId)).toEqual([null]);
  });
});
