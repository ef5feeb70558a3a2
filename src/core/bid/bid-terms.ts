import type { PriceTier, TierKind } from '../offer/schedule.js';

/** Rupiah per base unit on top of the price in one kecamatan; null: not delivered there. */
export interface ZoneSurcharge {
  readonly zoneCode: string;
  readonly rpPerUnit: number | null;
}

/** What a bid may say besides its schedule; left out, it is neutral (`completeTerms`). */
export interface FurtherTerms {
  readonly tierKind: TierKind;
  /** Kecamatan that are not named have no surcharge. */
  readonly surcharges: readonly ZoneSurcharge[];
  /** The most that one koperasi may get from this bid; null is no limit. */
  readonly maxPerBuyerPacks: number | null;
  /** Ex-warehouse: the region where the goods wait, freight by the pool's tariff. Null: delivered. */
  readonly warehouseCode: string | null;
  /** Basis points of the goods' price: tax that the buyer cannot recover. */
  readonly taxBps: number;
  /** Days after receipt that payment is due; 0 is cash. */
  readonly paymentDays: number;
  /** The last day the bid binds, in the organiser's time; null: as long as the lot is under way. */
  readonly validUntil: string | null;
  /** Producer or place of origin, in the supplier's words. */
  readonly origin: string | null;
}

/** What a supplier offers for a lot. */
export interface BidTerms extends Partial<FurtherTerms> {
  readonly capacityPacks: number;
  /** 0 or more: if awarded anything at all, at least so many. */
  readonly minimumPacks: number;
  readonly leadTimeDays: number;
  /** Rising `fromPacks`, never rising prices. */
  readonly tiers: readonly PriceTier[];
}

export type WholeTerms = BidTerms & FurtherTerms;

/** `standing`: by its supplier's standing offer, in place of a bid. */
export type BidAction = 'submitted' | 'revised' | 'withdrawn' | 'standing';

/** A bid's last revision: what counts at the deadline. What it says is sealed; it is known by its hash. */
export interface CurrentRevision {
  readonly revision: number;
  readonly action: BidAction;
  /** Null once it is withdrawn. */
  readonly hash: string | null;
}

/** The part of a tender that decides whether it still takes bids. */
export interface TenderDeadline {
  readonly closesAt: Date;
  readonly isOpened: boolean;
}

/** What a lot and its pool say about where bids may deliver from and to. */
export interface TenderPlaces {
  /** Kecamatan with demand in the lot. */
  readonly zoneCodes: readonly string[];
  /** Regions that the pool's freight tariff starts from. */
  readonly warehouseCodes: readonly string[];
  /** The day of the deadline for the organiser. */
  readonly closesOn: string;
}
