import type { LinearModel, LinearSolution } from '../linear-model.js';

/** A model to solve, and how far. */
export interface Ask {
  readonly linear: LinearModel;
  /** Share of the time left that this solve may take, 0 to 1. */
  readonly timeShare: number;
  /** Room to the bound at which the solve may end, as a share of the cost; the search's own where absent. */
  readonly relativeGap?: number;
  /** The same in the model's cost. */
  readonly absoluteGap?: number;
}

/** What a search yields: a model to solve, or nothing but a pause for the thread it runs in. */
export type Step = Ask | undefined;

/** What a pause is answered with. */
export const PAUSED: LinearSolution = {
  status: 'failed',
  values: new Float64Array(0),
  objective: Infinity,
  dualBound: -Infinity,
  nodes: 0,
};
