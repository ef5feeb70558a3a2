import * as fc from 'fast-check';
import { readPhone } from './read-phone.js';

describe('a telephone number', () => {
  it.each([
    ['0812-3456-7890', '+6281234567890'],
    ['+62 812 3456 7890', '+6281234567890'],
    ['62812 3456 7890', '+6281234567890'],
    ['0062 812 3456 7890', '+6281234567890'],
    ['(0251) 831.1234', '+622518311234'],
    ['+65 6123 4567', '+6561234567'],
  ])('%s is dialled as %s', (written, dialled) => {
    expect(readPhone(written)).toBe(dialled);
  });

  it.each(['', '12', '0812', 'abc', '8123456789', '+0812345678', '0812345678901234567', '081234x7890'])(
    '%s is none',
    (written) => {
      expect(() => readPhone(written)).toThrow('PHONE_UNREADABLE');
    },
  );

  it('read once is read the same again', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^0[1-9][0-9]{7,11}$/), (written) => {
        const dialled = readPhone(written);
        expect(dialled).toMatch(/^\+[1-9][0-9]{7,14}$/);
        expect(readPhone(dialled)).toBe(dialled);
      }),
    );
  });
});
