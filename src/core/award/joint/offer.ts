import type { ProblemBid, ProblemLot, SupplierTerms } from './award-problem.js';

/** A lot's demand in one zone; at least one pack. */
export interface Place {
  readonly lot: ProblemLot;
  readonly zoneId: string;
  readonly packs: number;
}

/** Packs at one price: a tier with its reach under every limit of the bid (both ends included). */
export interface Block {
  /** Position in the bid's tiers. */
  readonly tier: number;
  /** All-units: least packs of the bid at this tier. Incremental: the first pack that falls into it. */
  readonly fromPacks: number;
  readonly toPacks: number;
  readonly priceRpPerUnit: number;
}

/** A zone that a bid may serve, and its surcharge. */
export interface Reach {
  readonly place: Place;
  readonly surchargeRpPerUnit: number;
}

/** A bid as far as it may take part. */
export interface Offer {
  readonly bid: ProblemBid;
  readonly lot: ProblemLot;
  readonly supplier: SupplierTerms;
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
}

/** Of an all-units bid: whether a zone may be served at a tier, by its landed price. */
export const isWithinCeiling = (block: Block, { place, surchargeRpPerUnit }: Reach): boolean =>
  block.priceRpPerUnit + surchargeRpPerUnit <= place.lot.limitRpPerUnit;
