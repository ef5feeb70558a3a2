import fc from 'fast-check';
import { postJournal, type Posting } from '../ledger/post-journal.js';
import {
  closingPostings,
  creditPostings,
  feePostings,
  invoicePostings,
  requestPostings,
} from './make-journals.js';

const deal = { sellerId: 'supplier', buyerId: 'koperasi', koperasiId: 'koperasi', organiserId: 'organiser' };

const balance = (postings: readonly Posting[], partyId: string, purpose: string): number =>
  postings
    .filter((posting) => posting.partyId === partyId && posting.purpose === purpose)
    .reduce((sum, posting) => sum + posting.amountRp, 0);

const rupiah = fc.integer({ min: 1, max: 1e12 });

describe('the journals of a drop', () => {
  it('leave what was accepted as bought and sold at their prices, the rest equalised, and nothing in transit', () => {
    fc.assert(
      fc.property(rupiah, rupiah, rupiah, (invoiceRp, billRp, creditRp) => {
        const all = [
          ...postJournal(requestPostings(deal, invoiceRp + creditRp)),
          ...postJournal(invoicePostings(deal, invoiceRp, billRp)),
          ...postJournal(creditPostings(deal, creditRp)),
        ];
        expect(balance(all, 'supplier', 'receivable') + balance(all, 'supplier', 'payable')).toBe(billRp);
        expect(balance(all, 'supplier', 'unearned')).toBe(0);
        expect(balance(all, 'supplier', 'sales')).toBe(-billRp);
        expect(balance(all, 'koperasi', 'payable')).toBe(-invoiceRp);
        expect(balance(all, 'koperasi', 'prepaid')).toBe(0);
        expect(balance(all, 'koperasi', 'purchases')).toBe(invoiceRp);
        expect(balance(all, 'organiser', 'equalisation')).toBe(billRp - invoiceRp);
      }),
    );
  });

  it('leave the organiser out where the price is the supplier’s own', () => {
    expect(invoicePostings(deal, 100, 100).map(({ partyId }) => partyId)).not.toContain('organiser');
  });
});

describe('the journals of a closing', () => {
  it('leave on the equalisation account what is not covered', () => {
    fc.assert(
      fc.property(rupiah, rupiah, rupiah, (paidRp, billRp, feesRp) => {
        const invoiceRp = paidRp + 7;
        const all = [
          ...postJournal(invoicePostings(deal, invoiceRp, billRp)),
          ...postJournal(feePostings('organiser', feesRp)),
          ...postJournal(closingPostings(deal, 7)),
        ];
        expect(balance(all, 'organiser', 'equalisation')).toBe(billRp + feesRp - paidRp);
        expect(balance(all, 'koperasi', 'purchases')).toBe(paidRp);
      }),
    );
  });
});
