import type { LinearModel } from '../linear-model.js';

/** A model to solve, and how far. */
export interface Ask {
  readonly linear: LinearModel;
  /** Share of the time left that this solve may take, 0 to 1. */
  readonly timeShare: number;
}
