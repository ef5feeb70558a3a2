import { actingAs } from './acting-as.js';
import { RunDueSteps } from '../../src/modules/award/steps/run-due-steps.action.js';
import { AnswerObjection } from '../../src/modules/award/steps/answer-objection.action.js';
import { CourseStore } from '../../src/modules/award/steps/course.store.js';
import { ObjectToAward } from '../../src/modules/award/steps/object-to-award.action.js';
import { ObjectionStore } from '../../src/modules/award/steps/objection.store.js';
import { SignContract } from '../../src/modules/award/steps/sign-contract.action.js';
import { ApproveAward } from '../../src/modules/award/approve-award.action.js';
import { AwardReader } from '../../src/modules/award/award.reader.js';
import { AwardSolver } from '../../src/modules/award/award-solver.js';
import { AwardStore } from '../../src/modules/award/award.store.js';
import { CoalitionReader } from '../../src/modules/award/coalition.reader.js';
import { ComputeLotAward } from '../../src/modules/award/compute-lot-award.action.js';
import { OnAwardReplaced } from '../../src/modules/award/on-award-replaced.consumer.js';
import { ShareStore } from '../../src/modules/award/share.store.js';
import { ProblemReader } from '../../src/modules/award/problem.reader.js';
import { ProposeAward } from '../../src/modules/award/propose-award.action.js';
import { BidReader, SupplierTermsReader } from '../../src/modules/bid/index.js';
import { LotReader } from '../../src/modules/lot/index.js';
import { SupplierClassReader } from '../../src/modules/party/index.js';
import { AwardRuleReader, PoolReader, PricingReader } from '../../src/modules/pool/index.js';
import type { Principal } from '../../src/platform/auth/principal.js';
import { newId } from '../../src/platform/new-id.js';
import type { TestDatabase } from './database.js';
import {
  passDeadline,
  plantParty,
  plantPerson,
  plantPrincipal,
  plantTender,
  type PlantedLot,
} from './plant-lot.js';
import { plantingBids } from './without-trigger.js';

/** The acts on a lot's award, as the application wires them. */
export const wireSteps = (test: TestDatabase) => {
  const bids = new BidReader();
  const solver = new AwardSolver();
  const courses = new CourseStore();
  const objections = new ObjectionStore();
  const problems = new ProblemReader(
    new PoolReader(),
    new LotReader(),
    bids,
    new SupplierTermsReader(),
    new AwardRuleReader(),
    new SupplierClassReader(),
  );
  const lots = new LotReader();
  const compute = new ComputeLotAward(
    test.workerDb,
    lots,
    problems,
    solver,
    new AwardStore(),
    new CoalitionReader(problems, lots, new PricingReader()),
    new ShareStore(),
  );
  return {
    courses,
    solver,
    compute,
    onAwardReplaced: new OnAwardReplaced(compute),
    reader: new AwardReader(bids),
    propose: new ProposeAward(test.db, courses),
    approve: new ApproveAward(test.db, courses),
    object: actingAs(
      new ObjectToAward(test.db, courses, objections),
      (_person: string, _lotId: string, { partyId }: { partyId: string }) => partyId,
    ),
    answer: actingAs(new AnswerObjection(test.db, courses, objections), (principal: Principal) =>
      principal.memberships.map(({ partyId }) => partyId),
    ),
    contract: actingAs(
      new SignContract(test.db, courses),
      (_person: string, _lotId: string, supplierId: string) => supplierId,
    ),
    runDueSteps: new RunDueSteps(test.workerDb, courses),
  };
};
export type WiredSteps = ReturnType<typeof wireSteps>;

export interface GivenAward extends PlantedLot {
  /** By the bids, in their order. */
  readonly suppliers: readonly string[];
  readonly officer: Principal;
  readonly chair: Principal;
}

/** What is said of a step in these tests: seconds, and whether a deputy is named. */
export type SaidSteps = Readonly<Record<string, { dueS: number; deputyId?: string; deputyS?: number }>>;

/**
 * A lot of 100 sacks whose bids were opened and whose award was computed; each bid is its capacity and its price.
 * With 60 at 10,000 and 60 at 11,000 the first gets 60 and the second 40.
 */
export const anAward = async (
  test: TestDatabase,
  steps: WiredSteps,
  bids: readonly (readonly [capacityPacks: number, priceRpPerUnit: number])[],
  said: SaidSteps = {},
): Promise<GivenAward> => {
  const { owner } = test;
  const lot = await plantTender(owner);
  for (const [step, { dueS, deputyId = null, deputyS = 0 }] of Object.entries(said))
    await owner.query(
      `INSERT INTO pool_step (pool_id, step, due_s, deputy_id, deputy_s) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (pool_id, step) DO UPDATE SET due_s = $3, deputy_id = $4, deputy_s = $5`,
      [lot.poolId, step, dueS, deputyId, deputyS],
    );
  const suppliers: string[] = [];
  for (const [capacityPacks, priceRpPerUnit] of bids) {
    const [bidId, supplierId] = [newId(), await plantParty(owner, 'supplier')];
    suppliers.push(supplierId);
    await owner.query('INSERT INTO bid (id, lot_id, supplier_id) VALUES ($1, $2, $3)', [
      bidId,
      lot.lotId,
      supplierId,
    ]);
    const personId = await plantPerson(owner);
    await plantingBids(owner, () =>
      owner.query(
        `INSERT INTO bid_revision (bid_id, revision, action, capacity_packs, minimum_packs, lead_time_days, tiers, made_by, made_at)
       VALUES ($1, 1, 'submitted', $2, 0, 3, $3, $4, clock_timestamp())`,
        [bidId, capacityPacks, JSON.stringify([{ fromPacks: 1, priceRpPerUnit }]), personId],
      ),
    );
  }
  await passDeadline(owner, lot.lotId);
  await owner.query('UPDATE tender SET opened_at = clock_timestamp(), bid_count = $2 WHERE lot_id = $1', [
    lot.lotId,
    bids.length,
  ]);
  await owner.query(`UPDATE lot SET state = 'opened' WHERE id = $1`, [lot.lotId]);
  const groups = await steps.compute.compute(lot.lotId);
  await test.workerDb.transaction(async (tx) => {
    for (const group of groups) await steps.compute.keep(tx, group);
  });
  return {
    ...lot,
    suppliers,
    officer: await plantPrincipal(owner, 'organiser', lot.organiserId, 'officer'),
    chair: await plantPrincipal(owner, 'organiser', lot.organiserId, 'chair'),
  };
};
