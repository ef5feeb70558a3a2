import fc from 'fast-check';
import type { OfferTerms, TierKind } from './offer-terms.js';
import { priceVolume } from './price-volume.js';
import {
  listWorseTerms,
  requireImprovement,
  requireNoCharges,
  type ComparedBid,
} from './require-improvement.js';

const offer: OfferTerms = {
  tierKind: 'all-units',
  tiers: [
    { fromPacks: 1, priceRpPerUnit: 12_000 },
    { fromPacks: 40, priceRpPerUnit: 11_500 },
  ],
  capacityPacks: null,
  minimumPacks: 0,
  leadTimeDays: 3,
  surchargeRpPerUnit: { a: 100, c: null },
  validFrom: '2026-12-01',
  validUntil: '2026-12-31',
};
const bid: ComparedBid = {
  tiers: offer.tiers,
  capacityPacks: 100,
  minimumPacks: 0,
  leadTimeDays: 3,
  surchargeRpPerUnit: { a: 100, c: null },
};
const lot = { quantityPacks: 100, districtCodes: ['a', 'b', 'c'] };
const brokenBy = (change: Partial<ComparedBid>, offerChange: Partial<OfferTerms> = {}) =>
  listWorseTerms({ ...offer, ...offerChange }, { ...bid, ...change }, lot).map(({ code, errors }) => [
    code,
    errors[0]?.field,
  ]);

describe('a bid beside its standing offer', () => {
  it('may say the same or better', () => {
    expect(brokenBy({})).toEqual([]);
    expect(brokenBy({ tiers: [{ fromPacks: 1, priceRpPerUnit: 11_500 }], leadTimeDays: 1 })).toEqual([]);
    expect(brokenBy({ surchargeRpPerUnit: { a: 0 } })).toEqual([]);
    expect(() => requireImprovement(offer, bid, lot)).not.toThrow();
  });

  it.each<[string, Partial<ComparedBid>, [string, string]]>([
    [
      'a tier that comes later',
      {
        tiers: [
          { fromPacks: 1, priceRpPerUnit: 11_900 },
          { fromPacks: 60, priceRpPerUnit: 11_000 },
        ],
      },
      ['BID_PRICE_ABOVE_OFFER', 'tiers.0.priceRpPerUnit'],
    ],
    [
      'tiers that price only what lies above them',
      { tierKind: 'incremental' },
      ['BID_PRICE_ABOVE_OFFER', 'tiers.1.priceRpPerUnit'],
    ],
    ['a tax on top', { taxBps: 100 }, ['BID_PRICE_ABOVE_OFFER', 'tiers.0.priceRpPerUnit']],
    ['a smaller capacity', { capacityPacks: 99 }, ['BID_CAPACITY_BELOW_OFFER', 'capacityPacks']],
    ['a minimum', { minimumPacks: 2 }, ['BID_MINIMUM_ABOVE_OFFER', 'minimumPacks']],
    ['a longer wait', { leadTimeDays: 4 }, ['BID_LEAD_TIME_ABOVE_OFFER', 'leadTimeDays']],
    ['a limit per buyer', { maxPerBuyerPacks: 5 }, ['BID_LIMITS_BUYERS_ABOVE_OFFER', 'maxPerBuyerPacks']],
    ['freight on top', { freightRpPerUnit: { b: 1 } }, ['BID_SURCHARGE_ABOVE_OFFER', 'surcharges']],
    ['a district left out', { surchargeRpPerUnit: { a: null } }, ['BID_SURCHARGE_ABOVE_OFFER', 'surcharges']],
  ])('may not be worse by %s', (_, change, expected) => {
    expect(brokenBy(change)).toContainEqual(expected);
    expect(() => requireImprovement(offer, { ...bid, ...change }, lot)).toThrow(expected[0]);
  });

  it('owes no more than the offer holds, and nothing to a lot below its minimum', () => {
    expect(brokenBy({ capacityPacks: 50 }, { capacityPacks: 50 })).toEqual([]);
    expect(brokenBy({ capacityPacks: 1, leadTimeDays: 9 }, { minimumPacks: 101 })).toEqual([]);
  });

  it('may not add charges over all lots', () => {
    const none = { fixedChargeRp: 0, capacityMilli: null, minimumOrderRp: 0 };
    expect(() => requireNoCharges(none)).not.toThrow();
    for (const change of [{ fixedChargeRp: 1 }, { capacityMilli: 5 }, { minimumOrderRp: 1 }])
      expect(() => requireNoCharges({ ...none, ...change })).toThrow('BID_CHARGES_ABOVE_OFFER');
  });

  it('is dearer exactly where some volume costs more', () => {
    const tiers = fc
      .array(fc.record({ gap: fc.integer({ min: 1, max: 9 }), drop: fc.integer({ min: 0, max: 3 }) }), {
        minLength: 1,
        maxLength: 4,
      })
      .map((parts) => {
        let [packs, price] = [0, 20];
        return parts.map(({ gap, drop }, place) => {
          packs += place === 0 ? 1 : gap;
          price -= drop;
          return { fromPacks: packs, priceRpPerUnit: price };
        });
      });
    const kind = fc.constantFrom<TierKind>('all-units', 'incremental');
    fc.assert(
      fc.property(
        tiers,
        kind,
        tiers,
        kind,
        fc.integer({ min: 1, max: 40 }),
        (own, ownKind, its, itsKind, packs) => {
          const promised = { ...offer, tierKind: ownKind, tiers: own, surchargeRpPerUnit: {} };
          const asked = { ...bid, tierKind: itsKind, tiers: its };
          let isDearer = false;
          for (let volume = 1; volume <= packs; volume += 1)
            if ((priceVolume(asked, volume) ?? 0n) > (priceVolume(promised, volume) ?? 0n)) isDearer = true;
          const worse = listWorseTerms(promised, asked, { quantityPacks: packs, districtCodes: [] });
          expect(worse.some(({ code }) => code === 'BID_PRICE_ABOVE_OFFER')).toBe(isDearer);
        },
      ),
    );
  });
});
