import fc from 'fast-check';
import { postJournal, type Posting } from '../ledger/post-journal.js';
import { creditPostings, invoicePostings, requestPostings } from './make-journals.js';

const deal = { supplierId: 'supplier', koperasiId: 'koperasi' };

const balance = (postings: readonly Posting[], partyId: string, purpose: string): number =>
  postings
    .filter((posting) => posting.partyId === partyId && posting.purpose === purpose)
    .reduce((sum, posting) => sum + posting.amountRp, 0);

describe('the journals of a drop', () => {
  it('leave a receivable and a payable of what was accepted, sales and purchases, and nothing in transit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e12 }),
        fc.integer({ min: 1, max: 1e12 }),
        (invoiceRp, creditRp) => {
          const all = [
            ...postJournal(requestPostings(deal, invoiceRp + creditRp)),
            ...postJournal(invoicePostings(deal, invoiceRp)),
            ...postJournal(creditPostings(deal, creditRp)),
          ];
          expect(balance(all, 'supplier', 'receivable')).toBe(invoiceRp);
          expect(balance(all, 'supplier', 'unearned')).toBe(0);
          expect(balance(all, 'supplier', 'sales')).toBe(-invoiceRp);
          expect(balance(all, 'koperasi', 'payable')).toBe(-invoiceRp);
          expect(balance(all, 'koperasi', 'prepaid')).toBe(0);
          expect(balance(all, 'koperasi', 'purchases')).toBe(invoiceRp);
        },
      ),
    );
  });
});
