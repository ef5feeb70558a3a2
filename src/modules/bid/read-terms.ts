import type { FurtherTerms, WholeTerms, ZoneSurcharge } from '../../core/bid/bid-terms.js';
import type { PriceTier, TierKind } from '../../core/offer/schedule.js';

/** The columns of a revision that hold its terms, as SQL. */
export const TERMS = `capacity_packs, minimum_packs, lead_time_days, tiers, tier_kind, surcharges,
    max_per_buyer_packs, warehouse_code, tax_bps, payment_days, valid_until, origin`;

/** A revision's terms; the first four are null once it is withdrawn, or all of them where there is none. */
export interface TermsRow {
  readonly capacityPacks: number | null;
  readonly minimumPacks: number | null;
  readonly leadTimeDays: number | null;
  readonly tiers: PriceTier[] | null;
  readonly tierKind: TierKind;
  readonly surcharges: ZoneSurcharge[];
  readonly maxPerBuyerPacks: number | null;
  readonly warehouseCode: string | null;
  readonly taxBps: number;
  readonly paymentDays: number;
  readonly validUntil: string | null;
  readonly origin: string | null;
}

/** What a revision says, or null once it is withdrawn. */
export const termsOf = (row: TermsRow): WholeTerms | null => {
  const { capacityPacks, minimumPacks, leadTimeDays, tiers } = row;
  if (capacityPacks === null || minimumPacks === null || leadTimeDays === null || tiers === null) return null;
  return { capacityPacks, minimumPacks, leadTimeDays, tiers, ...furtherOf(row) };
};

const furtherOf = ({
  tierKind,
  surcharges,
  maxPerBuyerPacks,
  warehouseCode,
  taxBps,
  paymentDays,
  validUntil,
  origin,
}: FurtherTerms): FurtherTerms => ({
  tierKind,
  surcharges,
  maxPerBuyerPacks,
  warehouseCode,
  taxBps,
  paymentDays,
  validUntil,
  origin,
});
