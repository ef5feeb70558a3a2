import type { LinearModel, LinearSolution } from '../../../core/award/linear-model.js';

/** What the pool asks of a thread. */
export interface SolveRequest {
  readonly id: number;
  readonly model: LinearModel;
  /** Branch-and-bound nodes: the deterministic limit. */
  readonly maxNodes: number;
  /** Seconds: only stops a runaway. */
  readonly maxSeconds: number;
  /** Stop when the best solution is proven to be within this of the optimum, in the model's cost. */
  readonly absoluteGap: number;
  /** The same as a share of the cost; the wider of both counts. */
  readonly relativeGap: number;
}

/** What a thread answers: a solution, or why there is none. */
export type SolveReply =
  | { readonly id: number; readonly solution: LinearSolution }
  | { readonly id: number; readonly error: string };
