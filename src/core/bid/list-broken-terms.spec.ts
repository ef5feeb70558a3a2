import fc from 'fast-check';
import type { BidTerms } from './bid-terms.js';
import { listBrokenTerms } from './list-broken-terms.js';

const terms = (tiers: [number, number][], rest: Partial<BidTerms> = {}): BidTerms => ({
  capacityPacks: 40,
  minimumPacks: 0,
  leadTimeDays: 3,
  tiers: tiers.map(([fromPacks, priceRpPerUnit]) => ({ fromPacks, priceRpPerUnit })),
  ...rest,
});

const broken = (bid: BidTerms): [string, string | undefined][] =>
  listBrokenTerms(bid).map(({ code, errors }) => [code, errors[0]?.field]);

describe('the terms of a bid', () => {
  it('pass with rising tiers and prices that fall or stay', () => {
    expect(
      broken(
        terms([
          [1, 11_000],
          [20, 10_500],
          [30, 10_500],
        ]),
      ),
    ).toEqual([]);
  });

  it('may start at the minimum, since fewer packs are never sold', () => {
    expect(broken(terms([[5, 11_000]], { minimumPacks: 5 }))).toEqual([]);
  });

  it('must price every pack from the minimum on', () => {
    expect(broken(terms([[5, 11_000]]))).toEqual([['BID_FIRST_TIER_ABOVE_MINIMUM', 'tiers.0.fromPacks']]);
    expect(broken(terms([[6, 11_000]], { minimumPacks: 5 }))).toEqual([
      ['BID_FIRST_TIER_ABOVE_MINIMUM', 'tiers.0.fromPacks'],
    ]);
  });

  it('must not ask more for more', () => {
    expect(
      broken(
        terms([
          [1, 11_000],
          [20, 11_001],
        ]),
      ),
    ).toEqual([['BID_PRICE_RISES_WITH_VOLUME', 'tiers.1.priceRpPerUnit']]);
  });

  it('must not repeat a tier or go back', () => {
    expect(
      broken(
        terms([
          [1, 11_000],
          [20, 10_000],
          [20, 9_000],
        ]),
      ),
    ).toEqual([['BID_TIERS_NOT_RISING', 'tiers.2.fromPacks']]);
    expect(broken(terms([[0, 11_000]]))).toEqual([['BID_TIERS_NOT_RISING', 'tiers.0.fromPacks']]);
  });

  it('must be deliverable: capacity reaches the minimum and the last tier', () => {
    expect(broken(terms([[1, 11_000]], { minimumPacks: 41 }))).toEqual([
      ['BID_CAPACITY_BELOW_MINIMUM', 'capacityPacks'],
    ]);
    expect(
      broken(
        terms([
          [1, 11_000],
          [41, 10_000],
        ]),
      ),
    ).toEqual([['BID_CAPACITY_BELOW_LAST_TIER', 'capacityPacks']]);
  });

  it('must have between one and twelve tiers', () => {
    const many = (count: number): BidTerms =>
      terms(Array.from({ length: count }, (_, place) => [place + 1, 11_000 - place]));
    expect(broken(many(0))).toEqual([['BID_WITHOUT_TIERS', 'tiers']]);
    expect(broken(many(12))).toEqual([]);
    expect(broken(many(13))).toEqual([['BID_TIERS_TOO_MANY', 'tiers']]);
  });

  it('names every fault at once, in both languages', () => {
    const faults = listBrokenTerms(
      terms(
        [
          [1, 0],
          [1, 9],
        ],
        { capacityPacks: 3, minimumPacks: 7 },
      ),
    );
    expect(faults.map(({ code }) => code)).toEqual([
      'BID_PRICE_NOT_POSITIVE',
      'BID_TIERS_NOT_RISING',
      'BID_PRICE_RISES_WITH_VOLUME',
      'BID_CAPACITY_BELOW_MINIMUM',
    ]);
    for (const { errors } of faults)
      expect([errors[0]?.id, errors[0]?.en].join()).not.toMatch(/\{\w+\}|undefined/);
  });

  it('refuse fractions as a fault of the caller', () => {
    expect(() => listBrokenTerms(terms([[1, 10_000.5]]))).toThrow(RangeError);
  });

  it('that pass never make one pack more cost every pack more', () => {
    const tier = fc.record({
      fromPacks: fc.integer({ min: 0, max: 12 }),
      priceRpPerUnit: fc.integer({ min: 0, max: 6 }),
    });
    const any = fc.record({
      capacityPacks: fc.integer({ min: 0, max: 14 }),
      minimumPacks: fc.integer({ min: 0, max: 6 }),
      leadTimeDays: fc.constant(1),
      tiers: fc.array(tier, { maxLength: 4 }),
    });
    const priceAt = (bid: BidTerms, packs: number): number | undefined =>
      bid.tiers.filter(({ fromPacks }) => fromPacks <= packs).at(-1)?.priceRpPerUnit;
    fc.assert(
      fc.property(any, (bid) => {
        if (listBrokenTerms(bid).length > 0) return;
        let previous = Infinity;
        for (let packs = Math.max(1, bid.minimumPacks); packs <= bid.capacityPacks; packs += 1) {
          const price = priceAt(bid, packs) ?? Infinity;
          expect(price).toBeLessThan(Infinity);
          expect(price).toBeGreaterThan(0);
          expect(price).toBeLessThanOrEqual(previous);
          previous = price;
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe.each(['buy', 'sell'] as const)('the prices of a bid in a %s pool', (side) => {
  const code = side === 'buy' ? 'BID_PRICE_RISES_WITH_VOLUME' : 'BID_PRICE_FALLS_WITH_VOLUME';

  it('never get worse with volume for the koperasi', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 8 }), (prices) => {
        const bid = terms(prices.map((price, place) => [place + 1, price]));
        const worse = prices.filter((price, place) => {
          const before = prices[place - 1] ?? price;
          return side === 'buy' ? price > before : price < before;
        });
        expect(listBrokenTerms(bid, side).map((refusal) => refusal.code)).toEqual(worse.map(() => code));
      }),
    );
  });

  it('carry a tax only where it is paid', () => {
    const codes = listBrokenTerms(terms([[1, 9_000]], { taxBps: 100 }), side).map((refusal) => refusal.code);
    expect(codes).toEqual(side === 'buy' ? [] : ['BID_TAX_WHEN_BUYING_IN']);
  });
});
