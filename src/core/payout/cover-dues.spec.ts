import fc from 'fast-check';
import { postJournal } from '../ledger/post-journal.js';
import { coverDues } from './cover-dues.js';
import { payoutPostings } from './make-journals.js';

const rupiah = fc.integer({ min: 1, max: 1e12 });
const due = fc.record({ dueId: fc.uuid(), amountRp: rupiah, openRp: fc.integer({ min: 0, max: 1e12 }) });

describe('money that was paid out', () => {
  it('covers what is open, and what is over is owed back', () => {
    expect(
      coverDues([
        { dueId: 'a', amountRp: 70, openRp: 70 },
        { dueId: 'b', amountRp: 30, openRp: 20 },
        { dueId: 'c', amountRp: 5, openRp: 0 },
      ]),
    ).toEqual({
      covers: [
        { dueId: 'a', amountRp: 70 },
        { dueId: 'b', amountRp: 20 },
      ],
      coveredRp: 90,
      overRp: 15,
    });
  });

  it('is booked whole, whatever became of the dues meanwhile', () => {
    fc.assert(
      fc.property(fc.array(due, { minLength: 1, maxLength: 8 }), (dues) => {
        const { covers, coveredRp, overRp } = coverDues(dues);
        const paidRp = dues.reduce((sum, { amountRp }) => sum + amountRp, 0);
        expect(coveredRp + overRp).toBe(paidRp);
        for (const { dueId, amountRp } of covers)
          expect(dues.some((each) => each.dueId === dueId && amountRp <= each.openRp)).toBe(true);
        const posted = postJournal(payoutPostings({ payerId: 'payer', payeeId: 'payee' }, coveredRp, overRp));
        const bankOf = (partyId: string): number =>
          posted.find((each) => each.partyId === partyId && each.purpose === 'bank')?.amountRp ?? 0;
        expect([bankOf('payer'), bankOf('payee')]).toEqual([-paidRp, paidRp]);
      }),
    );
  });
});
