import fc from 'fast-check';
import { judgePassword } from './judge-password.js';

const codeOf = (password: string, login = 'siti'): string => {
  try {
    judgePassword(password, login);
    return 'may';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a new password', () => {
  it.each([
    ['lima sapi hitam', 'may'],
    ['correct horse battery', 'may'],
    ['xk7-29plq_Zz', 'may'],
    ['beras 50 karung dari Sukasari', 'may'],
    ['pendek', 'PASSWORD_TOO_SHORT'],
    ['🐄🐄🐄🐄🐄🐄🐄🐄🐄', 'PASSWORD_TOO_SHORT'],
    ['a'.repeat(201), 'PASSWORD_TOO_LONG'],
    ['siti-siti-siti', 'PASSWORD_TOO_EASY'],
    ['SitiSiti2026', 'PASSWORD_TOO_EASY'],
    ['Rahasia2026!!', 'PASSWORD_TOO_EASY'],
    ['Password123456', 'PASSWORD_TOO_EASY'],
    ['koperasimerahputih', 'PASSWORD_TOO_EASY'],
    ['1234567890', 'PASSWORD_TOO_EASY'],
    ['aaaaaaaaaaaa', 'PASSWORD_TOO_EASY'],
    ['abcdefghijkl', 'PASSWORD_TOO_EASY'],
    ['9876543210', 'PASSWORD_TOO_EASY'],
    ['08123456789012', 'PASSWORD_TOO_EASY'],
  ])('%s: %s', (password, expected) => {
    expect(codeOf(password)).toBe(expected);
  });

  it('is never the login, however it is written and whatever follows', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{3,12}$/), fc.stringMatching(/^[0-9!]{8}$/), (login, end) => {
        expect(codeOf(`${login.toUpperCase()}${end}`, login)).not.toBe('may');
      }),
    );
  });

  it('names the field', () => {
    expect(() => judgePassword('x', 'siti')).toThrow(
      expect.objectContaining({
        errors: [expect.objectContaining({ field: 'password', rule: 'PASSWORD_TOO_SHORT' })],
      }),
    );
  });
});
