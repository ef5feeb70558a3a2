import type { AdmittedBid } from './admit-bids.js';
import { costPlan, type Plan } from './cost-plan.js';
import type { LinearModel, LinearRow, LinearSolution } from './linear-model.js';
import type { AwardColumn, AwardModel } from './model-award.js';
import { packLinear } from './pack-linear.js';
import { readAward } from './read-award.js';

const packsOf = (plan: Plan, bid: AdmittedBid): number =>
  plan.picks.find((pick) => pick.bid === bid)?.packs ?? 0;

const holds = (plan: Plan, column: AwardColumn): boolean =>
  column.kind === 'chosen' &&
  plan.picks.some(({ bid, tier }) => bid === column.choice.bid && tier === column.choice.tier);

/** Costs are whole, so a quarter above the optimum lets no dearer choice of tiers in. */
const atCost = (model: AwardModel, cost: number): LinearRow<AwardColumn> => ({
  lower: -Infinity,
  upper: cost - model.offset + 0.25,
  terms: model.columns.filter((column) => column.cost !== 0).map((column) => [column, column.cost] as const),
});

const packsColumns = (model: AwardModel, bid: AdmittedBid): AwardColumn[] =>
  model.columns.filter((column) => column.kind === 'packs' && column.choice.bid === bid);

const keepPacks = (model: AwardModel, bid: AdmittedBid, packs: number): LinearRow<AwardColumn> => ({
  lower: packs,
  upper: packs,
  terms: packsColumns(model, bid).map((column) => [column, 1] as const),
});

/** As many tier choices different from the plan's as the cost allows: none means the plan stands alone. */
const modelRival = (model: AwardModel, plan: Plan, rows: readonly LinearRow<AwardColumn>[]): LinearModel =>
  packLinear(model.columns, rows, (column) => (column.kind !== 'chosen' ? 0 : holds(plan, column) ? 1 : -1));

/** As many packs for one bid as the cost and the earlier bids' packs allow. */
const modelMost = (
  model: AwardModel,
  bid: AdmittedBid,
  rows: readonly LinearRow<AwardColumn>[],
): LinearModel =>
  packLinear(model.columns, rows, (column) =>
    column.kind === 'packs' && column.choice.bid === bid ? -1 : 0,
  );

/** False when a bid has all it can deliver, or when later bids have nothing and nothing is unserved. */
const couldGrow = (plan: Plan, bid: AdmittedBid): boolean =>
  packsOf(plan, bid) < Math.max(...bid.tiers.map(({ toPacks }) => toPacks)) &&
  (plan.unservedPacks > 0 || plan.picks.some((pick) => pick.bid.rank > bid.rank));

/** A solution's plan if it costs exactly as much, else null: floats may have let a dearer one through. */
const readAtCost = (model: AwardModel, solution: LinearSolution, cost: number): Plan | null => {
  if (solution.values.length === 0) return null;
  const plan = readAward(model, solution.values);
  return costPlan(model.lot, plan) === cost ? plan : null;
};

/**
 * Of all awards at the optimal cost, the one that gives the earliest bid most, then the next bid, and so
 * on: a single award, whatever machine or solver computed it. A generator, so that it stays pure: it yields
 * models, the caller solves them and hands each solution back.
 *
 * First one model asks whether any other choice of tiers costs as little; mostly none does, and that is
 * all. Otherwise one model per bid by rank, each keeping what the earlier ones got.
 *
 *   A 08:00, B 09:00, C 10:00, each 1-10 packs at Rp10,000, demand 10 | plan C 10 -> A 10
 *   A 08:00 exactly 4, B 09:00 exactly 6, C 07:00 exactly 10, all Rp10,000 | plan A 4, B 6 -> C 10
 *
 * Method: lexicographic optimisation by constraints in sequence (Ehrgott, Multicriteria Optimization, ch. 5).
 */
export function* breakTies(model: AwardModel, optimal: Plan): Generator<LinearModel, Plan, LinearSolution> {
  const cost = costPlan(model.lot, optimal);
  const rows = [...model.rows, atCost(model, cost)];
  const rival = yield modelRival(model, optimal, rows);
  if (rival.status === 'optimal' && rival.objective > optimal.picks.length - 0.5) return optimal;
  let plan = optimal;
  for (const bid of model.admitted) {
    if (couldGrow(plan, bid)) {
      const better = readAtCost(model, yield modelMost(model, bid, rows), cost);
      if (better && packsOf(better, bid) >= packsOf(plan, bid)) plan = better;
    }
    rows.push(keepPacks(model, bid, packsOf(plan, bid)));
  }
  return plan;
}
