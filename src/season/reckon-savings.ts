import { amountRp } from '../core/kernel/quantity.js';
import { groupBy, sumOf } from './compare-numbers.js';
import type { LotFacts, SeasonFacts } from './season-facts.js';

/** What packs cost bought as one, and what they would have cost bought alone. */
export interface Saving {
  readonly togetherRp: number;
  readonly aloneRp: number;
}

export interface KoperasiSaving extends Saving {
  readonly koperasiId: string;
  readonly lotId: string;
  readonly packs: number;
}

/** The price a supplier was awarded on a lot; NaN where it was awarded nothing, so that a sum with it is seen to be wrong. */
export const priceOf = ({ award }: LotFacts, supplierId: string): number =>
  award.lines.find((line) => line.supplierId === supplierId)?.priceRpPerUnit ?? Number.NaN;

/** Rupiah for packs, or NaN where the price is unknown. */
export const costRp = (packs: number, { lot }: LotFacts, priceRpPerUnit: number): number =>
  Number.isNaN(priceRpPerUnit) || !Number.isSafeInteger(packs)
    ? Number.NaN
    : amountRp(packs, lot.packSizeMilli, priceRpPerUnit);

/** The lowest price at which anybody sells so few packs; the reference price where nobody does. */
const priceAlone = ({ bids }: LotFacts, packs: number, referenceRpPerUnit: number): number => {
  const prices = bids.flatMap(({ terms }) => {
    if (terms === null || packs < terms.minimumPacks || packs > terms.capacityPacks) return [];
    return terms.tiers.filter(({ fromPacks }) => fromPacks <= packs).at(-1)?.priceRpPerUnit ?? [];
  });
  return prices.length === 0 ? referenceRpPerUnit : Math.min(...prices);
};

/**
 * Each koperasi's packs of a lot together and alone, from bids and shares.
 *
 *   20 sacks of 50 kg, 12 at Rp11,200 and 8 at Rp11,350 | alone Rp12,000 from anybody -> 11,260,000 against 12,000,000
 */
const savingsOfLot = (facts: LotFacts, referenceRpPerUnit: number): KoperasiSaving[] =>
  [...groupBy(facts.shares, ({ koperasiId }) => koperasiId)].flatMap(([koperasiId, shares]) => {
    const parts = shares.flatMap(({ suppliers }) => suppliers);
    const packs = sumOf(parts, (part) => part.packs);
    if (packs === 0) return [];
    const togetherRp = sumOf(parts, (part) => costRp(part.packs, facts, priceOf(facts, part.supplierId)));
    const aloneRp = costRp(packs, facts, priceAlone(facts, packs, referenceRpPerUnit));
    return [{ koperasiId, lotId: facts.lot.id, packs, togetherRp, aloneRp }];
  });

/** All of a season's savings, one per koperasi and lot. */
export const reckonSavings = ({ lots, pool }: Pick<SeasonFacts, 'lots' | 'pool'>): KoperasiSaving[] =>
  lots.flatMap((facts) => {
    const item = pool.items.find(({ itemId }) => itemId === facts.lot.itemId);
    return savingsOfLot(facts, item?.referenceRpPerUnit ?? Number.NaN);
  });

export const addSavings = (savings: readonly Saving[]): Saving => ({
  togetherRp: sumOf(savings, (saving) => saving.togetherRp),
  aloneRp: sumOf(savings, (saving) => saving.aloneRp),
});
