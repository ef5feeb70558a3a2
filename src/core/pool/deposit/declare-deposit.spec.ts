import { declareDeposit, plainDeposit } from './declare-deposit.js';

describe('what a pool declares of deposits', () => {
  it('is completed by what is usual', () => {
    expect(declareDeposit('buy', { rateBps: 1_000, forfeit: undefined })).toEqual({
      rateBps: 1_000,
      forfeit: 'none',
      returnDays: 7,
      graceS: 900,
    });
    expect(declareDeposit('sell', {})).toEqual(plainDeposit);
  });

  it('is refused where it means nothing', () => {
    expect(() => declareDeposit('sell', { rateBps: 1 })).toThrow('DEPOSIT_WHEN_SELLING');
    expect(() => declareDeposit('buy', { forfeit: 'line-withdrawn' })).toThrow('FORFEIT_WITHOUT_DEPOSIT');
  });
});
