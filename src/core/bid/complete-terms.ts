import type { BidTerms, FurtherTerms, WholeTerms } from './bid-terms.js';

/** What a bid says that says nothing further: delivered everywhere, all-units, no tax, cash. */
const neutralTerms: FurtherTerms = {
  tierKind: 'all-units',
  surcharges: [],
  maxPerBuyerPacks: null,
  warehouseCode: null,
  taxBps: 0,
  paymentDays: 0,
  validUntil: null,
  origin: null,
};

const byZone = (a: { zoneCode: string }, b: { zoneCode: string }): number =>
  a.zoneCode < b.zoneCode ? -1 : Number(a.zoneCode > b.zoneCode);

/**
 * Terms with every field, in one form: what says the same is the same.
 *
 *   { capacityPacks: 40, ... }                 -> all-units, delivered everywhere, cash
 *   surcharges 32.71.02: 50, 32.71.01: 0       -> surcharges 32.71.02: 50
 */
export const completeTerms = (terms: BidTerms): WholeTerms => {
  const { capacityPacks, minimumPacks, leadTimeDays, tiers } = terms;
  return {
    capacityPacks,
    minimumPacks,
    leadTimeDays,
    tiers: tiers.map(({ fromPacks, priceRpPerUnit }) => ({ fromPacks, priceRpPerUnit })),
    tierKind: terms.tierKind ?? neutralTerms.tierKind,
    surcharges: (terms.surcharges ?? neutralTerms.surcharges)
      .filter(({ rpPerUnit }) => rpPerUnit !== 0)
      .map(({ zoneCode, rpPerUnit }) => ({ zoneCode, rpPerUnit }))
      .sort(byZone),
    maxPerBuyerPacks: terms.maxPerBuyerPacks ?? neutralTerms.maxPerBuyerPacks,
    warehouseCode: terms.warehouseCode ?? neutralTerms.warehouseCode,
    taxBps: terms.taxBps ?? neutralTerms.taxBps,
    paymentDays: terms.paymentDays ?? neutralTerms.paymentDays,
    validUntil: terms.validUntil ?? neutralTerms.validUntil,
    origin: terms.origin ?? neutralTerms.origin,
  };
};

/** Whether two terms say the same; what is left out says the neutral. */
export const saySame = (one: BidTerms, other: BidTerms): boolean =>
  JSON.stringify(completeTerms(one)) === JSON.stringify(completeTerms(other));
