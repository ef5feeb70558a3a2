import { numberInvoice } from './number-invoice.js';

describe('numberInvoice', () => {
  it('pads to six digits and does not cut longer numbers', () => {
    expect(numberInvoice(2026, 1)).toBe('INV/2026/000001');
    expect(numberInvoice(2026, 999_999)).toBe('INV/2026/999999');
    expect(numberInvoice(2027, 1_234_567)).toBe('INV/2027/1234567');
  });
});
