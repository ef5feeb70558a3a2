import { actingAs } from '../../../test/support/acting-as.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import {
  passDeadline,
  plantParty,
  plantPerson,
  plantPrincipal,
  plantTender,
  type PlantedLot,
} from '../../../test/support/plant-lot.js';
import type { PriceTier } from '../../core/offer/schedule.js';
import type { LotAward } from '../../core/award/lot-award.js';
import type { Principal } from '../../platform/auth/principal.js';
import { plantingBids } from '../../../test/support/without-trigger.js';
import { newId } from '../../platform/new-id.js';
import { BidReader, SupplierTermsReader } from '../bid/index.js';
import { LotReader } from '../lot/index.js';
import { SupplierClassReader } from '../party/index.js';
import { AwardRuleReader, PoolReader, PricingReader } from '../pool/index.js';
import { ApproveAward } from './approve-award.action.js';
import { AwardReader } from './award.reader.js';
import { AwardSolver } from './award-solver.js';
import { AwardStore } from './award.store.js';
import { CoalitionReader } from './coalition.reader.js';
import { ComputeLotAward } from './compute-lot-award.action.js';
import { ProblemReader } from './problem.reader.js';
import { ProposeAward } from './propose-award.action.js';
import { ShareStore } from './share.store.js';
import { showAward } from './show-award.js';
import { CourseStore } from './steps/course.store.js';
import { SignContract } from './steps/sign-contract.action.js';

let test: TestDatabase;
let computeLotAward: ComputeLotAward;
let proposeAward: ProposeAward;
let approveAward: ApproveAward;
let signContract: SignContract;
const solver = new AwardSolver();
const bids = new BidReader();
const reader = new AwardReader(bids);

beforeAll(async () => {
  test = await freshDatabase();
  const store = new AwardStore();
  const lots = new LotReader();
  const problems = new ProblemReader(
    new PoolReader(),
    lots,
    bids,
    new SupplierTermsReader(),
    new AwardRuleReader(),
    new SupplierClassReader(),
  );
  const coalitions = new CoalitionReader(problems, lots, new PricingReader());
  computeLotAward = new ComputeLotAward(
    test.workerDb,
    lots,
    problems,
    solver,
    store,
    coalitions,
    new ShareStore(),
  );
  const courses = new CourseStore();
  proposeAward = new ProposeAward(test.db, courses);
  approveAward = new ApproveAward(test.db, courses);
  signContract = actingAs(
    new SignContract(test.db, courses),
    (_person: string, _lotId: string, supplierId: string) => supplierId,
  );
});
afterAll(async () => {
  await solver.onModuleDestroy();
  await test.close();
});

const tiers = (...pairs: [number, number][]): PriceTier[] =>
  pairs.map(([fromPacks, priceRpPerUnit]) => ({ fromPacks, priceRpPerUnit }));

/** A lot of 100 sacks whose bids were opened; each bid is its capacity and its tiers. */
const opened = async (...offers: [number, PriceTier[]][]): Promise<PlantedLot> => {
  const lot = await plantTender(test.owner);
  for (const [capacityPacks, schedule] of offers) {
    const bidId = newId();
    const supplierId = await plantParty(test.owner, 'supplier');
    await test.owner.query('INSERT INTO bid (id, lot_id, supplier_id) VALUES ($1, $2, $3)', [
      bidId,
      lot.lotId,
      supplierId,
    ]);
    const personId = await plantPerson(test.owner);
    await plantingBids(test.owner, () =>
      test.owner.query(
        `INSERT INTO bid_revision (bid_id, revision, action, capacity_packs, minimum_packs, lead_time_days, tiers, made_by, made_at)
         VALUES ($1, 1, 'submitted', $2, 0, 3, $3, $4, clock_timestamp())`,
        [bidId, capacityPacks, JSON.stringify(schedule), personId],
      ),
    );
  }
  await passDeadline(test.owner, lot.lotId);
  await test.owner.query(
    'UPDATE tender SET opened_at = clock_timestamp(), bid_count = $2 WHERE lot_id = $1',
    [lot.lotId, offers.length],
  );
  await test.owner.query(`UPDATE lot SET state = 'opened' WHERE id = $1`, [lot.lotId]);
  return lot;
};

const compute = async (lotId: string): Promise<LotAward> => {
  const [group] = await computeLotAward.compute(lotId);
  if (group === undefined || !('lots' in group) || !group.lots[0]) throw new Error('no award was computed');
  await test.workerDb.transaction((tx) => computeLotAward.keep(tx, group));
  return group.lots[0].award;
};

const split: [number, PriceTier[]][] = [
  [70, tiers([1, 11_000], [60, 10_000])],
  [100, tiers([1, 10_800])],
  [100, tiers([1, 12_500])],
];

const computed = async () => {
  const lot = await opened(...split);
  await compute(lot.lotId);
  const [officer, chair] = [
    await plantPrincipal(test.owner, 'organiser', lot.organiserId, 'officer', 'chair'),
    await plantPrincipal(test.owner, 'organiser', lot.organiserId, 'chair'),
  ];
  return { ...lot, officer, chair };
};

const lotState = async (lotId: string) =>
  (await test.owner.query('SELECT state, failed_reason FROM lot WHERE id = $1', [lotId])).rows[0];

const events = async (type: string, lotId: string) =>
  (
    await test.owner.query(`SELECT payload FROM outbox WHERE type = $1 AND payload->>'lotId' = $2`, [
      type,
      lotId,
    ])
  ).rows;

describe('the award of a lot', () => {
  it('is computed once, and shown to insiders with a reason for every losing bid in both languages', async () => {
    const { lotId, officer } = await computed();
    const first = await reader.awardOf(test.db, lotId);
    expect(await computeLotAward.compute(lotId)).toEqual([]);
    expect(await reader.awardOf(test.db, lotId)).toEqual(first);

    const view = showAward(await reader.shownAward(test.db, lotId, officer));
    expect(view).toMatchObject({
      state: 'computed',
      demandPacks: 100,
      awardedPacks: 100,
      unservedPacks: 0,
      costRp: 50 * (70 * 10_000 + 30 * 10_800),
      gapPpm: 0,
      savedRp: 50 * (100 * 10_800 - 70 * 10_000 - 30 * 10_800),
    });
    expect(view.lines.map(({ packs, tierNo, amountRp }) => [packs, tierNo, amountRp]).sort()).toEqual([
      [30, 1, 16_200_000],
      [70, 2, 35_000_000],
    ]);
    expect(view.losingBids).toEqual([
      expect.objectContaining({
        code: 'PRICE_ABOVE_CEILING',
        supplierName: 'supplier uji',
        id: expect.stringContaining('harga batas'),
        en: expect.stringContaining('ceiling'),
      }),
    ]);
    await expect(reader.shownAward(test.db, lotId)).rejects.toMatchObject({ code: 'AWARD_NOT_FOUND' });
  });

  it('binds nobody before two people have agreed', async () => {
    const { lotId, officer, chair } = await computed();
    await expect(approveAward.run(chair, lotId)).rejects.toMatchObject({ code: 'AWARD_NOT_PROPOSED_YET' });
    await proposeAward.run(officer, lotId);
    await expect(proposeAward.run(chair, lotId)).rejects.toMatchObject({ code: 'AWARD_ALREADY_PROPOSED' });
    expect(await reader.linesOf(test.db, lotId)).toEqual([]);
    expect(await lotState(lotId)).toMatchObject({ state: 'opened' });

    await approveAward.run(chair, lotId);
    const award = await reader.awardOf(test.db, lotId);
    expect(award).toMatchObject({
      state: 'approved',
      proposedBy: officer.personId,
      approvedBy: chair.personId,
      version: 3,
    });
    expect((await reader.linesOf(test.db, lotId)).map(({ packs }) => packs).sort()).toEqual([30, 70]);
    expect(await lotState(lotId)).toMatchObject({ state: 'awarded' });
    // Goods are shared out once the suppliers have signed, not before.
    expect(await events('ContractsSigned', lotId)).toEqual([]);
    for (const { supplierId } of await reader.linesOf(test.db, lotId))
      await signContract.sign(officer.personId, lotId, supplierId);
    expect(await events('ContractsSigned', lotId)).toEqual([{ payload: { lotId, awardId: award?.id } }]);
    await expect(approveAward.run(chair, lotId)).rejects.toMatchObject({ code: 'AWARD_ALREADY_APPROVED' });
    expect(await computeLotAward.compute(lotId)).toEqual([]);
    expect(await reader.awardOf(test.db, lotId)).toEqual(award);
  });

  it('is not approved by its proposer: core refuses', async () => {
    const { lotId, officer } = await computed();
    await proposeAward.run(officer, lotId);
    await expect(approveAward.run(officer, lotId)).rejects.toMatchObject({
      code: 'NOBODY_APPROVES_THEIR_OWN_PROPOSAL',
    });
    expect(await lotState(lotId)).toMatchObject({ state: 'opened' });
  });

  it('is not approved by its proposer: the database refuses by itself', async () => {
    const { lotId, officer } = await computed();
    await proposeAward.run(officer, lotId);
    for (const db of [test.db, test.workerDb])
      await expect(
        db.change(
          `UPDATE award SET state = 'approved', approved_by = $2, approved_at = clock_timestamp() WHERE lot_id = $1`,
          [lotId, officer.personId],
        ),
      ).rejects.toMatchObject({ code: '23514', constraint: 'nobody_approves_their_own_proposal' });
  });

  it("is decided by nobody of another organiser, nor without the organiser's roles", async () => {
    const { lotId, organiserId, officer } = await computed();
    const elsewhere = await plantPrincipal(
      test.owner,
      'organiser',
      await plantParty(test.owner, 'organiser'),
      'officer',
      'chair',
    );
    const viewer = await plantPrincipal(test.owner, 'organiser', organiserId, 'viewer');
    for (const principal of [elsewhere, viewer])
      await expect(proposeAward.run(principal, lotId)).rejects.toMatchObject({
        code: 'ONLY_THE_ORGANISER_PROPOSES',
      });
    await proposeAward.run(officer, lotId);
    for (const principal of [elsewhere, viewer])
      await expect(approveAward.run(principal, lotId)).rejects.toMatchObject({
        code: 'ONLY_THE_CHAIR_APPROVES',
      });
  });

  it('is approved once when two chairs approve at once', async () => {
    const { lotId, organiserId, officer, chair } = await computed();
    const second: Principal = await plantPrincipal(test.owner, 'organiser', organiserId, 'chair');
    await proposeAward.run(officer, lotId);
    const outcomes = await Promise.allSettled([
      approveAward.run(chair, lotId),
      approveAward.run(second, lotId),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await reader.awardOf(test.db, lotId))?.version).toBe(3);
  });

  it('of nothing fails the lot when it is approved', async () => {
    const { lotId, organiserId } = await opened([100, tiers([1, 12_001])]);
    expect(await compute(lotId)).toMatchObject({ lines: [], unservedPacks: 100 });
    await proposeAward.run(await plantPrincipal(test.owner, 'organiser', organiserId, 'treasurer'), lotId);
    await approveAward.run(await plantPrincipal(test.owner, 'organiser', organiserId, 'chair'), lotId);
    expect(await lotState(lotId)).toEqual({ state: 'failed', failed_reason: 'NO_ADMISSIBLE_BID' });
    expect(await events('ContractsSigned', lotId)).toEqual([]);
    expect(await computeLotAward.compute(lotId)).toEqual([]);
  });

  it('cannot be found where there is none', async () => {
    const { lotId, organiserId } = await opened(...split);
    const chair = await plantPrincipal(test.owner, 'organiser', organiserId, 'chair');
    for (const action of [proposeAward, approveAward])
      await expect(action.run(chair, lotId)).rejects.toMatchObject({ code: 'AWARD_NOT_FOUND' });
  });

  it('has lines that the roles that serve and work cannot change', async () => {
    const { lotId } = await computed();
    const award = await reader.awardOf(test.db, lotId);
    for (const db of [test.db, test.workerDb]) {
      await expect(
        db.change('UPDATE award_line SET packs = 1 WHERE award_id = $1', [award?.id]),
      ).rejects.toMatchObject({ code: '42501' });
      await expect(
        db.change('DELETE FROM award_line WHERE award_id = $1', [award?.id]),
      ).rejects.toMatchObject({ code: '42501' });
    }
  });
});
