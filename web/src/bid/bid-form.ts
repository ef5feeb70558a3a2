import type { View } from '../api/api.js';
import { areSorted, wholeTiers, type TierDraft } from '../offer/tier-drafts.js';

/** A bid while it is being written. */
export interface BidDraft {
  readonly tiers: readonly TierDraft[];
  readonly capacityPacks: number | null;
  readonly minimumPacks: number | null;
  readonly leadTimeDays: number | null;
  readonly paymentDays: number | null;
  readonly maxPerBuyerPacks: number | null;
}

/** Begins with the whole lot at one price yet to be written. */
export const emptyBid = (quantityPacks: number): BidDraft => ({
  tiers: [{ fromPacks: 1, priceRpPerUnit: null }],
  capacityPacks: quantityPacks,
  minimumPacks: 0,
  leadTimeDays: 3,
  paymentDays: 0,
  maxPerBuyerPacks: null,
});

/** What is sent; null while something is missing or the tiers do not rise. */
export const bodyOf = (draft: BidDraft): Omit<View<'SubmitBidBody'>, 'nonce'> | null => {
  const tiers = wholeTiers(draft.tiers);
  const { capacityPacks, leadTimeDays } = draft;
  if (tiers.length !== draft.tiers.length || !areSorted(tiers)) return null;
  if (capacityPacks === null || leadTimeDays === null) return null;
  return {
    tiers,
    capacityPacks,
    leadTimeDays,
    minimumPacks: draft.minimumPacks ?? 0,
    paymentDays: draft.paymentDays ?? 0,
    maxPerBuyerPacks: draft.maxPerBuyerPacks,
  };
};

/** 32 random bytes in base64url: the same bid sent again, after a lost answer, is the same bid. */
export const drawNonce = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
