import type { AwardProblem, ProblemAward } from '../award/joint/award-problem.js';
import { toSafe } from '../kernel/quantity.js';
import { worstOf, type GuaranteeStep } from '../offer/guarantee-steps.js';
import type { MeterDemand, MeterItem } from './meter-item.js';
import { settleMeter } from './settle-meter.js';

export interface LineToQuote {
  /** Kecamatan of the koperasi, as lots will count it. */
  readonly zoneId: string;
  readonly quantityPacks: number;
  readonly tolerancePacks: number;
  readonly maxLandedRp: number | null;
}

export interface LineQuote {
  /** Never exceeded, whatever others order or take back and whatever suppliers bid. */
  readonly worstRpPerUnit: number;
  /** For quantity and tolerance at the worst price, rounded up. */
  readonly worstAmountRp: number;
  /** What would be guaranteed if the pool closed now with this line in it; null: the worst alone is certain. */
  readonly guaranteedRpPerUnit: number | null;
  /** For the quantity at that price, rounded up. */
  readonly guaranteedAmountRp: number | null;
}

/** What packs cost at most, so that no rounding of a share can exceed it. */
export const amountAtMostRp = (packs: number, packSizeMilli: number, priceRpPerUnit: number): number =>
  toSafe((BigInt(packs) * BigInt(packSizeMilli) * BigInt(priceRpPerUnit) + 999n) / 1_000n);

/** What is committed with the line in it; its own limit aside, for the quote is of what it would cost if it stays. */
const addLine = (item: MeterItem, line: LineToQuote): MeterDemand[] => {
  const others = item.demands.filter(({ zoneId }) => zoneId !== line.zoneId);
  const here = item.demands.find(({ zoneId }) => zoneId === line.zoneId);
  const { zoneId } = line;
  return [...others, { koperasiCount: 1, ...here, zoneId, packs: (here?.packs ?? 0) + line.quantityPacks }];
};

/**
 * What a line would cost before it is committed. The worst is a fact of item and line, fixed when the pool opened
 * (see `guaranteeSteps`), and can be recomputed by anyone; the other price is the meter's, with the line in it.
 *
 *   40 sacks of 50 kg, 5 more tolerated, worst Rp11,700 -> Rp26,325,000 at most
 *   now Rp11,500                                         -> Rp23,000,000 for the 40
 */
export function* quoteLine(
  item: MeterItem,
  steps: readonly GuaranteeStep[],
  line: LineToQuote,
): Generator<AwardProblem, LineQuote, ProblemAward> {
  const { quantityPacks, tolerancePacks, maxLandedRp } = line;
  const worstRpPerUnit = worstOf(steps, quantityPacks, maxLandedRp);
  const worstAmountRp = amountAtMostRp(quantityPacks + tolerancePacks, item.packSizeMilli, worstRpPerUnit);
  const unknown = { worstRpPerUnit, worstAmountRp, guaranteedRpPerUnit: null, guaranteedAmountRp: null };
  if (item.offers.length === 0) return unknown;
  const now = yield* settleMeter(item, addLine(item, line));
  if (now.priceRpPerUnit === null) return unknown;
  const guaranteedRpPerUnit = Math.min(now.priceRpPerUnit, worstRpPerUnit);
  const guaranteedAmountRp = amountAtMostRp(quantityPacks, item.packSizeMilli, guaranteedRpPerUnit);
  return { worstRpPerUnit, worstAmountRp, guaranteedRpPerUnit, guaranteedAmountRp };
}
