import fc from 'fast-check';
import { Refusal } from '../kernel/refuse.js';
import { advanceLot, isContracted, isFinished, lotStates, type LotState } from './advance-lot.js';

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'NOT_REFUSED';
};

const anyState = fc.constantFrom(...lotStates);

describe('advance lot', () => {
  it('carries a lot from bidding to settled, one state after another', () => {
    const way: LotState[] = ['bidding', 'opened', 'awarded', 'contracted', 'delivering', 'settled'];
    for (const [place, to] of way.slice(1).entries()) {
      const from = way[place] ?? 'failed';
      expect(advanceLot(from, to)).toEqual({ from, to, failedReason: null });
    }
  });

  it.each<LotState>(['bidding', 'opened', 'awarded'])(
    'lets a lot that is %s fail with its reason',
    (from) => {
      expect(advanceLot(from, 'failed', 'NO_BIDS')).toEqual({ from, to: 'failed', failedReason: 'NO_BIDS' });
      expect(codeOf(() => advanceLot(from, 'failed'))).toBe('LOT_FAILS_WITHOUT_REASON');
      expect(codeOf(() => advanceLot(from, 'failed', ''))).toBe('LOT_FAILS_WITHOUT_REASON');
    },
  );

  it.each<[LotState, LotState]>([
    ['bidding', 'awarded'],
    ['opened', 'bidding'],
    ['contracted', 'failed'],
    ['contracted', 'opened'],
    ['delivering', 'failed'],
    ['settled', 'delivering'],
    ['failed', 'bidding'],
  ])('refuses to make a lot that is %s %s', (from, to) => {
    expect(codeOf(() => advanceLot(from, to, 'NO_BIDS'))).toBe('LOT_CANNOT_MOVE_THERE');
  });

  it('takes a lot back to opened whose award has to be made anew', () => {
    expect(advanceLot('awarded', 'opened')).toEqual({ from: 'awarded', to: 'opened', failedReason: null });
  });

  it('finds a lot where it already is, whatever that is', () => {
    fc.assert(fc.property(anyState, (state) => expect(advanceLot(state, state)).toBeUndefined()));
  });

  it('lets nothing leave its end', () => {
    expect(lotStates.filter(isFinished)).toEqual(['settled', 'failed']);
    fc.assert(
      fc.property(anyState, anyState, (from, to) => {
        fc.pre(isFinished(from) && from !== to);
        expect(codeOf(() => advanceLot(from, to, 'NO_BIDS'))).toBe('LOT_CANNOT_MOVE_THERE');
      }),
    );
  });

  it('counts a lot as contracted from signing on, unless it failed', () => {
    expect(lotStates.filter(isContracted)).toEqual(['contracted', 'delivering', 'settled']);
  });
});
