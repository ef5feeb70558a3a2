import type { PriceTier } from '../offer/schedule.js';
import type { BidToAward } from './bid-to-award.js';
import { amountAt, priceAlone, priceAt } from './price-at.js';

const tiers: PriceTier[] = [
  { fromPacks: 2, priceRpPerUnit: 11_000 },
  { fromPacks: 20, priceRpPerUnit: 10_500 },
];

const bid = (bidId: string, rest: Partial<BidToAward>): BidToAward => ({
  bidId,
  supplierId: `supplier ${bidId}`,
  submittedAt: '2026-11-12T02:00:00Z',
  capacityPacks: 100,
  minimumPacks: 0,
  leadTimeDays: 3,
  tiers,
  ...rest,
});

describe('the price at a number of packs', () => {
  it.each([
    [0, null],
    [1, null],
    [2, { tier: 0, priceRpPerUnit: 11_000 }],
    [19, { tier: 0, priceRpPerUnit: 11_000 }],
    [20, { tier: 1, priceRpPerUnit: 10_500 }],
    [500, { tier: 1, priceRpPerUnit: 10_500 }],
  ])('%d packs reach %j', (packs, reached) => {
    expect(priceAt(tiers, packs)).toEqual(reached);
  });

  it('prices all packs at the tier reached, so that 20 may cost less than 19', () => {
    expect(amountAt(tiers, 20, 50_000)).toBe(10_500_000);
    expect(amountAt(tiers, 19, 50_000)).toBe(10_450_000);
    expect(amountAt(tiers, 1, 50_000)).toBeNull();
  });
});

describe('the price one koperasi would pay alone', () => {
  const small = bid('b', { tiers: [{ fromPacks: 1, priceRpPerUnit: 11_500 }] });

  it('is the lowest among those who sell so few', () => {
    expect(priceAlone([bid('a', { minimumPacks: 10 }), small], 3, 50_000)).toEqual({
      bidId: 'b',
      priceRpPerUnit: 11_500,
      amountRp: 1_725_000,
    });
    expect(priceAlone([bid('a', {}), small], 3, 50_000)?.bidId).toBe('a');
  });

  it('goes to the earlier bid where prices are equal', () => {
    const bids = [bid('a', { submittedAt: '2026-11-12T03:00:00Z' }), bid('z', {})];
    expect(priceAlone(bids, 30, 50_000)?.bidId).toBe('z');
  });

  it('is unknown where nobody sells so few, or so many', () => {
    expect(priceAlone([bid('a', {})], 1, 50_000)).toBeNull();
    expect(priceAlone([bid('a', {}), small], 101, 50_000)).toBeNull();
    expect(priceAlone([small], 0, 50_000)).toBeNull();
  });
});

describe.each(['buy', 'sell'] as const)('the best price alone in a %s pool', (side) => {
  it('is the one that the koperasi likes best; of equals the earlier', () => {
    const low = bid('a', { tiers: [{ fromPacks: 1, priceRpPerUnit: 9_000 }] });
    const high = bid('b', { tiers: [{ fromPacks: 1, priceRpPerUnit: 9_500 }] });
    const again = bid('c', {
      ...(side === 'buy' ? low : high),
      bidId: 'c',
      submittedAt: '2026-11-12T09:00:00Z',
    });
    expect(priceAlone([low, again, high], 3, 50_000, side)?.bidId).toBe(side === 'buy' ? 'a' : 'b');
  });
});
