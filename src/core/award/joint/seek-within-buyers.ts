import type { LinearSolution } from '../linear-model.js';
import { groupBy } from '../../kernel/group-by.js';
import type { Ask, Step } from './ask.js';
import type { JointModel, JointRow, PacksColumn } from './joint-column.js';
import { listOverfull } from './list-overfull.js';

/** Rounds of rows added to one model; each adds at least one of finitely many. */
const MOST_ROUNDS = 100;

/** Columns of bids that limit packs per buyer, by zone. */
export type LimitedColumns = readonly (readonly (readonly [column: PacksColumn, position: number])[])[];

export const listLimited = ({ columns }: JointModel): LimitedColumns => {
  const limited = columns.flatMap((column, position) =>
    column.kind === 'packs' && column.offer.bid.maxPerBuyerPacks !== null
      ? [[column, position] as const]
      : [],
  );
  return [...groupBy(limited, ([column]) => column.place).values()];
};

/**
 * Rows that a solution breaks: a set of bids brings a zone more than its buyers may take of them.
 *
 *   10 buyers of 1 and 1 of 10; A and B bring 8 each, at most 2 per buyer -> packs A + packs B <= 14
 */
export const listBuyerRows = (limited: LimitedColumns, values: Float64Array): JointRow[] =>
  limited.flatMap((columns) => {
    const parts = [...groupBy(columns, ([{ offer }]) => offer)].map(([{ bid }, own]) => ({
      own,
      packs: own.reduce((sum, [, position]) => sum + (values[position] ?? 0), 0),
      maxPerBuyerPacks: bid.maxPerBuyerPacks ?? Infinity,
    }));
    const [[first] = []] = columns;
    return listOverfull(first?.place.buyers ?? [], parts).map(({ parts: over, mostPacks }): JointRow => ({
      lower: -Infinity,
      upper: mostPacks,
      terms: over.flatMap(({ own }) => own.map(([column]) => [column, 1] as const)),
    }));
  });

/**
 * Solves a model until the packs of its answer can be shared among the zones' buyers: rows that the answer
 * breaks are added to `rows`, which later solves of the same model keep, and it is asked again.
 */
export function* seekWithinBuyers(
  limited: LimitedColumns,
  rows: JointRow[],
  ask: (rows: readonly JointRow[]) => Ask,
): Generator<Step, LinearSolution, LinearSolution> {
  let solution = yield ask(rows);
  for (let round = 0; round < MOST_ROUNDS && solution.values.length > 0; round += 1) {
    const broken = listBuyerRows(limited, solution.values);
    if (broken.length === 0) return solution;
    rows.push(...broken);
    solution = yield ask(rows);
  }
  return solution;
}
