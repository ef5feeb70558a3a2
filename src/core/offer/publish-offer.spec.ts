import type { OfferTerms } from './offer-terms.js';
import { endOffer, publishOffer, type Publication } from './publish-offer.js';

const terms: OfferTerms = {
  tierKind: 'all-units',
  tiers: [{ fromPacks: 1, priceRpPerUnit: 12_000 }],
  capacityPacks: null,
  minimumPacks: 0,
  leadTimeDays: 3,
  surchargeRpPerUnit: { '32.71.01': 100 },
  validFrom: '2026-12-01',
  validUntil: '2026-12-31',
};
const publication: Publication = {
  supplier: { isActive: true },
  packCode: 'BERAS/50',
  isPackBiddable: true,
  regionCode: '32.71',
  districtCodes: ['32.71.01', '32.71.02'],
  current: null,
  terms,
  surchargedDistricts: ['32.71.01'],
  today: '2026-11-21',
};
const refusalOf = (change: Partial<Publication>): { code: string; fields: string[] } | null => {
  try {
    publishOffer({ ...publication, ...change });
    return null;
  } catch (error) {
    const { code, errors } = error as { code: string; errors: { field: string }[] };
    return { code, fields: errors.map(({ field }) => field) };
  }
};

describe('publishing a standing offer', () => {
  it('appends revisions, and nothing for what is said already', () => {
    const cheaper = { ...terms, tiers: [{ fromPacks: 1, priceRpPerUnit: 11_900 }] };
    expect(publishOffer(publication)).toEqual({ revision: 1, action: 'published' });
    expect(publishOffer({ ...publication, current: { revision: 1, terms } })).toBeNull();
    expect(publishOffer({ ...publication, current: { revision: 1, terms: cheaper } })).toEqual({
      revision: 2,
      action: 'replaced',
    });
    expect(publishOffer({ ...publication, current: { revision: 2, terms: null } })).toEqual({
      revision: 3,
      action: 'published',
    });
  });

  it.each<[string, Partial<Publication>, string, string[]]>([
    [
      'a candidate',
      { supplier: { isActive: false, isQualified: false } },
      'OFFER_SUPPLIER_NOT_QUALIFIED',
      [],
    ],
    ['a suspended supplier', { supplier: { isActive: false } }, 'OFFER_SUPPLIER_SUSPENDED', []],
    ['a pack that is none', { isPackBiddable: false }, 'OFFER_PACK_UNKNOWN', ['packCode']],
    ['a region that is none', { districtCodes: undefined }, 'OFFER_REGION_UNKNOWN', ['regionCode']],
    [
      'a district elsewhere and one named twice',
      { surchargedDistricts: ['35.71.01', '32.71.01', '32.71.01'] },
      'OFFER_DISTRICT_UNKNOWN',
      ['surcharges.0.districtCode', 'surcharges.2.districtCode'],
    ],
    [
      'days the wrong way round',
      { terms: { ...terms, validFrom: '2027-01-01' } },
      'OFFER_DAYS_REVERSED',
      ['validFrom'],
    ],
    ['days that are over', { today: '2027-01-01' }, 'OFFER_DAYS_PAST', ['validUntil']],
    ['a schedule without tiers', { terms: { ...terms, tiers: [] } }, 'OFFER_WITHOUT_TIERS', ['tiers']],
  ])('is refused for %s', (_, change, code, fields) => {
    expect(refusalOf(change)).toEqual({ code, fields });
  });

  it('ends once', () => {
    expect(endOffer({ revision: 2, terms })).toBe(3);
    expect(() => endOffer({ revision: 3, terms: null })).toThrow('OFFER_ALREADY_ENDED');
  });
});
