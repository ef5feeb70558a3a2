import { toSafe } from '../kernel/quantity.js';
import { costDeliveries } from './joint/cost-deliveries.js';
import type { AwardProblem, Delivery, ProblemAward, ProblemLot } from './joint/award-problem.js';
import { listAwardLines, wholeRp } from './list-award-lines.js';
import { listLosingCauses } from './list-losing-causes.js';
import type { AwardLine, BestSingle, LotAward } from './lot-award.js';
import { concernsLot, type AloneAward, type Explained } from './seek-explanation.js';
import { wordReason } from './word-reason.js';

/**
 * A gap in millionths of the total, rounded up, so that only a proven optimum shows 0.
 *
 *   total Rp1,000,000, bound Rp999,999 -> 1 ; total 0 -> 0 ; sell: bound Rp1,000,001 -> 1
 */
export const gapPpm = (totalRp: number, boundRp: number): number =>
  totalRp === 0
    ? 0
    : Number((BigInt(Math.abs(totalRp - boundRp)) * 1_000_000n + BigInt(totalRp) - 1n) / BigInt(totalRp));

const sum = <Item>(items: readonly Item[], valueOf: (item: Item) => number): number =>
  items.reduce((total, item) => total + valueOf(item), 0);

/** What only the comparison counts, of one lot of a problem. */
const weighLot = (
  problem: AwardProblem,
  lot: ProblemLot,
  deliveries: readonly Delivery[],
): { penaltyRp: number; termsRp: number; missingSuppliersRp: number } => {
  const bids = problem.bids.filter(({ lotId }) => lotId === lot.lotId);
  const ids = new Set(bids.map(({ bidId }) => bidId));
  const own = deliveries.filter(({ bidId }) => ids.has(bidId));
  const cost = costDeliveries({ ...problem, lots: [lot], bids, suppliers: [] }, own);
  return {
    penaltyRp: wholeRp(cost.penaltyMilliRp),
    termsRp: toSafe(cost.termsMilliRp / 1000n),
    missingSuppliersRp: toSafe(cost.missingSuppliersMilliRp / 1000n),
  };
};

const stateAlone = (lot: ProblemLot, { problem, award }: AloneAward): BestSingle | null => {
  const [line] = listAwardLines(problem, award.deliveries);
  if (!line) return null;
  const unservedPacks = sum(award.unserved, ({ packs }) => packs);
  const { penaltyRp, termsRp } = weighLot(problem, lot, award.deliveries);
  return { line, unservedPacks, totalRp: line.amountRp + penaltyRp - termsRp };
};

/** What the better award of the whole group could save, rupiah rounded up; 0 at a proven optimum. */
const roomRp = ({ cost, boundMilliRp }: ProblemAward): number => {
  const difference = cost.totalMilliRp - boundMilliRp;
  const room = difference < 0n ? -difference : difference;
  return toSafe((room + 999n) / 1000n);
};

const stateLot = (
  problem: AwardProblem,
  award: ProblemAward,
  explained: Explained,
  lot: ProblemLot,
  lines: readonly AwardLine[],
): LotAward => {
  const { lotId } = lot;
  const unservedZones = award.unserved
    .filter((one) => one.lotId === lotId)
    .map(({ zoneId, packs }) => ({ zoneId, packs }));
  const unservedPacks = sum(unservedZones, ({ packs }) => packs);
  const { penaltyRp, termsRp, missingSuppliersRp } = weighLot(problem, lot, award.deliveries);
  const costRp = sum(lines, (line) => line.amountRp);
  const sign = problem.side === 'buy' ? 1 : -1;
  const totalRp = costRp + penaltyRp + sign * missingSuppliersRp - termsRp;
  const boundRp = Math.max(0, totalRp - sign * roomRp(award));
  const alone = explained.alone.get(lotId);
  const bestSingle = alone ? stateAlone(lot, alone) : null;
  return {
    lotId,
    lines,
    costRp,
    unservedPacks,
    unservedZones,
    penaltyRp,
    termsRp,
    missingSuppliers: award.missingSuppliers.find((one) => one.lotId === lotId)?.suppliers ?? 0,
    missingSuppliersRp,
    boundRp,
    totalRp,
    gapPpm: gapPpm(totalRp, boundRp),
    bestSingle,
    savedRp:
      bestSingle?.unservedPacks === unservedPacks
        ? sign * (bestSingle.totalRp - (totalRp - sign * missingSuppliersRp))
        : null,
    reasons: listLosingCauses(problem, award, lotId).map((cause) => wordReason(cause)),
    constraints: explained.constraints.filter((one) => concernsLot(problem, lotId, one)),
    unpricedConstraints: explained.unpricedConstraints,
    way: award.way,
    nodes: award.nodes,
  };
};

/**
 * States a group's award lot by lot in whole rupiah, with its bound and its explanation. A lot's bound is its
 * total less what a better award of the group could save at most, so a proven optimum shows bound = total.
 *
 *   20 sacks of 50 kg at Rp10,500, bound equal -> cost Rp10,500,000, bound Rp10,500,000, gap 0
 */
export const stateLotAwards = (
  problem: AwardProblem,
  award: ProblemAward,
  explained: Explained,
): LotAward[] => {
  const lotOf = new Map(problem.bids.map(({ bidId, lotId }) => [bidId, lotId]));
  const lines = listAwardLines(problem, award.deliveries);
  return problem.lots.map((lot) =>
    stateLot(
      problem,
      award,
      explained,
      lot,
      lines.filter(({ bidId }) => lotOf.get(bidId) === lot.lotId),
    ),
  );
};
