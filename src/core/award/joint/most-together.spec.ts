import fc from 'fast-check';
import { admitOffers } from './admit-offers.js';
import { mostTogether } from './most-together.js';
import { PLAIN_BID, PLAIN_LOT, PLAIN_PROBLEM, PLAIN_SUPPLIER } from './plain-terms.js';
import type { Offer } from './offer.js';

/** One lot; each supplier's capacity and the zones it delivers to. */
const offersOf = (
  demands: readonly number[],
  bids: readonly { packs: number; zones: readonly boolean[] }[],
): readonly Offer[] =>
  admitOffers({
    ...PLAIN_PROBLEM,
    lots: [
      {
        ...PLAIN_LOT,
        lotId: 'rice',
        packSizeMilli: 1_000,
        limitRpPerUnit: 10,
        demands: demands.map((packs, zone) => ({ zoneId: `z${zone}`, packs })),
      },
    ],
    suppliers: bids.map((_, at) => ({ ...PLAIN_SUPPLIER, supplierId: `s${at}` })),
    bids: bids.map(({ packs, zones }, at) => ({
      ...PLAIN_BID,
      bidId: `b${at}`,
      supplierId: `s${at}`,
      lotId: 'rice',
      submittedAt: '2026-11-12T02:00:00Z',
      capacityPacks: packs,
      tiers: [{ fromPacks: 1, priceRpPerUnit: 9 }],
      surchargeRpPerUnit: Object.fromEntries(demands.map((_, zone) => [`z${zone}`, zones[zone] ? 0 : null])),
    })),
  }).offers;

describe('the most that bids deliver together', () => {
  it('moves packs to make room: A reaches north, B both', () => {
    const bids = [
      { packs: 10, zones: [true, true] },
      { packs: 10, zones: [true, false] },
    ];
    expect(mostTogether(offersOf([8, 4], bids))).toBe(12);
    expect(mostTogether(offersOf([8, 4], bids.toReversed()))).toBe(12);
    expect(mostTogether([])).toBe(0);
  });

  it('equals the least cut over all sets of zones', () => {
    const bid = fc.record({
      packs: fc.integer({ min: 0, max: 9 }),
      zones: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    });
    const demand = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(demand, fc.array(bid, { maxLength: 5 }), (demands, bids) => {
        const cuts = Array.from({ length: 8 }, (_, subset) => {
          const isIn = (zone: number): boolean => Math.floor(subset / 2 ** zone) % 2 === 1;
          const inside = demands.reduce((sum, packs, zone) => sum + (isIn(zone) ? packs : 0), 0);
          const outside = bids.reduce((sum, { packs, zones }) => {
            const reach = demands.reduce(
              (most, each, zone) => most + (zones[zone] && !isIn(zone) ? each : 0),
              0,
            );
            return sum + Math.min(packs, reach);
          }, 0);
          return inside + outside;
        });
        expect(mostTogether(offersOf(demands, bids))).toBe(Math.min(...cuts));
      }),
      { numRuns: 500 },
    );
  });
});
