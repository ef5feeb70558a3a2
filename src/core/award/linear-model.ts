/** A mixed-integer linear model in words: minimise cost, columns within bounds, rows within bounds. */
export interface LinearColumn {
  readonly name: string;
  readonly cost: number;
  readonly lower: number;
  readonly upper: number;
  /** True: whole numbers only. */
  readonly whole: boolean;
}

export interface LinearRow<Column extends LinearColumn = LinearColumn> {
  readonly lower: number;
  readonly upper: number;
  /** Columns by themselves, not by position: positions are given once, in `packLinear`. */
  readonly terms: readonly (readonly [column: Column, factor: number])[];
}

/** The same model as sparse arrays (rows compressed: CSR), ready to be sent to any solver's thread. */
export interface LinearModel {
  readonly colCost: Float64Array;
  readonly colLower: Float64Array;
  readonly colUpper: Float64Array;
  /** 1 where the column is whole. */
  readonly colWhole: Uint8Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** Row r holds terms `rowStarts[r]` up to, not including, `rowStarts[r + 1]`. */
  readonly rowStarts: Int32Array;
  readonly termColumns: Int32Array;
  readonly termFactors: Float64Array;
}

/** A solver's answer. `values` is empty when it found nothing feasible. */
export interface LinearSolution {
  /** `stopped`: a limit of nodes or time came first; values and bound are the best known. */
  readonly status: 'optimal' | 'stopped' | 'infeasible' | 'failed';
  readonly values: Float64Array;
  readonly objective: number;
  /** No solution is below this; `-Infinity` when nothing is known. */
  readonly dualBound: number;
  readonly nodes: number;
}
