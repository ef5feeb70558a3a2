import { compare, comparePairs, expectNone } from './compare-numbers.js';

describe('comparing numbers', () => {
  it('shows both sums when every pair is equal', () => {
    const pairs = [
      { of: 'rice', left: 1000, right: 1000 },
      { of: 'oil', left: 412, right: 412 },
    ];
    expect(comparePairs('asked = planned', pairs)).toEqual({
      name: 'asked = planned',
      held: true,
      detail: '1.412 = 1.412',
    });
  });

  it('names the first pair that is not, though the sums agree', () => {
    const pairs = [
      { of: 'rice', left: 2, right: 1 },
      { of: 'oil', left: 1, right: 2 },
    ];
    expect(comparePairs('n', pairs)).toEqual({ name: 'n', held: false, detail: 'rice: 2 ≠ 1, +1' });
  });

  it('does not hold where there was nothing to compare, or a number is missing', () => {
    expect(comparePairs('n', []).held).toBe(false);
    expect(expectNone('n', [], 0).held).toBe(false);
    expect(compare('n', Number.NaN, 1)).toMatchObject({
      held: false,
      detail: 'jumlah (total): tidak ada (missing) ≠ 1',
    });
    expect(compare('n', Number.NaN, Number.NaN).held).toBe(false);
  });

  it('names the first offence', () => {
    expect(expectNone('n', ['a', 'b'], 7)).toEqual({ name: 'n', held: false, detail: 'a, +1' });
    expect(expectNone('n', [], 7)).toEqual({
      name: 'n',
      held: true,
      detail: 'tak satu pun dari (none of) 7',
    });
  });
});
