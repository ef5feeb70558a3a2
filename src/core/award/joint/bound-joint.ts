import type { JointModel } from './joint-column.js';

/**
 * A proven lower bound in milli-rupiah from a solver's dual bound, after allowing for its arithmetic (a
 * thousandth, or a billionth of it), then up to the next multiple of the grain that every cost has.
 *
 *   dual bound 1,499.2, scale and grain 50,000, offset 0 -> 1,500 x 50,000 ; unknown -> the offset
 */
export const boundJoint = ({ offset, grainMilliRp, scale }: JointModel, dualBound: number): bigint => {
  if (!Number.isFinite(dualBound)) return offset;
  const doubt = Math.max(1e-3, Math.abs(dualBound) * 1e-9);
  // Costs are whole, so up to the next whole one.
  const sure = Math.max(0, Math.ceil((dualBound - doubt) * scale));
  const grain = BigInt(grainMilliRp);
  return offset + ((BigInt(sure) + grain - 1n) / grain) * grain;
};
