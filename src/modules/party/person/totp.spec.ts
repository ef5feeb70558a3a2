import { describeTotp, newTotpSecret, stepOfCode } from './totp.js';

/** RFC 6238, appendix B: the secret of its SHA-1 examples, and the last six of its eight digits. */
const SECRET = Buffer.from('12345678901234567890');

describe('a code of an authenticator', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('is that of RFC 6238 at second %d', (second, code) => {
    expect(stepOfCode(SECRET, code, new Date(second * 1000))).toBe(Math.floor(second / 30));
  });

  it('is taken one step early or late, with the step it belongs to, and no further', () => {
    const at = (second: number): number | undefined => stepOfCode(SECRET, '287082', new Date(second * 1000));
    expect([at(29), at(30), at(59), at(60), at(89), at(90)]).toEqual([1, 1, 1, 1, 1, undefined]);
    expect(stepOfCode(SECRET, '28708', new Date(59_000))).toBeUndefined();
    expect(stepOfCode(SECRET, '', new Date(59_000))).toBeUndefined();
  });

  it.each(['٢٨٧٠٨٢', '２８７０８２', 'ٴ𖭦𝪈ㄓ', '28708\u00a0', '🧂🧂🧂'])(
    'is six digits, and not %j',
    (code) => {
      expect(stepOfCode(SECRET, code, new Date(59_000))).toBeUndefined();
    },
  );

  it('comes from what an app scans', () => {
    const { uri, secret } = describeTotp(SECRET, 'Belanja Bersama Sepikul', 'siti');
    expect(secret).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    expect(uri).toMatch(/^otpauth:\/\/totp\/Belanja%20Bersama%20Sepikul:siti\?/);
    expect(uri).toContain(`secret=${secret}`);
    expect(newTotpSecret()).toHaveLength(20);
    expect(newTotpSecret()).not.toEqual(newTotpSecret());
  });
});
