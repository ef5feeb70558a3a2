/** What a season is planned for: read from the running system, so that the plan names what is there. */
export interface World {
  /** Civil date; the season needs its goods in the week after. */
  readonly today: string;
  /** Logins of the koperasi's officers. */
  readonly koperasi: readonly string[];
  readonly suppliers: readonly string[];
  readonly kitchens: readonly string[];
  readonly goods: readonly Good[];
}

/** A commodity in the pack in which the season buys it. */
export interface Good {
  readonly role: 'rice' | 'oil' | 'sugar';
  readonly commodityCode: string;
  readonly packCode: string;
  /** Milli base units in a pack. */
  readonly packSizeMilli: number;
  /** The public ceiling per base unit. */
  readonly ceilingRpPerUnit: number;
}

export interface PlannedLine {
  readonly packCode: string;
  readonly neededBy: string;
  readonly quantityPacks: number;
  readonly tolerancePacks: number;
  readonly minimumPacks: number;
  readonly maxLandedRp: number | null;
}

export interface PlannedCommitment {
  readonly koperasi: string;
  readonly lines: readonly PlannedLine[];
}

/** Two officers change the same line at once: the first wins, the second is told, looks again and changes it. */
export interface PlannedAmendment {
  readonly koperasi: string;
  readonly packCode: string;
  readonly firstPacks: number;
  readonly finalPacks: number;
}

export interface PlannedWithdrawal {
  readonly koperasi: string;
  readonly packCode: string;
}

export interface PlannedTerms {
  readonly capacityPacks: number;
  readonly minimumPacks: number;
  readonly leadTimeDays: number;
  readonly tiers: readonly { readonly fromPacks: number; readonly priceRpPerUnit: number }[];
}

/** The most a supplier will ask, for any number of packs: public before the pool opens, and stands in for a bid. */
export interface PlannedOffer {
  readonly supplier: string;
  readonly packCode: string;
  readonly terms: Omit<PlannedTerms, 'capacityPacks'>;
  /** Days of need that it covers. */
  readonly validFrom: string;
  readonly validUntil: string;
}

/** A koperasi that asks what its order would cost at worst, before it places it. */
export interface PlannedQuote {
  readonly koperasi: string;
  readonly packCode: string;
}

export type BidderKind = 'big' | 'middle' | 'small' | 'dear' | 'above-ceiling';

export interface PlannedBid {
  readonly supplier: string;
  readonly packCode: string;
  readonly kind: BidderKind;
  readonly terms: PlannedTerms;
}

/** What a koperasi finds at its gate: so many packs of its largest line are not sound. */
export interface PlannedFault {
  readonly koperasi: string;
  readonly kind: 'missing' | 'damaged' | 'quarantined';
  readonly packs: number;
}

export interface PlannedRequirement {
  readonly kitchen: string;
  readonly lines: readonly {
    readonly neededOn: string;
    readonly commodityCode: string;
    readonly quantityMilli: number;
  }[];
}

export interface SeasonPlan {
  readonly seed: number;
  readonly isoWeek: string;
  readonly neededFrom: string;
  readonly neededUntil: string;
  readonly goods: readonly Good[];
  readonly requirements: readonly PlannedRequirement[];
  readonly commitments: readonly PlannedCommitment[];
  readonly amendment: PlannedAmendment;
  readonly withdrawal: PlannedWithdrawal;
  readonly offers: readonly PlannedOffer[];
  readonly quote: PlannedQuote;
  readonly bids: readonly PlannedBid[];
  readonly faults: readonly PlannedFault[];
}
