/** From so many packs on at this price, which never rises with volume. */
export interface OfferTier {
  readonly fromPacks: number;
  readonly priceRpPerUnit: number;
}

export const tierKinds = ['all-units', 'incremental'] as const;
/** `all-units`: the tier reached prices every pack; `incremental`: each pack at the tier it falls into. */
export type TierKind = (typeof tierKinds)[number];

/** What so many packs cost: rising `fromPacks`, never rising prices. */
export interface Schedule {
  readonly tierKind: TierKind;
  readonly tiers: readonly OfferTier[];
}

/** The most a supplier will ask for a pack in a region (harga janji). */
export interface OfferTerms extends Schedule {
  /** Most packs for one pool; null takes any number. */
  readonly capacityPacks: number | null;
  /** 0 or more: if anything at all, at least so many over all of a pool. */
  readonly minimumPacks: number;
  readonly leadTimeDays: number;
  /** By kecamatan: rupiah per base unit on top of the tier price; absent is 0, null means not delivered there. */
  readonly surchargeRpPerUnit: Readonly<Record<string, number | null>>;
  /** First and last civil day of need that it covers. */
  readonly validFrom: string;
  readonly validUntil: string;
}

export type OfferAction = 'published' | 'replaced' | 'ended';

/** An offer's last revision. Terms are null once it is ended. */
export interface CurrentOffer {
  readonly revision: number;
  readonly terms: OfferTerms | null;
}

/** An offer as it binds an item of a pool: the revision that stood when the pool opened. */
export interface BoundOffer extends OfferTerms {
  readonly offerId: string;
  readonly revision: number;
  readonly supplierId: string;
  /** When that revision was published, before the pool opened. */
  readonly publishedAt: Date;
}

export const MOST_OFFER_TIERS = 12;
