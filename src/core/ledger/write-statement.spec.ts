import fc from 'fast-check';
import { accountPurposes } from './post-journal.js';
import { MAX_LINES, requirePeriod, writeStatement, type StatementPosting } from './write-statement.js';

const posting = (purpose: StatementPosting['purpose'], amountRp: number): StatementPosting => ({
  journalId: 'journal',
  kind: 'invoice',
  businessKey: 'invoice:1',
  reference: null,
  reversesId: null,
  effectiveAt: new Date(0),
  postedAt: new Date(0),
  purpose,
  amountRp,
});

describe('a statement of account', () => {
  it('begins with what stood there, shows each balance after its line, and ends with what stands', () => {
    const { accounts, lines } = writeStatement(
      [
        { purpose: 'bank', balanceRp: 100 },
        { purpose: 'sales', balanceRp: 0 },
      ],
      [posting('bank', 20), posting('payable', -5), posting('bank', -50)],
    );
    expect(lines.map(({ purpose, balanceRp }) => [purpose, balanceRp])).toEqual([
      ['bank', 120],
      ['payable', -5],
      ['bank', 70],
    ]);
    expect(accounts).toEqual([
      { purpose: 'bank', openingRp: 100, debitRp: 20, creditRp: 50, closingRp: 70 },
      { purpose: 'payable', openingRp: 0, debitRp: 0, creditRp: 5, closingRp: -5 },
    ]);
  });

  const line = fc.record({
    purpose: fc.constantFrom(...accountPurposes),
    amountRp: fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((amountRp) => amountRp !== 0),
  });

  it('of two periods is that of both: the first closes where the second opens', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.nat(30), (drawn, cut) => {
        const postings = drawn.map(({ purpose, amountRp }) => posting(purpose, amountRp));
        const whole = writeStatement([], postings);
        const first = writeStatement([], postings.slice(0, cut));
        const second = writeStatement(
          first.accounts.map(({ purpose, closingRp }) => ({ purpose, balanceRp: closingRp })),
          postings.slice(cut),
        );
        expect([...first.lines, ...second.lines]).toEqual(whole.lines);
        const closingOf = (accounts: typeof whole.accounts): [string, number][] =>
          accounts
            .map(({ purpose, closingRp }) => [purpose, closingRp] as [string, number])
            .filter(([, rp]) => rp !== 0);
        expect(closingOf(second.accounts)).toEqual(closingOf(whole.accounts));
      }),
    );
  });

  it.each([
    ['2026-02-01', '2026-01-31', 'STATEMENT_BACKWARDS'],
    ['2026-01-01', '2027-01-02', 'STATEMENT_TOO_LONG'],
  ])('from %s to %s is refused', (from, to, code) => {
    expect(() => {
      requirePeriod(from, to);
    }).toThrow(expect.objectContaining({ code }));
  });

  it('covers one day, or a leap year, but not more lines than one may hold', () => {
    requirePeriod('2026-01-01', '2026-01-01');
    requirePeriod('2028-01-01', '2028-12-31');
    const many = Array.from({ length: MAX_LINES + 1 }, () => posting('bank', 1));
    expect(() => writeStatement([], many)).toThrow(expect.objectContaining({ code: 'STATEMENT_TOO_LONG' }));
    expect(writeStatement([], many.slice(1)).lines).toHaveLength(MAX_LINES);
  });
});
