/** A price tier while it is being typed; null where nothing stands yet. */
export interface TierDraft {
  readonly fromPacks: number | null;
  readonly priceRpPerUnit: number | null;
}

export interface Tier {
  readonly fromPacks: number;
  readonly priceRpPerUnit: number;
}

/** The tiers that are written out whole, in their order. */
export const wholeTiers = (drafts: readonly TierDraft[]): Tier[] =>
  drafts.flatMap(({ fromPacks, priceRpPerUnit }) =>
    fromPacks === null || priceRpPerUnit === null ? [] : [{ fromPacks, priceRpPerUnit }],
  );

/** Whether each tier begins at more packs than the one before. */
export const areSorted = (tiers: readonly Tier[]): boolean =>
  tiers.every((tier, place) => place === 0 || tier.fromPacks > (tiers[place - 1]?.fromPacks ?? 0));
