import { requireBidder } from './require-bidder.js';

const bidding =
  (side: 'buy' | 'sell', kind: string, change: object = {}) =>
  () => {
    requireBidder(side, { kind, isActive: true, isInLot: false, ...change });
  };

describe('who may bid', () => {
  it.each([
    ['buy' as const, 'supplier'],
    ['sell' as const, 'supplier'],
    ['sell' as const, 'kitchen'],
    ['sell' as const, 'koperasi'],
  ])('in a %s pool a %s', (side, kind) => {
    expect(bidding(side, kind)).not.toThrow();
  });

  it.each([
    ['SUPPLIER_NOT_FOUND', 'buy' as const, 'koperasi', {}],
    ['SUPPLIER_NOT_FOUND', 'buy' as const, 'kitchen', {}],
    ['BIDDER_NOT_ELIGIBLE', 'sell' as const, 'organiser', {}],
    ['SUPPLIER_NOT_QUALIFIED', 'buy' as const, 'supplier', { isActive: false, isQualified: false }],
    ['SUPPLIER_SUSPENDED', 'sell' as const, 'kitchen', { isActive: false }],
    ['BIDDER_SELLS_IN_LOT', 'sell' as const, 'koperasi', { isInLot: true }],
  ])('refuses %s: %s pool, %s', (code, side, kind, change) => {
    expect(bidding(side, kind, change)).toThrow(expect.objectContaining({ code }) as Error);
  });
});
