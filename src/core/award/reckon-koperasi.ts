import { amountRp } from '../kernel/quantity.js';
import { split } from '../kernel/split.js';
import { rationLot } from '../lot/ration-lot.js';
import type { PoolSide } from '../pool/side.js';
import type { RationingRule } from '../pool/rationing-rule.js';

export interface AwardToShare {
  /** Left out: buy. */
  readonly side?: PoolSide;
  readonly poolId: string;
  readonly rule: RationingRule;
  readonly awardedPacks: number;
  readonly costRp: number;
  readonly packSizeMilli: number;
  readonly referenceRpPerUnit: number;
  readonly lines: readonly {
    readonly lineId: string;
    readonly koperasiId: string;
    readonly quantityPacks: number;
    readonly minimumPacks: number;
  }[];
}

/** What one koperasi gets of a lot, and what that would cost at the reference price. */
export interface KoperasiPart {
  readonly koperasiId: string;
  /** The first of its lines' draws: a name that says nothing of whose it is. */
  readonly draw: string;
  readonly askedPacks: number;
  readonly packs: number;
  /** Its part of the lot's cost, by packs. */
  readonly amountRp: number;
  readonly referenceRp: number;
  readonly savedRp: number;
}

/**
 * What each koperasi saves against its reference price (sell: gains over it) if the award stands: shares by the
 * pool's rule, the lot's cost (sell: what it brings) by packs, in the order of the draw.
 *
 *   60 of 100 sacks for A, 40 for B, cost Rp5,100,000 in all, reference Rp60,000 a sack
 *   -> A Rp3,060,000 of Rp3,600,000: saves Rp540,000; B Rp2,040,000 of Rp2,400,000: saves Rp360,000
 */
export const reckonKoperasi = ({
  side = 'buy',
  poolId,
  rule,
  awardedPacks,
  costRp,
  packSizeMilli,
  referenceRpPerUnit,
  lines,
}: AwardToShare): KoperasiPart[] => {
  const { shares, surplusPacks } = rationLot({
    poolId,
    rule,
    availablePacks: awardedPacks,
    lines: lines.map(({ quantityPacks, ...line }) => ({ ...line, askedPacks: quantityPacks })),
  });
  const koperasiOf = new Map(lines.map(({ lineId, koperasiId }) => [lineId, koperasiId]));
  const parts = new Map<string, { draw: string; askedPacks: number; packs: number }>();
  for (const { lineId, askedPacks, sharePacks, draw } of shares) {
    const koperasiId = koperasiOf.get(lineId) ?? '';
    const part = parts.get(koperasiId) ?? { draw, askedPacks: 0, packs: 0 };
    part.askedPacks += askedPacks;
    part.packs += sharePacks;
    parts.set(koperasiId, part);
  }
  const own = [...parts.values()].map(({ packs }) => packs);
  // What nobody can use bears its part of the cost, so that no koperasi is shown paying for it.
  const amounts = awardedPacks === 0 ? [] : split(costRp, [...own, surplusPacks]);
  return [...parts].map(([koperasiId, part], place) => {
    const amount = amounts[place] ?? 0;
    const referenceRp = amountRp(part.packs, packSizeMilli, referenceRpPerUnit);
    const savedRp = side === 'buy' ? referenceRp - amount : amount - referenceRp;
    return { koperasiId, ...part, amountRp: amount, referenceRp, savedRp };
  });
};
