import { groupBy } from '../joint/group-by.js';
import type { AwardProblem, ProblemAward, ProblemLot } from '../joint/award-problem.js';
import { weighLimit } from '../joint/weigh-price.js';
import { listLosingCauses } from '../list-losing-causes.js';
import { wholeRp } from '../list-award-lines.js';
import type { LotAward } from '../lot-award.js';
import { gapPpm } from '../state-lot-award.js';
import { wordReason, type LosingReason } from '../word-reason.js';
import type { Coalition, CoalitionLine, LineOutcome } from './coalition.js';

/** A lot's award with what became of each of its lines. */
export interface CoalitionAward {
  readonly award: LotAward;
  /** What the lot's lines asked for. */
  readonly demandPacks: number;
  /** Taken beyond what was asked, of lines that tolerate more. */
  readonly tolerancePacks: number;
  /** Asked by lines that a limit keeps out: nobody waits for these packs. */
  readonly leftPacks: number;
  /** In the order of the draw. */
  readonly lines: readonly LineOutcome[];
}

/** What was computed: the group that buys together, and the problem of all lines with its award. */
export interface ComputedCoalition {
  readonly coalition: Coalition;
  readonly all: readonly CoalitionLine[];
  readonly first: { readonly problem: AwardProblem; readonly award: ProblemAward };
}

const sum = <Item>(items: readonly Item[], value: (item: Item) => number): number =>
  items.reduce((total, item) => total + value(item), 0);

const isLeft = ({ reason }: LineOutcome): boolean =>
  reason === 'LIMIT_EXCEEDED' || reason === 'OTHERS_WOULD_LEAVE';

const winnersIn = ({ bids }: AwardProblem, { deliveries }: ProblemAward, lotId: string): Set<string> => {
  const served = new Set(deliveries.map(({ bidId }) => bidId));
  return new Set(bids.filter((bid) => bid.lotId === lotId && served.has(bid.bidId)).map((bid) => bid.bidId));
};

/**
 * Why bids lost. The problem of those who are in is served whole; where packs are missing, what bids could not
 * fill is told from the problem of all. A lot of which nobody is left has no demand to lose against.
 */
const listReasons = (
  { first }: ComputedCoalition,
  award: LotAward,
  isShort: boolean,
): readonly LosingReason[] => {
  const { lotId } = award;
  const winners = winnersIn(first.problem, first.award, lotId);
  const own = new Set(award.lines.map(({ bidId }) => bidId));
  if (own.size === 0 && winners.size > 0)
    return award.reasons.map(({ bidId }) => wordReason({ bidId, code: 'NO_ORDER_LEFT', params: {} }));
  const isSame = own.size === winners.size && [...own].every((bidId) => winners.has(bidId));
  return isShort && isSame
    ? listLosingCauses(first.problem, first.award, lotId).map(wordReason)
    : award.reasons;
};

const stateLot = (
  computed: ComputedCoalition,
  lot: ProblemLot,
  award: LotAward,
  own: readonly (readonly [CoalitionLine, LineOutcome])[],
): CoalitionAward => {
  const missingOf = ([line, outcome]: (typeof own)[number]): number =>
    isLeft(outcome) ? 0 : Math.max(0, line.quantityPacks - outcome.packs);
  const unservedZones = [...groupBy(own, ([line]) => line.zoneId)]
    .map(([zoneId, lines]) => ({ zoneId, packs: sum(lines, missingOf) }))
    .filter(({ packs }) => packs > 0)
    .sort((one, other) => (one.zoneId < other.zoneId ? -1 : 1));
  const unservedPacks = sum(unservedZones, ({ packs }) => packs);
  const perUnit = BigInt(weighLimit(computed.first.problem, lot) + 1);
  const penaltyRp = wholeRp(BigInt(unservedPacks) * BigInt(lot.packSizeMilli) * perUnit);
  const [totalRp, boundRp] = [award.totalRp + penaltyRp, award.boundRp + penaltyRp];
  return {
    award: {
      ...award,
      unservedPacks,
      unservedZones,
      penaltyRp,
      totalRp,
      boundRp,
      gapPpm: gapPpm(totalRp, boundRp),
      bestSingle: award.bestSingle && {
        ...award.bestSingle,
        unservedPacks: award.bestSingle.unservedPacks + unservedPacks,
        totalRp: award.bestSingle.totalRp + penaltyRp,
      },
      reasons: listReasons(computed, award, unservedPacks > 0),
    },
    demandPacks: sum(own, ([line]) => line.quantityPacks),
    tolerancePacks: sum(own, ([line, { packs }]) => Math.max(0, packs - line.quantityPacks)),
    leftPacks: sum(own, ([line, outcome]) => (isLeft(outcome) ? line.quantityPacks : 0)),
    lines: own.map(([, outcome]) => outcome),
  };
};

/**
 * States awards of a group lot by lot against what all its lines asked: what those who are in did not get is
 * unserved and weighs as such; what was asked by those whom a limit keeps out is not.
 *
 *   asked 60 + 40, the second leaves                     | demand 100, awarded 60, left 40, unserved 0
 *   asked 60 + 40, 50 to be had                          | demand 100, awarded 50, left 0, unserved 50
 *   asked 60 + 40, 5 more complete a tier                | demand 100, awarded 105, tolerance 5
 */
export const stateCoalition = (
  computed: ComputedCoalition,
  awards: readonly LotAward[],
): CoalitionAward[] => {
  const { coalition, all, first } = computed;
  const lineOf = new Map(all.map((line) => [line.lineId, line]));
  const pairs = coalition.lines.flatMap((outcome) => {
    const line = lineOf.get(outcome.lineId);
    return line ? [[line, outcome] as const] : [];
  });
  const ofLot = groupBy(pairs, ([line]) => line.lotId);
  const lots = new Map(first.problem.lots.map((lot) => [lot.lotId, lot]));
  return awards.flatMap((award) => {
    const lot = lots.get(award.lotId);
    return lot ? [stateLot(computed, lot, award, ofLot.get(award.lotId) ?? [])] : [];
  });
};
