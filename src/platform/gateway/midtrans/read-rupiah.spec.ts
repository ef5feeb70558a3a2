import fc from 'fast-check';
import { readJakartaTime, writeJakartaTime } from './jakarta-time.js';
import { readRupiah } from './read-rupiah.js';

describe('an amount', () => {
  it('is read exactly, or not at all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (amountRp) => {
        for (const written of [`${amountRp}.00`, `${amountRp}.0`, `${amountRp}`, amountRp])
          expect(readRupiah(written)).toBe(amountRp);
      }),
    );
    for (const written of [
      '0.50',
      '1e6',
      '-1.00',
      '1,000.00',
      ' 1',
      '1.',
      '',
      '1.000',
      null,
      Number.NaN,
      0.5,
      {},
    ])
      expect(readRupiah(written)).toBeUndefined();
  });
});

describe('a moment', () => {
  it('comes back as it was written, to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (second) => {
        const at = new Date(second * 1000);
        expect(readJakartaTime(writeJakartaTime(at))).toEqual(at);
      }),
    );
    for (const written of ['2026-13-01 00:00:00', '2026-11-23T09:15:02', '', null, 5])
      expect(readJakartaTime(written)).toBeNull();
  });
});
