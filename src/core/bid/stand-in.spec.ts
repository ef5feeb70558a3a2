import type { OfferTerms } from '../offer/offer-terms.js';
import { requireImprovement } from '../offer/require-improvement.js';
import { listBrokenTerms } from './list-broken-terms.js';
import { standIn } from './stand-in.js';

const offer: OfferTerms = {
  tierKind: 'incremental',
  tiers: [
    { fromPacks: 1, priceRpPerUnit: 12_000 },
    { fromPacks: 40, priceRpPerUnit: 11_500 },
  ],
  capacityPacks: null,
  minimumPacks: 0,
  leadTimeDays: 3,
  surchargeRpPerUnit: { '32.71.02': null, '32.71.01': 50, '32.71.03': 0 },
  validFrom: '2026-12-01',
  validUntil: '2026-12-31',
};

describe('a standing offer as a bid', () => {
  it('says what was promised, as much as the lot may come to ask', () => {
    expect(standIn(offer, 55)).toEqual({
      capacityPacks: 55,
      minimumPacks: 0,
      leadTimeDays: 3,
      tiers: offer.tiers,
      tierKind: 'incremental',
      surcharges: [
        { zoneCode: '32.71.01', rpPerUnit: 50 },
        { zoneCode: '32.71.02', rpPerUnit: null },
      ],
      maxPerBuyerPacks: null,
      warehouseCode: null,
      taxBps: 0,
      paymentDays: 0,
      validUntil: null,
      origin: null,
    });
    expect(standIn({ ...offer, capacityPacks: 44 }, 55).capacityPacks).toBe(44);
  });

  it.each([1, 39, 40, 500])('may stand as a bid for %i packs, and is no worse than itself', (mostPacks) => {
    const terms = standIn(offer, mostPacks);
    expect(listBrokenTerms(terms)).toEqual([]);
    const lot = { quantityPacks: mostPacks, districtCodes: ['32.71.01', '32.71.02'] };
    const surchargeRpPerUnit = offer.surchargeRpPerUnit;
    expect(() => requireImprovement(offer, { ...terms, surchargeRpPerUnit }, lot)).not.toThrow();
  });
});
