import fc from 'fast-check';
import { Refusal } from '../kernel/refuse.js';
import type { BidTerms } from './bid-terms.js';
import { requireWithinLimit, type LotLimit } from './require-within-limit.js';
import { groupDigits } from '../kernel/words.js';

const ZONES = ['35.71.01', '35.71.02'];
const ceiling: LotLimit = { side: 'buy', limitRpPerUnit: 12_000, zoneCodes: ZONES, tariff: [] };
const floor: LotLimit = { ...ceiling, side: 'sell', limitRpPerUnit: 9_000 };

const bid = (prices: readonly number[], rest: Partial<BidTerms> = {}): BidTerms => ({
  capacityPacks: 100,
  minimumPacks: 0,
  leadTimeDays: 1,
  tiers: prices.map((priceRpPerUnit, place) => ({ fromPacks: 1 + 40 * place, priceRpPerUnit })),
  ...rest,
});

const refusalOf = (terms: BidTerms, limit: LotLimit): Refusal | undefined => {
  try {
    requireWithinLimit(terms, limit);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  return undefined;
};

const everywhere = (rpPerUnit: number) => ZONES.map((zoneCode) => ({ zoneCode, rpPerUnit }));

describe("a bid held against its lot's limit", () => {
  it.each<[string, BidTerms, LotLimit]>([
    ['at the ceiling', bid([12_000]), ceiling],
    ['with one tier under it', bid([12_500, 12_000]), ceiling],
    ['in one kecamatan', bid([11_900], { surcharges: [{ zoneCode: '35.71.01', rpPerUnit: 200 }] }), ceiling],
    ['at the floor', bid([9_000]), floor],
    ['with one tier above the floor', bid([8_900, 9_100]), floor],
  ])('stands %s', (_, terms, limit) => {
    expect(refusalOf(terms, limit)).toBeUndefined();
  });

  it.each<[string, BidTerms, LotLimit, string, number]>([
    ['above the ceiling', bid([12_100, 12_001]), ceiling, 'BID_ABOVE_CEILING', 12_001],
    ['landed', bid([11_900], { surcharges: everywhere(200) }), ceiling, 'BID_ABOVE_CEILING', 12_100],
    ['with its tax', bid([11_900], { taxBps: 110 }), ceiling, 'BID_ABOVE_CEILING', 12_031],
    [
      'with freight',
      bid([11_900], { warehouseCode: '35.71' }),
      { ...ceiling, tariff: [{ fromCode: '35.71', toCode: '35.71', rpPerUnit: 101 }] },
      'BID_ABOVE_CEILING',
      12_001,
    ],
    ['below the floor', bid([8_900, 8_999]), floor, 'BID_BELOW_FLOOR', 8_999],
    ['landed below it', bid([9_100], { surcharges: everywhere(200) }), floor, 'BID_BELOW_FLOOR', 8_900],
  ])('fails %s, with its best price', (_, terms, limit, code, best) => {
    const refusal = refusalOf(terms, limit);
    expect(refusal?.code).toBe(code);
    expect(refusal?.text.id).toContain(`Rp${groupDigits(best, '.')} `);
  });

  it('stands exactly where one of its prices is within the limit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(ceiling, floor),
        (prices, limit) => {
          const isWithin = (price: number): boolean =>
            limit.side === 'buy' ? price <= limit.limitRpPerUnit : price >= limit.limitRpPerUnit;
          expect(refusalOf(bid(prices), limit) === undefined).toBe(prices.some(isWithin));
        },
      ),
    );
  });
});
