import fc from 'fast-check';
import { postJournal, type Posting } from '../ledger/post-journal.js';
import { contractModes } from '../pool/contract-mode.js';
import { receiptDues } from './list-dues.js';
import {
  closingPostings,
  creditPostings,
  feePostings,
  invoicePostings,
  lastSale,
  receiptJournals,
  requestPostings,
  setOffPostings,
} from './make-journals.js';
import { settleDifference } from './settle-difference.js';

const deal = { sellerId: 'supplier', buyerId: 'koperasi', organiserId: 'organiser' };
const parties = ['supplier', 'koperasi', 'organiser'];

const balance = (postings: readonly Posting[], partyId: string, ...purposes: string[]): number =>
  postings
    .filter((posting) => posting.partyId === partyId && purposes.includes(posting.purpose))
    .reduce((sum, posting) => sum + posting.amountRp, 0);

const rupiah = fc.integer({ min: 1, max: 1e12 });
const maybe = fc.integer({ min: 0, max: 1e12 });
const post = (postings: readonly Posting[]): Posting[] =>
  postings.length === 0 ? [] : postJournal(postings);

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
          ...postJournal(closingPostings({ organiserId: 'organiser', koperasiId: 'koperasi' }, 7)),
        ];
        expect(balance(all, 'organiser', 'equalisation')).toBe(billRp + feesRp - paidRp);
        expect(balance(all, 'koperasi', 'purchases')).toBe(paidRp);
      }),
    );
  });
});

describe.each(contractModes)('a receipt in mode %s', (mode) => {
  it('books and demands the same of everybody, to the rupiah, whatever was asked, paid, invoiced and billed', () => {
    const line = fc.record({ paymentDays: fc.constantFrom(0, 14, 30), amountRp: maybe });
    fc.assert(
      fc.property(maybe, fc.array(line), maybe, maybe, (requestRp, lines, billRp, paidRp) => {
        const invoiceRp = lines.reduce((sum, { amountRp }) => sum + amountRp, 0);
        const sale = lastSale(deal, mode);
        const difference = settleDifference(requestRp, lines);
        const { askedRp, balances, creditRp } = difference;
        const unpaidRp = requestRp - Math.min(paidRp, requestRp);
        const openRp = Math.min(creditRp, unpaidRp);
        const { invoice, bill } = receiptJournals(deal, mode, { invoiceRp, billRp, askedRp });
        const all = [
          ...post(requestRp === 0 ? [] : requestPostings(sale, requestRp)),
          ...post(invoice),
          ...post(bill),
          ...post(creditRp === 0 ? [] : creditPostings(sale, creditRp, openRp)),
        ];
        const dues = [
          { payerId: sale.buyerId, payeeId: sale.sellerId, amountRp: requestRp - openRp },
          ...receiptDues(deal, mode, { invoiceRp, billRp, balances, creditRp, openRp }),
          ...(mode === 'secondary' ? [{ payerId: 'organiser', payeeId: 'supplier', amountRp: billRp }] : []),
        ];
        for (const party of parties) {
          const owed = dues.filter(({ payeeId }) => payeeId === party);
          const owing = dues.filter(({ payerId }) => payerId === party);
          const sum = (rows: readonly { amountRp: number }[]): number =>
            rows.reduce((total, { amountRp }) => total + amountRp, 0);
          expect(balance(all, party, 'receivable')).toBe(sum(owed));
          expect(balance(all, party, 'payable') + 0).toBe(0 - sum(owing));
          expect(balance(all, party, 'prepaid', 'unearned')).toBe(0);
        }
        expect(balance(all, 'koperasi', 'purchases')).toBe(invoiceRp);
        expect(balance(all, 'supplier', 'sales') + 0).toBe(0 - billRp);
        expect(balance(all, 'organiser', 'equalisation', 'sales', 'purchases')).toBe(billRp - invoiceRp);
      }),
    );
  });

  it('leaves the organiser what is not covered, and its fee', () => {
    fc.assert(
      fc.property(rupiah, rupiah, rupiah, (paidRp, billRp, feesRp) => {
        const invoiceRp = paidRp + 7;
        const { invoice, bill } = receiptJournals(deal, mode, { invoiceRp, billRp, askedRp: invoiceRp });
        const all = [
          ...post(invoice),
          ...post(bill),
          ...post(feePostings('organiser', feesRp, mode)),
          ...post(closingPostings({ organiserId: 'organiser', koperasiId: 'koperasi' }, 7, mode)),
        ];
        expect(balance(all, 'organiser', 'equalisation', 'sales', 'purchases')).toBe(
          billRp + feesRp - paidRp,
        );
        expect(balance(all, 'organiser', 'fees')).toBe(-feesRp);
      }),
    );
  });
});

describe('what is set off', () => {
  it('moves nothing but what both owe each other', () => {
    const all = postJournal(setOffPostings(deal, 40));
    for (const party of ['supplier', 'koperasi'])
      expect([balance(all, party, 'payable'), balance(all, party, 'receivable')]).toEqual([40, -40]);
  });
});
