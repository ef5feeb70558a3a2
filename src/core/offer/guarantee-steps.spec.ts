import { guaranteeSteps, worstOf, type GuaranteedItem } from './guarantee-steps.js';

const open: GuaranteedItem['offers'][number] = {
  tierKind: 'all-units',
  tiers: [
    { fromPacks: 1, priceRpPerUnit: 12_000 },
    { fromPacks: 40, priceRpPerUnit: 11_500 },
  ],
  capacityPacks: null,
  minimumPacks: 0,
  surchargeRpPerUnit: { a: 200, b: 50 },
};
const steps = (offers: GuaranteedItem['offers'], change: Partial<GuaranteedItem> = {}) =>
  guaranteeSteps({ ceilingRpPerUnit: 13_500, feeRpPerUnit: 0, isPlain: true, offers, ...change }).map(
    ({ fromPacks, worstRpPerUnit }) => [fromPacks, worstRpPerUnit],
  );

describe('the worst that a line can come to pay', () => {
  it('is the ceiling, or an offer for any number in its dearest place', () => {
    expect(steps([])).toEqual([[1, 13_500]]);
    expect(steps([open])).toEqual([
      [1, 12_200],
      [40, 11_700],
    ]);
  });

  it('takes the best of several offers at each number of packs', () => {
    const bulk = { ...open, minimumPacks: 100, tiers: [{ fromPacks: 100, priceRpPerUnit: 11_000 }] };
    expect(steps([bulk, open])).toEqual([
      [1, 12_200],
      [40, 11_700],
      [100, 11_200],
    ]);
  });

  it('takes no comfort from offers that others may use up, that do not reach everybody, or above the ceiling', () => {
    expect(steps([{ ...open, capacityPacks: 1_000 }])).toEqual([[1, 13_500]]);
    expect(steps([{ ...open, surchargeRpPerUnit: { a: null } }])).toEqual([[1, 13_500]]);
    expect(steps([open], { ceilingRpPerUnit: 12_000 })).toEqual([
      [1, 12_000],
      [40, 11_700],
    ]);
    expect(steps([{ ...open, tierKind: 'incremental' }], { ceilingRpPerUnit: 12_000 })).toEqual([
      [1, 12_000],
    ]);
    expect(steps([open], { isPlain: false })).toEqual([[1, 13_500]]);
  });

  it('adds the fee, and averages incremental tiers', () => {
    expect(steps([{ ...open, tierKind: 'incremental' }], { feeRpPerUnit: 10 })).toEqual([
      [1, 12_210],
      // 39 x 12,000 + 11,500 over 40 is 11,987.5.
      [40, 12_198],
    ]);
  });

  it('is never above the own limit', () => {
    const known = guaranteeSteps({
      ceilingRpPerUnit: 13_500,
      feeRpPerUnit: 0,
      isPlain: true,
      offers: [open],
    });
    expect(worstOf(known, 20, null)).toBe(12_200);
    expect(worstOf(known, 50, null)).toBe(11_700);
    expect(worstOf(known, 50, 11_000)).toBe(11_000);
    expect(() => worstOf([], 1, null)).toThrow(RangeError);
  });
});
