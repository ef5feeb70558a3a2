import { sumPacks } from '../kernel/sum-of.js';
import type { AwardProblem, ProblemAward } from './joint/award-problem.js';
import { listConstraints } from './list-constraints.js';
import type { BindingConstraint } from './lot-award.js';

/** A lot awarded to one supplier alone: the problem it solves, and how. */
export interface AloneAward {
  readonly lotId: string;
  readonly problem: AwardProblem;
  readonly award: ProblemAward;
}

/** What solving other problems says about an award. */
export interface Explained {
  /** By lot id: the best single supplier, where anybody could serve anything. */
  readonly alone: ReadonlyMap<string, AloneAward>;
  /** Dearest first, then in the order of kinds. */
  readonly constraints: readonly BindingConstraint[];
  readonly unpricedConstraints: number;
}

/** More limits than these are counted, not priced: each costs as much as the award itself. */
const MOST_PRICED = 24;

/** What a search yields, a problem to solve, and gets back: its award, null where it has none. */
type Seeking<Found> = Generator<AwardProblem, Found, ProblemAward | null>;

/** One lot and one bid on it, by itself: what limits a supplier's part for the sake of others is left aside. */
const stateAlone = (problem: AwardProblem, bidId: string, lotId: string): AwardProblem => {
  const bids = problem.bids.filter((bid) => bid.bidId === bidId);
  return {
    ...problem,
    lots: problem.lots
      .filter((lot) => lot.lotId === lotId)
      .map((lot) => ({ ...lot, maxShareBps: 10_000, minSuppliers: 0, reservedShareBps: 0 })),
    suppliers: problem.suppliers.filter(({ supplierId }) => supplierId === bids[0]?.supplierId),
    bids,
  };
};

/** Fewest unserved packs, then the better total; of equal ones the first, which is the earlier bid. */
const isBetter = (side: AwardProblem['side'], next: ProblemAward, best: ProblemAward): boolean => {
  const fewer = sumPacks(best.unserved) - sumPacks(next.unserved);
  if (fewer !== 0) return fewer > 0;
  const [mine, theirs] = [next.cost.totalMilliRp, best.cost.totalMilliRp];
  return side === 'buy' ? mine < theirs : mine > theirs;
};

function* seekAlone(problem: AwardProblem, lotId: string): Seeking<AloneAward | null> {
  let best: AloneAward | null = null;
  const bids = problem.bids
    .filter((bid) => bid.lotId === lotId)
    .sort((a, b) => Date.parse(a.submittedAt) - Date.parse(b.submittedAt) || (a.bidId < b.bidId ? -1 : 1));
  for (const { bidId } of bids) {
    const stated = stateAlone(problem, bidId, lotId);
    const award = yield stated;
    if (!award || award.deliveries.length === 0) continue;
    if (!best || isBetter(problem.side, award, best.award)) best = { lotId, problem: stated, award };
  }
  return best;
}

/** What each limit costs: the award's total against that of the problem without the limit. */
function* priceConstraints(
  problem: AwardProblem,
  award: ProblemAward,
): Seeking<Pick<Explained, 'constraints' | 'unpricedConstraints'>> {
  // Where the award itself is not proven best, a difference would tell of the search, not of the limit.
  if (award.gapPpm > 0) return { constraints: [], unpricedConstraints: 0 };
  const all = listConstraints(problem, award.deliveries);
  const constraints: BindingConstraint[] = [];
  let unpriced = Math.max(0, all.length - MOST_PRICED);
  for (const { kind, subjectId, problem: lifted } of all.slice(0, MOST_PRICED)) {
    const without = yield lifted;
    if (!without || without.gapPpm > 0) {
      unpriced += 1;
      continue;
    }
    const difference = award.cost.totalMilliRp - without.cost.totalMilliRp;
    const costsRp = Number((problem.side === 'buy' ? difference : -difference) / 1000n);
    if (costsRp > 0) constraints.push({ kind, subjectId, costsRp });
  }
  return { constraints: constraints.sort((a, b) => b.costsRp - a.costsRp), unpricedConstraints: unpriced };
}

/** Whether a limit is one of a lot: its own, a bid's on it, or a supplier's that bids on it. */
export const concernsLot = (
  { bids }: AwardProblem,
  lotId: string,
  { subjectId }: BindingConstraint,
): boolean =>
  subjectId === lotId ||
  bids.some((bid) => bid.lotId === lotId && (bid.bidId === subjectId || bid.supplierId === subjectId));

/**
 * What an award is compared with: each lot with its best single supplier, and the same problem without each
 * limit that binds. A generator, so that it stays pure: it yields problems, the caller solves them.
 *
 *   A 30 at Rp10,000 (capacity 30), B 20 at Rp10,500 | alone: B 50 at Rp10,500
 *                                                    | A's capacity costs 20 x 50 kg x Rp500 = Rp500,000
 */
export function* seekExplanation(problem: AwardProblem, award: ProblemAward): Seeking<Explained> {
  const alone = new Map<string, AloneAward>();
  for (const { lotId } of problem.lots) {
    const best = yield* seekAlone(problem, lotId);
    if (best) alone.set(lotId, best);
  }
  return { alone, ...(yield* priceConstraints(problem, award)) };
}
