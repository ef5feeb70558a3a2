import { amountRp } from '../core/kernel/quantity.js';

interface TieredBid {
  readonly capacityPacks: number;
  readonly minimumPacks: number;
  readonly tiers: readonly { readonly fromPacks: number; readonly priceRpPerUnit: number }[];
}

export interface LotToReckon {
  readonly demandPacks: number;
  readonly packSizeMilli: number;
  readonly ceilingRpPerUnit: number;
}

/** So many packs, from least to most, at one price. */
interface Option {
  readonly leastPacks: number;
  readonly mostPacks: number;
  readonly priceRpPerUnit: number;
}

const optionsOf = (lot: LotToReckon, bid: TieredBid): Option[] =>
  bid.tiers
    .map(({ fromPacks, priceRpPerUnit }, tier) => ({
      leastPacks: Math.max(1, fromPacks, bid.minimumPacks),
      mostPacks: Math.min(
        bid.capacityPacks,
        lot.demandPacks,
        (bid.tiers[tier + 1]?.fromPacks ?? Infinity) - 1,
      ),
      priceRpPerUnit,
    }))
    .filter(
      (option) => option.leastPacks <= option.mostPacks && option.priceRpPerUnit <= lot.ceilingRpPerUnit,
    );

/** Every way of taking one option, or none, of each bid. */
const combine = ([first, ...rest]: readonly (readonly Option[])[]): Option[][] => {
  if (first === undefined) return [[]];
  const others = combine(rest);
  return [...others, ...first.flatMap((option) => others.map((combination) => [option, ...combination]))];
};

/** The least cost of serving a demand with these options, each used; undefined when their least is already too much. */
const fill = (lot: LotToReckon, options: readonly Option[]): number | undefined => {
  const costRp = (packs: number, price: number): number => amountRp(packs, lot.packSizeMilli, price);
  let open = lot.demandPacks;
  for (const { leastPacks } of options) open -= leastPacks;
  if (open < 0) return undefined;
  let total = 0;
  for (const option of [...options].sort((one, other) => one.priceRpPerUnit - other.priceRpPerUnit)) {
    const more = Math.min(open, option.mostPacks - option.leastPacks);
    open -= more;
    total += costRp(option.leastPacks + more, option.priceRpPerUnit);
  }
  // A pack nobody serves weighs a rupiah a unit more than the dearest that may be bought.
  return total + costRp(open, lot.ceilingRpPerUnit + 1);
};

/**
 * The least any award of a lot can cost, unserved packs weighed in, by trying every combination of tiers: slow and
 * plain on purpose, to hold the engine's answer against.
 *
 *   demand 30 | A 1-20 at Rp10,500 | B 1-40 at Rp10,800 -> 20 of A and 10 of B
 */
export const reckonCheapest = (lot: LotToReckon, bids: readonly TieredBid[]): number =>
  combine(bids.map((bid) => optionsOf(lot, bid)))
    .map((options) => fill(lot, options))
    .reduce<number>((least, cost) => (cost === undefined ? least : Math.min(least, cost)), Infinity);
