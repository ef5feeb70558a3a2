import { flowPacks } from './flow-packs.js';
import type { Supply } from './name-suppliers.js';
import { noAllocation } from './placed-packs.js';

export interface AwardedPacks extends Supply {
  readonly priceRpPerUnit: number;
  /** Fewer the supplier does not sell, over all zones of the lot; 0: any. */
  readonly minimumPacks: number;
}

/** What a supplier may lose: all of it, or up to so many packs. */
interface Loss {
  readonly allPacks: number;
  readonly mostPacks: number;
}

/** Sums from `from` to `to`, both included. */
interface Reach {
  readonly from: number;
  readonly to: number;
}

const join = (reaches: readonly Reach[], mostPacks: number): Reach[] => {
  const joined: Reach[] = [];
  for (const { from, to } of [...reaches].sort((a, b) => a.from - b.from)) {
    if (from > mostPacks) continue;
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to + 1)
      joined[joined.length - 1] = { from: last.from, to: Math.min(mostPacks, Math.max(last.to, to)) };
    else joined.push({ from, to: Math.min(mostPacks, to) });
  }
  return joined;
};

/**
 * How many packs each loses so that they lose so many together, the first as many as it can; undefined
 * when no choice adds up. Exact: what those after each can lose together is kept as a list of ranges.
 */
const seekLosses = (packs: number, losses: readonly Loss[]): number[] | undefined => {
  const reachAfter: Reach[][] = [[{ from: 0, to: 0 }]];
  for (const { allPacks, mostPacks } of [...losses].reverse()) {
    const after = reachAfter[0] ?? [];
    const reaches = after.flatMap(({ from, to }) => [
      { from, to: to + mostPacks },
      { from: from + allPacks, to: to + allPacks },
    ]);
    reachAfter.unshift(join(reaches, packs));
  }
  let left = packs;
  const found: number[] = [];
  for (const [place, { allPacks, mostPacks }] of losses.entries()) {
    const after = reachAfter[place + 1] ?? [];
    // All of it, or of each range the loss that leaves as little to the others as it may.
    const choices = after.flatMap(({ from, to }) => {
      const most = Math.min(mostPacks, left - from);
      return [
        ...(left - allPacks >= from && left - allPacks <= to ? [allPacks] : []),
        ...(most >= 0 && left - most <= to ? [most] : []),
      ];
    });
    if (choices.length === 0) return undefined;
    const loss = Math.max(...choices);
    found.push(loss);
    left -= loss;
  }
  return left === 0 ? found : undefined;
};

/** Whether koperasi that get so many packs can be served by these awards, each pack of them used. */
const isServable = (awards: readonly AwardedPacks[], buyersPacks: readonly number[]): boolean =>
  lossesByFlow(awards, buyersPacks)?.every((loss) => loss === 0) ?? false;

/** What each supplier does not get rid of, the first in order as much as can be; undefined when someone goes short. */
const lossesByFlow = (
  awards: readonly AwardedPacks[],
  buyersPacks: readonly number[],
): number[] | undefined => {
  const members = new Map<number, number>();
  for (const each of buyersPacks) members.set(each, (members.get(each) ?? 0) + 1);
  const cheapestFirst = [...awards].reverse();
  const { leftPacks, unmetPacks } = flowPacks(
    cheapestFirst.map(({ packs }) => packs),
    [...members].map(([each, count]) => ({
      packs: each * count,
      mostPacks: cheapestFirst.map(
        ({ packs, maxPerBuyerPacks }) => Math.min(each, maxPerBuyerPacks ?? packs) * count,
      ),
    })),
  );
  return unmetPacks.some((unmet) => unmet > 0) ? undefined : [...leftPacks].reverse();
};

/**
 * Packs to take off the awards of a zone, in the order given (the dearest first): as many as no koperasi there could
 * use. `keptPacks` is what each supplier would keep in all zones if nothing were taken off here.
 *
 *   awards (minimum)    | koperasi get | taken off
 *   X4, Y2              | 2            | X4           the dearest first
 *   X4 (3), Y6 (5)      | 8            | X1, Y1       X alone would be left with 2
 *   X4 (3), Y6 (6)      | 6            | X4           nobody goes below a minimum: X is left out
 *   X4 (4), Y6 (6)      | 8            | X2           nothing else adds up
 *
 * No award is taken below its supplier's minimum where another choice in the zone adds up and leaves koperasi
 * within what they may get of each supplier; else the dearest lose most, minimum or not.
 * @throws RangeError when koperasi cannot be served within that at all.
 */
export const trimAwards = (
  awards: readonly AwardedPacks[],
  buyersPacks: readonly number[],
  keptPacks: ReadonlyMap<string, number>,
): number[] => {
  const demanded = buyersPacks.reduce((sum, packs) => sum + packs, 0);
  const surplusPacks = awards.reduce((sum, { packs }) => sum + packs, 0) - demanded;
  if (surplusPacks <= 0) return awards.map(() => 0);
  const gentle = seekLosses(
    surplusPacks,
    awards.map(({ supplierId, packs, minimumPacks }) => {
      const kept = keptPacks.get(supplierId) ?? packs;
      const spare = Math.max(0, Math.min(packs, kept - minimumPacks));
      return { mostPacks: spare, allPacks: kept === packs ? packs : spare };
    }),
  );
  const trimmed = awards.map((award, place) => ({ ...award, packs: award.packs - (gentle?.[place] ?? 0) }));
  if (gentle !== undefined && isServable(trimmed, buyersPacks)) return gentle;
  const losses = lossesByFlow(awards, buyersPacks);
  if (losses === undefined) throw noAllocation();
  return losses;
};
