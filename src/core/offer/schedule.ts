/** A step of a price schedule; `TierKind` says what it prices. */
export interface PriceTier {
  /** Fewest packs at this price; the first tier's is 1, or the least the supplier sells. */
  readonly fromPacks: number;
  readonly priceRpPerUnit: number;
}

export const tierKinds = ['all-units', 'incremental'] as const;
/** `all-units`: the tier reached prices every pack; `incremental`: each pack at the tier it falls into. */
export type TierKind = (typeof tierKinds)[number];

/** What so many packs cost, as offers and bids state it. */
export interface Schedule {
  readonly tierKind: TierKind;
  /** Rising `fromPacks`; of an offer or a bid never rising prices. */
  readonly tiers: readonly PriceTier[];
}

export const MOST_TIERS = 12;
