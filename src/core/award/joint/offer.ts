import type { ProblemBid, ProblemLot, SupplierTerms } from './award-problem.js';
import type { BuyerGroup } from './group-buyers.js';
import type { WeighedPrice } from './weigh-price.js';

/** A lot's demand in one zone; at least one pack. */
export interface Place {
  readonly lot: ProblemLot;
  readonly zoneId: string;
  readonly packs: number;
  /** The lot's limit as a weight; a pack left unserved weighs Rp1 a unit more. */
  readonly limitWeightRpPerUnit: number;
  /** Empty where no bid limits packs per buyer. */
  readonly buyers: readonly BuyerGroup[];
}

/** Packs at one price: a tier with its reach under every limit of the bid (both ends included). */
export interface Block extends WeighedPrice {
  /** Position in the bid's tiers. */
  readonly tier: number;
  /** All-units: least packs of the bid at this tier. Incremental: the first pack that falls into it. */
  readonly fromPacks: number;
  readonly toPacks: number;
  /** Incremental: the worst of this tier and those before it, for all of them are paid. */
  readonly landedWeightRpPerUnit: number;
}

/** A zone that a bid may serve. */
export interface Reach {
  readonly place: Place;
  /** Surcharge and freight. */
  readonly extraRpPerUnit: number;
  /** The most it may get there. */
  readonly packs: number;
}

/** A bid as far as it may take part. */
export interface Offer {
  readonly bid: ProblemBid;
  readonly lot: ProblemLot;
  readonly supplier: SupplierTerms;
  /** By tier of the bid. */
  readonly prices: readonly WeighedPrice[];
  /** At least one, at rising packs. */
  readonly blocks: readonly Block[];
  readonly reaches: readonly Reach[];
  /** Over all zones: if anything, at least and at most so many; at least 1. */
  readonly minimumPacks: number;
  readonly capacityPacks: number;
}

export interface Admitted {
  /** By lot, then zone. */
  readonly places: readonly Place[];
  /** Earlier bids first, then ids. */
  readonly offers: readonly Offer[];
  /** By lot id: the most that suppliers who are not reserved may get together; absent is no limit. */
  readonly openPacks: ReadonlyMap<string, number>;
}

/** Whether a zone may be served at a tier, by its landed price. */
export const isWithinLimit = (
  { landedWeightRpPerUnit }: Pick<Block, 'landedWeightRpPerUnit'>,
  { place, extraRpPerUnit }: Pick<Reach, 'place' | 'extraRpPerUnit'>,
): boolean => landedWeightRpPerUnit + extraRpPerUnit <= place.limitWeightRpPerUnit;

/** What a pack left unserved weighs, milli-rupiah. */
export const penaltyMilliRp = ({ lot, limitWeightRpPerUnit }: Place): number =>
  (limitWeightRpPerUnit + 1) * lot.packSizeMilli;

/** The least that a pack of an offer can weigh in a zone, milli-rupiah. */
export const leastMilliRp = ({ blocks, lot }: Offer, reach: Reach): number =>
  (Math.min(
    ...blocks.filter((block) => isWithinLimit(block, reach)).map(({ weightRpPerUnit }) => weightRpPerUnit),
  ) +
    reach.extraRpPerUnit) *
  lot.packSizeMilli;
