import { rationByDraw } from '../../lot/ration-lot.js';
import type { ProblemBid } from '../joint/award-problem.js';
import type { CoalitionInput, LandedShare } from './coalition.js';
import { costZones } from './cost-zones.js';
import {
  isFullyServed,
  listDraws,
  serveExactly,
  type Answers,
  type Seeking,
  type Serving,
} from './serve-lines.js';
import { shareLanded, type ServedLine } from './share-landed.js';

/** A group's packs with what each line pays for them. */
export interface Appraisal extends Serving {
  readonly shares: ReadonlyMap<string, LandedShare>;
}

/** Prices a serving: every line's part of what its lot really comes to. */
export const appraise = (input: CoalitionInput, serving: Serving): Appraisal => ({
  ...serving,
  shares: shareLanded(costZones(serving.problem, serving.award?.deliveries ?? [], input), serving.served),
});

/** Positive where the first is the better price per pack for its side. */
const betterBy = (side: 'buy' | 'sell', one: LandedShare, other: LandedShare): bigint => {
  const less = BigInt(other.amountRp) * BigInt(one.packs) - BigInt(one.amountRp) * BigInt(other.packs);
  return side === 'buy' ? less : -less;
};

const packsOf = (served: readonly ServedLine[]): number => served.reduce((sum, { packs }) => sum + packs, 0);

/** The best a bid promises from a number of packs on, against what the lot comes to per pack now. */
const promisesBetter = (
  { problem }: CoalitionInput,
  { tiers }: ProblemBid,
  fromPacks: number,
  size: number,
  now: LandedShare,
): boolean => {
  const price = tiers.filter((tier) => tier.fromPacks <= fromPacks).at(-1)?.priceRpPerUnit;
  if (price === undefined) return false;
  if (now.packs === 0) return true;
  const difference = BigInt(now.amountRp) * 1000n - BigInt(price) * BigInt(now.packs) * BigInt(size);
  return problem.side === 'buy' ? difference > 0n : difference < 0n;
};

/** How many packs more would complete a tier or a minimum of a bid on the lot, fewest first. */
const listExtras = (
  input: CoalitionInput,
  { award }: Serving,
  lotId: string,
  asked: number,
  most: number,
  now: LandedShare,
): number[] => {
  const size = input.problem.lots.find((lot) => lot.lotId === lotId)?.packSizeMilli ?? 0;
  const extras = new Set<number>();
  for (const bid of input.problem.bids.filter((each) => each.lotId === lotId)) {
    const own = (award?.deliveries ?? []).filter(({ bidId }) => bidId === bid.bidId);
    const has = own.reduce((sum, { packs }) => sum + packs, 0);
    for (const threshold of [bid.minimumPacks, ...bid.tiers.map(({ fromPacks }) => fromPacks)])
      if (threshold > has && promisesBetter(input, bid, threshold, size, now))
        for (const extra of [threshold - has, threshold - asked])
          if (extra >= 1 && extra <= most) extras.add(extra);
  }
  return [...extras].sort((one, other) => one - other);
};

const lotTotal = ({ served, shares }: Appraisal, lotId: string): LandedShare => ({
  packs: packsOf(served.filter(({ line }) => line.lotId === lotId)),
  amountRp: served
    .filter(({ line }) => line.lotId === lotId)
    .reduce((sum, { line }) => sum + (shares.get(line.lineId)?.amountRp ?? 0), 0),
});

/** Whether the lot's lines all fare better per pack (or get packs at last) and nobody elsewhere worse. */
const helpsAll = (
  { problem: { side } }: CoalitionInput,
  lotId: string,
  before: Appraisal,
  after: Appraisal,
): boolean =>
  before.served.every(({ line, packs }) => {
    const [old, now] = [before.shares.get(line.lineId), after.shares.get(line.lineId)];
    if (!old || !now || now.packs < packs) return false;
    if (old.packs === 0) return line.lotId !== lotId || now.packs > 0;
    const gain = betterBy(side, now, old);
    return line.lotId === lotId ? gain > 0n : gain >= 0n;
  });

/**
 * Packs beyond what was asked are taken only where they complete a bid's minimum or tier and everybody in
 * the lot then pays less per pack. What is taken is shared by the pool's rule among those who tolerate it;
 * nobody gets more than quantity and tolerance. Of several such numbers the one with the best price, then
 * the fewest packs.
 *
 *   asked 8 + 8, tolerance 3 each; 1: Rp100, 20: Rp90 | 20 packs at Rp90 instead of 16 at Rp100
 */
export function* takeTolerance(
  input: CoalitionInput,
  answers: Answers,
  plain: Appraisal,
): Seeking<Appraisal> {
  const { side } = input.problem;
  let best = plain;
  for (const { lotId } of input.problem.lots) {
    const own = best.served.filter(({ line }) => line.lotId === lotId);
    const asked = own.reduce((sum, { line }) => sum + line.quantityPacks, 0);
    const most = own.reduce((sum, { line }) => sum + line.tolerancePacks, 0);
    const now = lotTotal(best, lotId);
    if (most === 0 || (now.packs > 0 && now.packs < asked)) continue;
    const from = best;
    for (const extra of listExtras(input, from, lotId, asked, most, now)) {
      const { shares } = rationByDraw(
        {
          rule: input.rule,
          availablePacks: asked + extra,
          usesTolerance: true,
          lines: own.map(({ line }) => ({ ...line, askedPacks: line.quantityPacks })),
        },
        listDraws(own.map(({ line }) => line)),
      );
      const packs = new Map(shares.map(({ lineId, sharePacks }) => [lineId, sharePacks]));
      const serving = yield* serveExactly(
        input,
        answers,
        from.served.map((each) => ({ ...each, packs: packs.get(each.line.lineId) ?? each.packs })),
      );
      if (!isFullyServed(serving)) continue;
      const after = appraise(input, { ...serving, shortZones: from.shortZones });
      if (!helpsAll(input, lotId, from, after)) continue;
      if (best === from || betterBy(side, lotTotal(after, lotId), lotTotal(best, lotId)) > 0n) best = after;
    }
  }
  return best;
}
