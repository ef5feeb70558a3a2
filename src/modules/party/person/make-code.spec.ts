import fc from 'fast-check';
import { makeCode, readCode } from './make-code.js';

describe('a one-time code', () => {
  it('is read in groups of four, without letters that look alike', () => {
    expect(makeCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    expect(makeCode(Buffer.alloc(10))).toBe('0000-0000-0000-0000');
    expect(makeCode(Buffer.alloc(10, 255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
  });

  it('is another for other chance, and the same however it is typed', () => {
    const chance = fc.uint8Array({ minLength: 10, maxLength: 10 }).map((bytes) => Buffer.from(bytes));
    fc.assert(
      fc.property(chance, chance, (one, other) => {
        expect(makeCode(one) === makeCode(other)).toBe(one.equals(other));
        const typed = makeCode(one)
          .toLowerCase()
          .replaceAll('-', ' ')
          .replaceAll('0', 'o')
          .replaceAll('1', 'l');
        expect(readCode(typed)).toBe(readCode(makeCode(one)));
      }),
    );
  });
});
