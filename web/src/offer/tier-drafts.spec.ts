import { areSorted, wholeTiers } from './tier-drafts.js';

const tiers = [
  { fromPacks: 1, priceRpPerUnit: 12_000 },
  { fromPacks: 40, priceRpPerUnit: 11_500 },
];

describe('price tiers being typed', () => {
  it('counts only those that are written out', () => {
    expect(wholeTiers([...tiers, { fromPacks: 80, priceRpPerUnit: null }])).toEqual(tiers);
  });

  it('wants each to begin above the one before', () => {
    expect(areSorted(tiers)).toBe(true);
    expect(areSorted([...tiers].reverse())).toBe(false);
    expect(areSorted([tiers[0]!, tiers[0]!])).toBe(false);
  });
});
