import fc from 'fast-check';
import { settleDifference } from './settle-difference.js';

describe('the difference between an invoice and its request', () => {
  it('is credited where less was invoiced, and asked for still where more was', () => {
    expect(settleDifference(100, [{ paymentDays: 0, amountRp: 90 }])).toEqual({
      askedRp: 90,
      balances: [],
      creditRp: 10,
    });
    expect(
      settleDifference(100, [
        { paymentDays: 14, amountRp: 50 },
        { paymentDays: 0, amountRp: 90 },
      ]),
    ).toEqual({ askedRp: 100, balances: [{ paymentDays: 14, amountRp: 40 }], creditRp: 0 });
  });

  it('leaves each term its own day, the soonest first', () => {
    expect(
      settleDifference(0, [
        { paymentDays: 30, amountRp: 30 },
        { paymentDays: 14, amountRp: 20 },
        { paymentDays: 14, amountRp: 30 },
      ]).balances,
    ).toEqual([
      { paymentDays: 14, amountRp: 50 },
      { paymentDays: 30, amountRp: 30 },
    ]);
  });

  it('loses no rupiah, whatever was asked and whatever came', () => {
    const amount = fc.integer({ min: 0, max: 1e12 });
    const line = fc.record({ paymentDays: fc.integer({ min: 0, max: 90 }), amountRp: amount });
    fc.assert(
      fc.property(amount, fc.array(line), (requestRp, lines) => {
        const { askedRp, balances, creditRp } = settleDifference(requestRp, lines);
        const invoicedRp = lines.reduce((sum, { amountRp }) => sum + amountRp, 0);
        const balanceRp = balances.reduce((sum, { amountRp }) => sum + amountRp, 0);
        expect(requestRp + balanceRp).toBe(invoicedRp + creditRp);
        expect(askedRp + balanceRp).toBe(invoicedRp);
        expect(balanceRp === 0 || creditRp === 0).toBe(true);
      }),
    );
  });
});
