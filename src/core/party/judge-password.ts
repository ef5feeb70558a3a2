import { easyPasswords } from './easy-passwords.js';
import { refuseParty } from './refusals.js';

const LEAST = 10;
const MOST = 200;

/** What is left of a password without what people put at its end: Rahasia2026! -> rahasia. */
const stem = (text: string): string => text.toLowerCase().replace(/[^\p{L}]+$/u, '');

const easy = new Set(easyPasswords);

/** All alike, or a run of neighbours: aaaaaaaaaa, 1234567890, abcdefghij. */
const isRun = (text: string): boolean => {
  const codes = Array.from(text.toLowerCase(), (letter) => letter.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, place) => code - (codes[place] ?? 0)));
  return (steps.size === 1 && [0, 1, -1].includes([...steps][0] ?? 9)) || text === '1234567890';
};

/**
 * Whether somebody may choose a password: long enough, and none of those that are tried first. There is no rule
 * about kinds of characters, which only makes people write passwords down (NIST SP 800-63B).
 *
 *   login siti | pendek | siti-siti-siti, Rahasia2026!!, 1234567890, 0812… | lima sapi hitam
 *              | too short | too easy: also what has no letter at all       | may
 * @throws Refusal on the field.
 */
export const judgePassword = (password: string, login: string, field = 'password'): void => {
  const length = Array.from(password).length;
  if (length < LEAST) throw refuseParty('PASSWORD_TOO_SHORT', { least: LEAST }, field);
  if (length > MOST) throw refuseParty('PASSWORD_TOO_LONG', { most: MOST }, field);
  const left = stem(password);
  const isLogin = login !== '' && left.replaceAll(login.toLowerCase(), '').replace(/[^\p{L}]/gu, '') === '';
  if (isLogin || easy.has(left) || isRun(password)) throw refuseParty('PASSWORD_TOO_EASY', {}, field);
};
