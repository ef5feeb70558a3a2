import { draw as drawOf } from '../kernel/draw.js';
import { assertWhole } from '../kernel/whole.js';
import { rationLot, type Ration, type RationedLine, type RationOutcome } from './ration-lot.js';

/** A line with who buys: a koperasi may have several lines of an item, its own and its kitchens'. */
export interface QuotaLine extends RationedLine {
  readonly buyerId: string;
}

/** What a lot's lines may claim, before it is known how much there is. */
export interface QuotaClaims {
  readonly poolId: string;
  readonly rule: Ration['rule'];
  /** The most that one buyer gets, all its lines together. */
  readonly quotaPacks: number;
  readonly lines: readonly QuotaLine[];
}

/**
 * What each line may claim: a buyer whose lines ask more than the quota has the quota shared among them by the
 * pool's rule. Sums per buyer never pass the quota, whatever came in at the same moment or from kitchens.
 *
 *   quota | buyer's lines | claims, proportional
 *      40 | 25, 15        | 25, 15
 *      40 | 60, 20        | 30, 10
 *
 * @returns packs by line.
 */
export const capToQuota = ({ poolId, rule, quotaPacks, lines }: QuotaClaims): Map<string, number> => {
  assertWhole(quotaPacks, 'quotaPacks');
  const byBuyer = new Map<string, QuotaLine[]>();
  for (const line of lines) {
    const own = byBuyer.get(line.buyerId);
    if (own === undefined) byBuyer.set(line.buyerId, [line]);
    else own.push(line);
  }
  const claims = new Map<string, number>();
  for (const own of byBuyer.values()) {
    const askedPacks = own.reduce((sum, line) => sum + line.askedPacks, 0);
    if (askedPacks <= quotaPacks) for (const line of own) claims.set(line.lineId, line.askedPacks);
    else
      for (const share of rationLot({ poolId, rule, availablePacks: quotaPacks, lines: own }).shares)
        claims.set(share.lineId, share.sharePacks);
  }
  return claims;
};

/**
 * Shares out what there is as `rationLot` does, with nobody above the quota: lines are rationed by what they may
 * claim, and are shown with what they asked. Tolerance is not used: a quota leaves nothing over to tolerate.
 * The order of the lines leaves no trace.
 */
export const rationWithinQuota = (
  ration: QuotaClaims & { readonly availablePacks: number },
): RationOutcome => {
  const { poolId, rule, availablePacks, lines } = ration;
  const claims = capToQuota(ration);
  const claiming = lines.flatMap(({ lineId, minimumPacks }) => {
    const askedPacks = claims.get(lineId) ?? 0;
    return askedPacks === 0 ? [] : [{ lineId, askedPacks, minimumPacks }];
  });
  const { shares, surplusPacks } = rationLot({ poolId, rule, availablePacks, lines: claiming });
  const packsOf = new Map(shares.map((share) => [share.lineId, share.sharePacks]));
  return {
    shares: lines
      .map(({ lineId, askedPacks }) => ({
        lineId,
        askedPacks,
        sharePacks: packsOf.get(lineId) ?? 0,
        draw: drawOf(poolId, lineId),
      }))
      .sort((one, other) => (one.draw < other.draw ? -1 : 1)),
    surplusPacks,
  };
};
