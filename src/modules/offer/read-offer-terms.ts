import type { BoundOffer, OfferTerms, OfferTier, TierKind } from '../../core/offer/offer-terms.js';

/** The columns of a revision that hold its terms: null once the offer is ended. */
export interface OfferTermsRow {
  readonly tierKind: TierKind | null;
  readonly tiers: OfferTier[] | null;
  readonly capacityPacks: number | null;
  readonly minimumPacks: number | null;
  readonly leadTimeDays: number | null;
  readonly surchargeRpPerUnit: Record<string, number | null> | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

export const TERMS_COLUMNS = `tier_kind, tiers, capacity_packs, minimum_packs, lead_time_days, surcharge_rp_per_unit,
  valid_from, valid_until`;

export const offerTermsOf = (row: OfferTermsRow): OfferTerms | null => {
  const { tierKind, tiers, capacityPacks, minimumPacks, leadTimeDays, surchargeRpPerUnit } = row;
  const { validFrom, validUntil } = row;
  if (tierKind === null || tiers === null || minimumPacks === null || leadTimeDays === null) return null;
  if (surchargeRpPerUnit === null || validFrom === null || validUntil === null) return null;
  return {
    tierKind,
    tiers,
    capacityPacks,
    minimumPacks,
    leadTimeDays,
    surchargeRpPerUnit,
    validFrom,
    validUntil,
  };
};

/** A revision that binds, as core reads it. @throws Error for the revision of an ended offer, which binds nothing. */
export const boundOfferOf = (
  row: OfferTermsRow & Pick<BoundOffer, 'offerId' | 'revision' | 'supplierId' | 'publishedAt'>,
): BoundOffer => {
  const terms = offerTermsOf(row);
  if (terms === null) throw new Error(`offer ${row.offerId} is ended in revision ${row.revision}`);
  const { offerId, revision, supplierId, publishedAt } = row;
  return { ...terms, offerId, revision, supplierId, publishedAt };
};
