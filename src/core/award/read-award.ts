import { costPlan, type Plan, type TierChoice } from './cost-plan.js';
import { ChoicesDoNotFit, fillTiers } from './fill-tiers.js';
import type { LinearSolution } from './linear-model.js';
import { listBrokenPicks } from './list-broken-picks.js';
import type { AwardModel } from './model-award.js';

/** The solver's answer cannot be read as an award. A fault, never a shortage: a shortage is unserved packs. */
export class AwardUnreadable extends Error {
  override readonly name = 'AwardUnreadable';
}

const chosenTiers = (model: AwardModel, values: Float64Array): TierChoice[] =>
  model.columns.flatMap((column, position) =>
    column.kind === 'chosen' && (values[position] ?? 0) > 0.5 ? [column.choice] : [],
  );

/**
 * Reads a solution: takes from it only which tiers are chosen, fills them anew in whole packs, and checks
 * every constraint on the outcome. The solver's quantities and objective, being floats, are not used.
 *
 *   chosen A:1 0.9999999, packs A:1 29.9999998 -> A 30 packs
 *
 * @throws AwardUnreadable
 */
export const readAward = (model: AwardModel, values: Float64Array): Plan => {
  if (values.length !== model.columns.length)
    throw new AwardUnreadable(`${values.length} values for ${model.columns.length} columns`);
  let plan: Plan;
  try {
    plan = fillTiers(model.lot.demandPacks, chosenTiers(model, values));
  } catch (error) {
    if (error instanceof ChoicesDoNotFit) throw new AwardUnreadable(error.message);
    throw error;
  }
  const broken = listBrokenPicks(model.lot, plan);
  if (broken.length > 0) throw new AwardUnreadable(broken.join('; '));
  return plan;
};

/**
 * A proven lower bound on `costPlan`, from the solver's dual bound: up to the next whole number, since
 * every cost is whole, after allowing for the solver's arithmetic (a thousandth, or a billionth of it).
 *
 *   dual bound 1,499.2, offset 315,000 -> 316,500 ; unknown -> offset (every pack at the lowest price)
 */
export const boundAward = (model: AwardModel, solution: LinearSolution, plan: Plan): number => {
  const doubt = Math.max(1e-3, Math.abs(solution.dualBound) * 1e-9);
  const above = Number.isFinite(solution.dualBound) ? Math.max(0, Math.ceil(solution.dualBound - doubt)) : 0;
  return Math.min(model.offset + above, costPlan(model.lot, plan));
};
