import { sumPacks } from '../kernel/sum-of.js';
import type { AwardProblem, ProblemAward } from '../award/joint/award-problem.js';
import type { MeterDemand, MeterItem } from './meter-item.js';
import { readGuarantee, stateMeterProblem, type Guarantee } from './state-meter-problem.js';

export interface PlacedPacks {
  readonly zoneId: string;
  readonly packs: number;
}

export interface Settled extends Guarantee {
  /** What stays at the price, by place. */
  readonly demands: readonly PlacedPacks[];
  /** Of what stays; null where nothing does. */
  readonly award: ProblemAward | null;
}

/** The packs of a place that stay at a price: all but those whose limit is below it. */
const stayAt = (priceRpPerUnit: number, { zoneId, packs, limits = [] }: MeterDemand): PlacedPacks => ({
  zoneId,
  packs: limits.reduce(
    (left, limit) => (limit.limitRpPerUnit < priceRpPerUnit ? left - limit.packs : left),
    packs,
  ),
});

/**
 * What is guaranteed to those who stay at it. Who leaves at a price may make it dearer for the others, so those
 * whose limit is passed are taken out, and it is reckoned again, until nobody else leaves.
 *
 *   10 with limit Rp100, 10 with limit Rp91, 10 without; Rp90 from 30, Rp95 from 20, Rp99 below
 *   -> Rp90 for the 30 ; with limit Rp89 instead of Rp91: Rp95 for 20 ; and with limit Rp94 instead of Rp100: Rp99 for 10
 *
 * Where the price falls with volume this is the award's own coalition (`seekCoalition`), its bids those of the
 * standing offers; better bids only let more stay, at no more. Where few packs are cheap and more are dear, those
 * who would leave may stay after all and the rest pay more than without them: the dearest price that was reckoned
 * on the way is the one guaranteed.
 *
 * At most one award per limit.
 */
export function* settleMeter(
  item: MeterItem,
  demands: readonly MeterDemand[],
): Generator<AwardProblem, Settled, ProblemAward> {
  let staying: PlacedPacks[] = demands.filter(({ packs }) => packs > 0);
  let dearestRp = 0;
  for (;;) {
    if (staying.length === 0) return { demands: [], award: null, priceRpPerUnit: null, unreachedPacks: 0 };
    const award = yield stateMeterProblem(item, staying);
    const { priceRpPerUnit, unreachedPacks } = readGuarantee(item, award);
    if (priceRpPerUnit === null) return { demands: staying, award, priceRpPerUnit, unreachedPacks };
    dearestRp = Math.max(dearestRp, priceRpPerUnit);
    const price = dearestRp;
    const left = demands.map((demand) => stayAt(price, demand)).filter(({ packs }) => packs > 0);
    if (sumPacks(left) === sumPacks(staying))
      return { demands: staying, award, priceRpPerUnit: dearestRp, unreachedPacks };
    staying = left;
  }
}
