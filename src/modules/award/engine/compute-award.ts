import { type AdmittedBid, admitBids } from '../../../core/award/admit-bids.js';
import { assertLot } from '../../../core/award/assert-lot.js';
import { awardDirectly } from '../../../core/award/award-directly.js';
import { breakTies } from '../../../core/award/break-ties.js';
import { type BrokenPromise, checkAward } from '../../../core/award/check-award.js';
import { costPlan, type Plan } from '../../../core/award/cost-plan.js';
import { fillTiers } from '../../../core/award/fill-tiers.js';
import { readLotPlan, stateLotProblem } from '../../../core/award/joint/state-lot-problem.js';
import type { LotAward, LotToAward } from '../../../core/award/lot-to-award.js';
import { type AwardModel, modelAward } from '../../../core/award/model-award.js';
import { planCheapestAlone } from '../../../core/award/plan-alone.js';
import { type Found, stateAward } from '../../../core/award/state-award.js';
import { computeProblem } from './compute-problem.js';
import type { SolveOptions, SolverThreads } from './solver-pool.js';

/** The finished award breaks a promise: a fault of the engine; nothing may be published. */
class AwardBroken extends Error {
  override readonly name = 'AwardBroken';

  constructor(
    lotId: string,
    readonly broken: readonly BrokenPromise[],
  ) {
    super(
      `lot ${lotId}: ${broken.map(({ code, bidId, detail }) => `${code} ${bidId ?? ''} ${detail}`).join('; ')}`,
    );
  }
}

export interface ComputeAwardOptions {
  /** Branch-and-bound nodes per solve; the same award on every machine. */
  readonly maxNodes?: number;
  readonly signal?: AbortSignal;
  /** True leaves the short way out, so that tests can compare both. */
  readonly alwaysSolve?: boolean;
}

const settleTies = async (
  model: AwardModel,
  plan: Plan,
  solver: SolverThreads,
  options: SolveOptions,
): Promise<Plan> => {
  const ties = breakTies(model, plan);
  let step = ties.next();
  while (!step.done) step = ties.next(await solver.solve(step.value, options));
  return step.value;
};

/**
 * One lot through the general function, then its ties. The cheapest single supplier's plan is kept where a
 * limit came before anything as cheap was found.
 */
const solveAward = async (
  lot: LotToAward,
  admitted: readonly AdmittedBid[],
  solver: SolverThreads,
  options: SolveOptions,
): Promise<Found> => {
  const award = await computeProblem(stateLotProblem(lot, admitted), solver, { ...options, relativeGap: 0 });
  const read = readLotPlan(lot, admitted, award);
  const alone = planCheapestAlone(lot, admitted);
  const cheapest = costPlan(lot, alone) < costPlan(lot, read.plan) ? alone : read.plan;
  // Equal prices leave the packs between them open; ties are sought among choices of tiers, so fill these first.
  const plan = fillTiers(lot.demandPacks, cheapest.picks);
  const bound = Math.min(read.bound, costPlan(lot, plan));
  // Ties are broken only at a proven optimum: below it "equally cheap" means nothing yet.
  const isProven = bound === costPlan(lot, plan);
  return {
    plan: isProven ? await settleTies(modelAward(lot, admitted), plan, solver, options) : plan,
    bound,
    way: 'solver',
    nodes: award.nodes,
  };
};

/**
 * Awards one lot: admits the bids, takes the short way where the optimum can be seen, else models and
 * solves, breaks ties, re-costs in integers, checks every promise and explains. The same lot gives the
 * same award on every machine, whatever the order of its bids.
 *
 * @throws RangeError for a malformed lot; SolverRanAway, SolverCrashed or the signal's reason when the
 * solve did not end; NoAwardFound, AwardUnreadable or AwardBroken for faults of the engine.
 */
export const computeAward = async (
  lot: LotToAward,
  solver: SolverThreads,
  options: ComputeAwardOptions = {},
): Promise<LotAward> => {
  assertLot(lot);
  const { alwaysSolve = false, ...solveOptions } = options;
  const admission = admitBids(lot);
  const plan = alwaysSolve && admission.admitted.length > 0 ? null : awardDirectly(lot, admission.admitted);
  const found: Found = plan
    ? { plan, bound: costPlan(lot, plan), way: 'direct', nodes: 0 }
    : await solveAward(lot, admission.admitted, solver, solveOptions);
  const award = stateAward(lot, admission, found);
  const broken = checkAward(lot, award);
  if (broken.length > 0) throw new AwardBroken(lot.lotId, broken);
  return award;
};
