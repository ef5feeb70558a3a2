import type { LinearColumn, LinearModel, LinearRow } from './linear-model.js';

/**
 * Turns columns and rows into sparse arrays; a column's position is its place in the list, and nothing
 * else computes positions.
 *
 *   columns x, y; rows 1 <= x + 2y <= 5 -> starts 0,2; columns 0,1; factors 1,2
 *
 * @throws RangeError when a row names a column that is not in the list.
 */
export const packLinear = <Column extends LinearColumn>(
  columns: readonly Column[],
  rows: readonly LinearRow<Column>[],
  costOf: (column: Column) => number = (column) => column.cost,
): LinearModel => {
  const positions = new Map(columns.map((column, position) => [column, position]));
  const starts = [0];
  const termColumns: number[] = [];
  const termFactors: number[] = [];
  for (const { terms } of rows) {
    for (const [column, factor] of terms) {
      const position = positions.get(column);
      if (position === undefined) throw new RangeError(`column ${column.name} is not in the model`);
      termColumns.push(position);
      termFactors.push(factor);
    }
    starts.push(termColumns.length);
  }
  return {
    colCost: Float64Array.from(columns, costOf),
    colLower: Float64Array.from(columns, ({ lower }) => lower),
    colUpper: Float64Array.from(columns, ({ upper }) => upper),
    colWhole: Uint8Array.from(columns, ({ whole }) => (whole ? 1 : 0)),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    rowStarts: Int32Array.from(starts),
    termColumns: Int32Array.from(termColumns),
    termFactors: Float64Array.from(termFactors),
  };
};
