import fc from 'fast-check';
import { postJournal } from '../ledger/post-journal.js';
import { withhold, withholdingPostings, type WithholdingRate } from './withhold.js';

const rates: WithholdingRate[] = [
  { code: 'pph-22', validFrom: '2022-01-01', rateBps: 150, aboveRp: 2_000_000 },
  { code: 'pph-22', validFrom: '2027-01-01', rateBps: 50, aboveRp: 0 },
  { code: 'pph-23', validFrom: '2009-01-01', rateBps: 200, aboveRp: 0 },
];
const of = (amountRp: number, taxRp = 0, day = '2026-12-01'): number[] =>
  withhold({ amountRp, taxRp }, ['pph-22'], rates, day).map((one) => one.amountRp);

describe('tax that a payer withholds', () => {
  it('is a rate of the bill without value added tax, above an amount', () => {
    expect(of(10_000_000)).toEqual([150_000]);
    expect(of(11_100_000, 1_100_000)).toEqual([150_000]);
    expect(of(2_000_000)).toEqual([]);
    expect(of(2_000_001)).toEqual([30_000]);
  });

  it('is by the rate of the day, and of what the payer must withhold', () => {
    expect(of(10_000_000, 0, '2027-01-01')).toEqual([50_000]);
    expect(of(10_000_000, 0, '2021-12-31')).toEqual([]);
    expect(withhold({ amountRp: 10_000_000, taxRp: 0 }, [], rates, '2026-12-01')).toEqual([]);
    const both = withhold({ amountRp: 10_000_000, taxRp: 0 }, ['pph-23', 'pph-22'], rates, '2026-12-01');
    expect(both.map(({ code, amountRp }) => [code, amountRp])).toEqual([
      ['pph-22', 150_000],
      ['pph-23', 200_000],
    ]);
  });

  it('balances in the books of both, also when some of it is taken back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (amountRp) => {
        fc.pre(amountRp !== 0);
        const postings = postJournal(withholdingPostings('payer', 'seller', amountRp));
        for (const party of ['payer', 'seller'])
          expect(
            postings
              .filter(({ partyId }) => partyId === party)
              .reduce((sum, { amountRp: rp }) => sum + rp, 0),
          ).toBe(0);
      }),
    );
  });
});
