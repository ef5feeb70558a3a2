import fc from 'fast-check';
import { postJournal } from '../ledger/post-journal.js';
import { applyPayment, type ItemDue } from './apply-payment.js';
import { coverDue, dueKinds, openRp } from './dues.js';
import {
  appliedPostings,
  clearedPostings,
  owedBackPostings,
  paidPostings,
  reversedPostings,
} from './make-journals.js';

const item = (dueId: string, itemRp: number, coveredRp = 0): ItemDue => ({
  ...{ dueId, itemRp, amountRp: 100, coveredRp, state: coveredRp === 100 ? 'settled' : 'open' },
});

const someItem = fc
  .record({
    amountRp: fc.integer({ min: 1, max: 1e9 }),
    part: fc.nat(100),
    itemPart: fc.integer({ min: 1, max: 100 }),
    isCancelled: fc.boolean(),
  })
  .map(({ amountRp, part, itemPart, isCancelled }): Omit<ItemDue, 'dueId'> => {
    const coveredRp = Math.floor((amountRp * part) / 100);
    const state = isCancelled ? 'cancelled' : coveredRp === amountRp ? 'settled' : 'open';
    return { amountRp, coveredRp, state, itemRp: Math.max(1, Math.floor((amountRp * itemPart) / 100)) };
  });

describe('a payment that came', () => {
  it('covers what is still open; the rest is kept apart', () => {
    expect(applyPayment([item('a', 100), item('b', 100, 40)], false)).toEqual({
      covers: [
        { dueId: 'a', amountRp: 100 },
        { dueId: 'b', amountRp: 60 },
      ],
      suspenseRp: 40,
      reason: 'not-owed',
    });
    expect(applyPayment([item('a', 100)], false)).toMatchObject({ suspenseRp: 0, reason: null });
  });

  it('after its end covers nothing', () => {
    expect(applyPayment([item('a', 100)], true)).toEqual({ covers: [], suspenseRp: 100, reason: 'late' });
  });

  it('is conserved to the rupiah, covers no due beyond what is open, and balances in each party’s books', () => {
    fc.assert(
      fc.property(fc.array(someItem, { minLength: 1, maxLength: 8 }), fc.boolean(), (items, isLate) => {
        const dues = items.map((each, place) => ({ ...each, dueId: String(place) }));
        const { covers, suspenseRp } = applyPayment(dues, isLate);
        const allRp = dues.reduce((sum, { itemRp }) => sum + itemRp, 0);
        expect(covers.reduce((sum, { amountRp }) => sum + amountRp, suspenseRp)).toBe(allRp);
        for (const { dueId, amountRp } of covers) {
          const due = dues[Number(dueId)];
          expect(due && openRp(due) >= amountRp && coverDue(due, amountRp)).toBeTruthy();
        }
        const parts = covers.map(({ amountRp }, place) => ({
          amountRp,
          kind: dueKinds[place % dueKinds.length] ?? 'deposit',
        }));
        for (const payerId of ['payer', null]) {
          const postings = paidPostings({ payeeId: 'payee', payerId, into: 'bank', parts, suspenseRp });
          expect(postJournal(postings).length).toBeGreaterThan(1);
          expect(postJournal(reversedPostings(postings)).length).toBe(postings.length);
        }
      }),
    );
  });
});

describe('journals of money', () => {
  it('balance, whatever becomes of it', () => {
    const parties = { payeeId: 'payee', payerId: 'payer' };
    for (const kind of dueKinds) postJournal(appliedPostings(parties, kind, 5));
    for (const postings of [clearedPostings('payee', 5), owedBackPostings(parties, 5)]) postJournal(postings);
  });

  it('are reversed from where the money stands by then', () => {
    const postings = clearedPostings('payee', 5);
    expect(reversedPostings(postings, { 'gateway-clearing': 'bank' })).toEqual([
      { partyId: 'payee', purpose: 'gateway', amountRp: -5 },
      { partyId: 'payee', purpose: 'bank', amountRp: 5 },
    ]);
  });
});
