import { Refusal } from '../../kernel/refuse.js';
import { requireShares } from './require-shares.js';

const holders = ['a', 'b', 'c'].map((holderKeyId, place) => ({ place: place + 1, holderKeyId }));
const sharesFor = (...keys: string[]) => keys.map((holderKeyId) => ({ holderKeyId }));

const codeOf = (run: () => void): string => {
  try {
    run();
    return 'taken';
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
};

describe('shares of a key', () => {
  it.each([
    ['one for each holder, in any order', sharesFor('c', 'a', 'b'), 'taken'],
    ['two for one holder', sharesFor('a', 'a', 'b'), 'SHARES_NOT_FOR_THE_HOLDERS'],
    ['only two', sharesFor('a', 'b'), 'SHARES_NOT_FOR_THE_HOLDERS'],
    ['four', sharesFor('a', 'b', 'c', 'c'), 'SHARES_NOT_FOR_THE_HOLDERS'],
    [
      'one for a key that is nobody’s, or an older one',
      sharesFor('a', 'b', 'd'),
      'SHARES_NOT_FOR_THE_HOLDERS',
    ],
  ])('%s', (_what, shares, code) => {
    expect(codeOf(() => requireShares(holders, shares))).toBe(code);
  });

  it('wait until every holder has a key', () => {
    const missing = [...holders.slice(0, 2), { place: 3, holderKeyId: null }];
    expect(codeOf(() => requireShares(missing, sharesFor('a', 'b')))).toBe('HOLDER_WITHOUT_KEY');
  });
});
