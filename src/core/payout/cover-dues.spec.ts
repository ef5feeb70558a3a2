import fc from 'fast-check';
import { sumOf } from '../kernel/sum-of.js';
import { postJournal, type AccountPurpose } from '../ledger/post-journal.js';
import { dueKinds } from '../payment/dues.js';
import { coverDues } from './cover-dues.js';
import { payoutPostings } from './make-journals.js';

const rupiah = fc.integer({ min: 1, max: 1e12 });
const kind = fc.constantFrom(...dueKinds);
const due = fc.record({
  dueId: fc.uuid(),
  kind,
  amountRp: rupiah,
  openRp: fc.integer({ min: 0, max: 1e12 }),
});

describe('money that was paid out', () => {
  it('covers what is open, and what is over is owed back', () => {
    expect(
      coverDues([
        { dueId: 'a', kind: 'deposit', amountRp: 70, openRp: 70 },
        { dueId: 'b', kind: 'balance', amountRp: 30, openRp: 20 },
        { dueId: 'c', kind: 'credit', amountRp: 5, openRp: 0 },
      ]),
    ).toEqual({
      covers: [
        { dueId: 'a', kind: 'deposit', amountRp: 70 },
        { dueId: 'b', kind: 'balance', amountRp: 20 },
      ],
      overRp: 15,
    });
  });

  it('is booked whole, whatever became of the dues meanwhile', () => {
    fc.assert(
      fc.property(fc.array(due, { minLength: 1, maxLength: 8 }), (dues) => {
        const { covers, overRp } = coverDues(dues);
        const paidRp = dues.reduce((sum, { amountRp }) => sum + amountRp, 0);
        for (const { dueId, amountRp } of covers)
          expect(dues.some((each) => each.dueId === dueId && amountRp <= each.openRp)).toBe(true);
        const posted = postJournal(payoutPostings({ payerId: 'payer', payeeId: 'payee' }, covers, overRp));
        const on = (partyId: string, purpose: AccountPurpose): number =>
          sumOf(posted, (each) => (each.partyId === partyId && each.purpose === purpose ? each.amountRp : 0));
        const held = sumOf(covers, (each) => (each.kind === 'deposit' ? each.amountRp : 0));
        const cleared = sumOf(covers, ({ amountRp }) => amountRp) - held;
        const debts = (partyId: string): number[] => [
          on(partyId, 'bank'),
          on(partyId, 'deposit-held'),
          on(partyId, 'payable'),
          on(partyId, 'receivable'),
        ];
        expect(debts('payer')).toEqual([-paidRp, held, cleared, overRp]);
        expect(debts('payee')).toEqual([paidRp, 0 - held, 0 - overRp, 0 - cleared]);
      }),
    );
  });
});
