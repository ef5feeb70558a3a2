import { chooseAccount, requireDaysPast } from './choose-account.js';

const one = { accountId: 'one', accountNumber: '133' };
const other = { accountId: 'other', accountNumber: '144' };
const choose = (accounts: (typeof one)[], accountNumber: string | null, namedId?: string): string =>
  chooseAccount(accounts, { accountNumber }, namedId);

describe('the account of a statement', () => {
  it('is the one that the file names, whatever zeros stand before', () => {
    expect(choose([one, other], '00144')).toBe('other');
    expect(choose([one, other], '144', 'other')).toBe('other');
    expect(() => choose([one, other], '144', 'one')).toThrow('STATEMENT_OF_ANOTHER_ACCOUNT');
    expect(() => choose([one, other], '155')).toThrow('STATEMENT_OF_ANOTHER_ACCOUNT');
  });

  it('is said by who brings it where the file names none and there are several', () => {
    expect(choose([one], null)).toBe('one');
    expect(() => choose([one, other], null)).toThrow('STATEMENT_ACCOUNT_WANTED');
    expect(choose([one, other], null, 'one')).toBe('one');
    expect(() => choose([one, other], null, 'of another')).toThrow('ACCOUNT_NOT_YOURS');
    expect(() => choose([], null)).toThrow('ACCOUNT_NOT_REGISTERED');
  });
});

describe('the days of a statement', () => {
  const on = (bookedOn: string) => ({ line: 7, bookedOn, amountRp: 1, sen: 0, text: '', balanceSen: null });

  it('are over, or today', () => {
    requireDaysPast({ lines: [on('2026-11-22'), on('2026-11-23')] }, '2026-11-23');
    expect(() => {
      requireDaysPast({ lines: [on('2026-11-22'), on('2026-11-24')] }, '2026-11-23');
    }).toThrow('STATEMENT_DAY_AHEAD');
  });
});
