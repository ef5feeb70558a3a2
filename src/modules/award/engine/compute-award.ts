import { type AdmittedBid, admitBids } from '../../../core/award/admit-bids.js';
import { assertLot } from '../../../core/award/assert-lot.js';
import { awardDirectly } from '../../../core/award/award-directly.js';
import { breakTies } from '../../../core/award/break-ties.js';
import { type BrokenPromise, checkAward } from '../../../core/award/check-award.js';
import { costPlan, type Plan } from '../../../core/award/cost-plan.js';
import type { LinearSolution } from '../../../core/award/linear-model.js';
import type { LotAward, LotToAward } from '../../../core/award/lot-to-award.js';
import { type AwardModel, modelAward } from '../../../core/award/model-award.js';
import { planCheapestAlone } from '../../../core/award/plan-alone.js';
import { boundAward, readAward } from '../../../core/award/read-award.js';
import { type Found, stateAward } from '../../../core/award/state-award.js';
import type { SolveOptions, SolverThreads } from './solver-pool.js';

/** HiGHS failed, or called infeasible a model that always has an answer: all unserved. */
class AwardNotSolved extends Error {
  override readonly name = 'AwardNotSolved';
}

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
 * The solution's plan, or the cheapest single supplier's where a limit came before anything as cheap was found.
 *
 *   stopped with no values, A alone costs 315,000 -> A alone, with the bound that was proven
 */
const readBest = (model: AwardModel, solution: LinearSolution): Plan => {
  const { lot, admitted } = model;
  if (solution.status !== 'optimal' && solution.status !== 'stopped') {
    throw new AwardNotSolved(`lot ${lot.lotId}: ${solution.status}`);
  }
  const alone = planCheapestAlone(lot, admitted);
  const found = solution.values.length > 0 ? readAward(model, solution.values) : alone;
  return costPlan(lot, alone) < costPlan(lot, found) ? alone : found;
};

const solveAward = async (
  lot: LotToAward,
  admitted: readonly AdmittedBid[],
  solver: SolverThreads,
  options: SolveOptions,
): Promise<Found> => {
  const model = modelAward(lot, admitted);
  const solution = await solver.solve(model.linear, options);
  const plan = readBest(model, solution);
  const bound = boundAward(model, solution, plan);
  // Ties are broken only at a proven optimum: below it "equally cheap" means nothing yet.
  const isProven = bound === costPlan(lot, plan);
  return {
    plan: isProven ? await settleTies(model, plan, solver, options) : plan,
    bound,
    way: 'solver',
    nodes: solution.nodes,
  };
};

/**
 * Awards one lot: admits the bids, takes the short way where the optimum can be seen, else models and
 * solves, breaks ties, re-costs in integers, checks every promise and explains. The same lot gives the
 * same award on every machine, whatever the order of its bids.
 *
 * @throws RangeError for a malformed lot; SolverRanAway, SolverCrashed or the signal's reason when the
 * solve did not end; AwardNotSolved, AwardUnreadable or AwardBroken for faults of the engine.
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
