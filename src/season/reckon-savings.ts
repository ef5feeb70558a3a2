import { groupBy } from '../core/kernel/group-by.js';
import { amountRp } from '../core/kernel/quantity.js';
import { split } from '../core/kernel/split.js';
import { sumOf } from '../core/kernel/sum-of.js';
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

/** What packs from a supplier come to when all of them are accepted, at the price that is common to the lot. */
export interface Charge {
  readonly packs: number;
  readonly chargeRp: number;
}

const shareKey = (lineId: string, supplierId: string): string => `${lineId} ${supplierId}`;

/**
 * Each line's part of what its lot was awarded for, by packs to the rupiah, odd rupiahs in the order of the
 * draw; and of a line with several suppliers each part of that: what everybody can reckon from what is shown.
 *
 *   lot of Rp1,100: lines of 5, 3 and 2 packs -> Rp550, Rp330, Rp220
 */
const chargesOfLot = ({ award, shares }: LotFacts): Map<string, Charge> => {
  const served = shares
    .filter(({ allocatedPacks }) => allocatedPacks > 0)
    .sort((one, other) => (one.draw < other.draw ? -1 : 1));
  const amountOfLot = sumOf(award.lines, ({ amountRp: rp }) => rp);
  const lines = split(
    amountOfLot,
    served.map(({ allocatedPacks }) => allocatedPacks),
  );
  return new Map(
    served.flatMap(({ lineId, suppliers }, at) => {
      const own = [...suppliers].sort((one, other) => (one.supplierId < other.supplierId ? -1 : 1));
      const parts = split(
        lines[at] ?? 0,
        own.map(({ packs }) => packs),
      );
      return own.map(({ supplierId, packs }, place): [string, Charge] => [
        shareKey(lineId, supplierId),
        { packs, chargeRp: parts[place] ?? 0 },
      ]);
    }),
  );
};

/** What so many packs of a line from a supplier are charged; NaN where nothing was charged for it, so that a sum with it is seen to be wrong. */
export type ChargeOf = (lineId: string, supplierId: string, packs: number) => number;

export const reckonCharges = (lots: readonly LotFacts[]): ChargeOf => {
  const charges = new Map(lots.flatMap((lot) => [...chargesOfLot(lot)]));
  return (lineId, supplierId, packs) => {
    const charge = charges.get(shareKey(lineId, supplierId));
    if (charge === undefined || !Number.isSafeInteger(packs)) return Number.NaN;
    return Number((BigInt(charge.chargeRp) * BigInt(packs)) / BigInt(charge.packs));
  };
};

/** Rupiah for packs, or NaN where the price is unknown. */
const costRp = (packs: number, { lot }: LotFacts, priceRpPerUnit: number): number =>
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
 *   20 sacks of 50 kg of a lot at Rp11,260 | alone Rp12,000 from anybody -> 11,260,000 against 12,000,000
 */
const savingsOfLot = (facts: LotFacts, referenceRpPerUnit: number): KoperasiSaving[] => {
  const chargeOf = reckonCharges([facts]);
  return [...groupBy(facts.shares, ({ koperasiId }) => koperasiId)].flatMap(([koperasiId, shares]) => {
    const parts = shares.flatMap(({ suppliers }) => suppliers);
    const packs = sumOf(parts, (part) => part.packs);
    if (packs === 0) return [];
    const togetherRp = sumOf(shares, ({ lineId, suppliers }) =>
      sumOf(suppliers, (part) => chargeOf(lineId, part.supplierId, part.packs)),
    );
    const aloneRp = costRp(packs, facts, priceAlone(facts, packs, referenceRpPerUnit));
    return [{ koperasiId, lotId: facts.lot.id, packs, togetherRp, aloneRp }];
  });
};

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
