import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no letter looks like a digit or another letter. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BYTES = 10;

/** 80 bits as people read them out: `7K2M-0QX9-VT4B-HJ6E`. Too many to be guessed, few enough to be typed once. */
export const makeCode = (chance: Buffer = randomBytes(BYTES)): string => {
  let bits = 0n;
  for (const byte of chance.subarray(0, BYTES)) bits = bits * 256n + BigInt(byte);
  const letters = Array.from(
    { length: 16 },
    (_, place) => LETTERS[Number((bits >> BigInt(5 * (15 - place))) & 31n)],
  );
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
};

/** A code however it was typed: with small letters, without dashes, O for 0, I or L for 1. */
export const readCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
