import type { LinearModel } from '../linear-model.js';
import { packLinear } from '../pack-linear.js';
import type { JointModel, JointRow } from './joint-column.js';

/** The model for a solver, costs divided by its scale. */
export const packJoint = (model: JointModel, links: readonly JointRow[]): LinearModel =>
  packLinear(model.columns, [...model.rows, ...links], ({ cost }) => cost / model.scale);

/** The same without whole columns: a linear programme, whose optimum bounds the model's. */
export const relaxWhole = (linear: LinearModel): LinearModel => ({
  ...linear,
  colWhole: new Uint8Array(linear.colWhole.length),
});

/** The same with every column whole, quantities too. */
export const requireWhole = (linear: LinearModel): LinearModel => ({
  ...linear,
  colWhole: new Uint8Array(linear.colWhole.length).fill(1),
});

/**
 * The same with the choices of a solution kept and quantities whole: what is left is nearly a flow problem,
 * whose optimum is whole by itself unless a minimum order spans lots.
 *
 *   chosen A 0.9999999 -> 1 <= chosen A <= 1
 */
export const fixChoices = (linear: LinearModel, values: Float64Array): LinearModel => {
  const { colWhole } = linear;
  const kept = (bounds: Float64Array): Float64Array =>
    bounds.map((bound, place) => (colWhole[place] === 1 ? Math.round(values[place] ?? 0) : bound));
  return requireWhole({ ...linear, colLower: kept(linear.colLower), colUpper: kept(linear.colUpper) });
};
