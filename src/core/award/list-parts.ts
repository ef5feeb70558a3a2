import { draw as drawOf } from '../kernel/draw.js';
import { amountRp } from '../kernel/quantity.js';
import type { LandedShare, OutReason } from './coalition/coalition.js';
import type { LeftOutLine } from './explanation.js';
import type { KoperasiPart } from './reckon-koperasi.js';
import { wordLeftOut } from './word-left-out.js';

/** A line with what the award gives it. */
export interface AwardedLine extends LandedShare {
  readonly lineId: string;
  readonly koperasiId: string;
  readonly quantityPacks: number;
  readonly reason: OutReason | null;
  readonly wouldPay: LandedShare | null;
}

interface SharedAward {
  readonly poolId: string;
  readonly packSizeMilli: number;
  readonly referenceRpPerUnit: number;
  readonly lines: readonly AwardedLine[];
}

const inDrawOrder = ({ poolId, lines }: SharedAward): (AwardedLine & { draw: string })[] =>
  lines
    .map((line) => ({ ...line, draw: drawOf(poolId, line.lineId) }))
    .sort((one, other) => (one.draw < other.draw ? -1 : 1));

/**
 * What each koperasi gets of an award and saves against its reference price, in the order of the draw.
 *
 *   60 sacks for Rp3,060,000, reference Rp60,000 a sack -> saves Rp540,000
 */
export const listKoperasiParts = (award: SharedAward): KoperasiPart[] => {
  const parts = new Map<string, Omit<KoperasiPart, 'referenceRp' | 'savedRp'>>();
  for (const { koperasiId, draw, quantityPacks, packs, amountRp: rp } of inDrawOrder(award)) {
    const part = parts.get(koperasiId) ?? { koperasiId, draw, askedPacks: 0, packs: 0, amountRp: 0 };
    parts.set(koperasiId, {
      ...part,
      askedPacks: part.askedPacks + quantityPacks,
      packs: part.packs + packs,
      amountRp: part.amountRp + rp,
    });
  }
  return [...parts.values()].map((part) => {
    const referenceRp = amountRp(part.packs, award.packSizeMilli, award.referenceRpPerUnit);
    return { ...part, referenceRp, savedRp: referenceRp - part.amountRp };
  });
};

/** The lines that get nothing, each with why; under their draws, in their order. */
export const listLeftOut = (award: SharedAward): LeftOutLine[] =>
  inDrawOrder(award).flatMap(({ draw, quantityPacks, reason, wouldPay }) =>
    reason === null
      ? []
      : [{ draw, askedPacks: quantityPacks, reason, wouldPay, ...wordLeftOut(reason, wouldPay) }],
  );
