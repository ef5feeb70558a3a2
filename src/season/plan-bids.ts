import type { Chance } from './draw-chance.js';
import type { BidderKind, Good, PlannedBid, PlannedTerms } from './season-plan.js';

/** Prices in ten-thousandths of the ceiling: where the cheapest tier of the big supplier lies, and how wide the rest spreads. */
const markets: Readonly<Record<Good['role'], { gateBps: number; widthPercent: number; stepRp: number }>> = {
  // 13,500 a kg to eat: about 11,200 at the gate by the ton.
  rice: { gateBps: 8_280, widthPercent: 100, stepRp: 25 },
  oil: { gateBps: 8_900, widthPercent: 60, stepRp: 25 },
  sugar: { gateBps: 9_000, widthPercent: 50, stepRp: 25 },
};

interface Bidder {
  /** Percent of the demand. */
  readonly capacity: readonly [number, number];
  readonly minimumPercent: number;
  /** Each tier's start in percent of the demand, 0 for the first pack. */
  readonly tiersFrom: readonly number[];
  /** Above the gate, at the cheapest tier. */
  readonly aboveGateBps: readonly [number, number];
  readonly leadTimeDays: readonly [number, number];
}

/** What a tier adds for each tier that is still to come. */
const PER_TIER_BPS = [350, 420] as const;

/**
 * None can serve everything, so that the lot must be split; big, middle and small together can. The dear one's
 * cheapest tier lies above the dearest tier of all three, so nothing is ever gained by it.
 */
const bidders: Readonly<Record<BidderKind, Bidder>> = {
  big: {
    capacity: [55, 65],
    minimumPercent: 0,
    tiersFrom: [0, 25, 45],
    aboveGateBps: [0, 60],
    leadTimeDays: [3, 5],
  },
  small: {
    capacity: [15, 20],
    minimumPercent: 0,
    tiersFrom: [0, 4, 10],
    aboveGateBps: [90, 150],
    leadTimeDays: [1, 3],
  },
  middle: {
    capacity: [36, 46],
    minimumPercent: 4,
    tiersFrom: [0, 12, 26],
    aboveGateBps: [180, 270],
    leadTimeDays: [2, 4],
  },
  dear: {
    capacity: [60, 85],
    minimumPercent: 0,
    tiersFrom: [0, 50],
    aboveGateBps: [1_150, 1_220],
    leadTimeDays: [1, 2],
  },
  'above-ceiling': {
    capacity: [70, 90],
    minimumPercent: 0,
    tiersFrom: [0],
    aboveGateBps: [0, 0],
    leadTimeDays: [1, 1],
  },
};

/** In a lot that is short the three together have a little less than is asked. */
const scarceCapacity: Partial<Record<BidderKind, readonly [number, number]>> = {
  big: [47, 50],
  middle: [29, 31],
  small: [14, 15],
};

const within = (chance: Chance, [least, most]: readonly [number, number]): number =>
  chance.whole(least, most);

const planTerms = (
  kind: BidderKind,
  good: Good,
  demandPacks: number,
  isScarce: boolean,
  chance: Chance,
): PlannedTerms => {
  const bidder = bidders[kind];
  const { gateBps, widthPercent, stepRp } = markets[good.role];
  const packsOf = (percent: number): number => Math.floor((demandPacks * percent) / 100);
  const priceAt = (bps: number): number => {
    const exact = (good.ceilingRpPerUnit * (gateBps + (bps * widthPercent) / 100)) / 10_000;
    return Math.round(exact / stepRp) * stepRp;
  };
  const capacityPacks = Math.max(
    3,
    packsOf(within(chance, (isScarce ? scarceCapacity[kind] : undefined) ?? bidder.capacity)),
  );
  const cheapestBps = within(chance, bidder.aboveGateBps);
  const perTierBps = within(chance, PER_TIER_BPS);
  const overRp = within(chance, [2, 12]) * stepRp;
  const starts = [...new Set(bidder.tiersFrom.map((percent) => Math.max(1, packsOf(percent))))];
  const fitting = starts.filter((fromPacks) => fromPacks <= capacityPacks);
  return {
    capacityPacks,
    minimumPacks: packsOf(bidder.minimumPercent),
    leadTimeDays: within(chance, bidder.leadTimeDays),
    tiers: fitting.map((fromPacks, tier) => ({
      fromPacks,
      priceRpPerUnit:
        kind === 'above-ceiling'
          ? good.ceilingRpPerUnit + overRp
          : priceAt(cheapestBps + perTierBps * (fitting.length - 1 - tier)),
    })),
  };
};

/** The kinds in the order in which suppliers take them. */
const fullField: readonly BidderKind[] = ['big', 'middle', 'small', 'above-ceiling', 'dear'];
/** Where the lot is to be short nobody dear may step in. */
const scarceField: readonly BidderKind[] = ['big', 'middle', 'small', 'above-ceiling'];

/** Fewest suppliers with whom a season is worth watching. */
export const LEAST_SUPPLIERS = fullField.length;

/** Whose trade it is: the demo's suppliers are Bulog, a rice mill, sugar, oil, eggs and a grocer, in this order. */
const trade: Readonly<Record<Good['role'], readonly number[]>> = {
  rice: [1, 2, 6, 4, 3],
  oil: [4, 1, 6, 2, 3],
  sugar: [3, 1, 6, 4, 2],
};

/** Suppliers in the order in which they take the kinds; now and then the three who serve the lot change places. */
const lineUp = (suppliers: readonly string[], { role }: Good, chance: Chance): string[] => {
  const known = trade[role].flatMap((number) => suppliers[number - 1] ?? []);
  const order = [...known, ...suppliers.filter((supplier) => !known.includes(supplier))];
  const serving = chance.shuffle(order.slice(0, 3));
  return chance.happens(30) ? [...serving, ...order.slice(3)] : order;
};

/**
 * Who bids what on a lot. `demandPacks` is what will have been asked for.
 *
 *   1,400 sacks | big 840 from Rp11,200 | middle 560 from Rp11,500 | small 250 from Rp11,350 | above the ceiling | dear
 */
export const planBids = (
  suppliers: readonly string[],
  good: Good,
  demandPacks: number,
  isScarce: boolean,
  chance: Chance,
): PlannedBid[] => {
  const order = lineUp(suppliers, good, chance);
  return (isScarce ? scarceField : fullField).flatMap((kind, place) => {
    const supplier = order[place];
    if (supplier === undefined) return [];
    return [
      {
        supplier,
        packCode: good.packCode,
        kind,
        terms: planTerms(kind, good, demandPacks, isScarce, chance),
      },
    ];
  });
};
