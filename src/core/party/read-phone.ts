import { refuseParty } from './refusals.js';

const LEAST_DIGITS = 8;
const MOST_DIGITS = 15;

/**
 * A telephone number as it is dialled from anywhere (E.164), from how people here write theirs.
 *
 *   0812-3456-7890 | +62 812 3456 7890 | 62812 3456 7890 | (0251) 831 1234 -> +628123456789 0 … +622518311234
 *   12, abc                                                                -> PHONE_UNREADABLE
 * @throws Refusal on the field.
 */
export const readPhone = (written: string, field = 'phone'): string => {
  const plain = written.replace(/[\s().-]/g, '');
  const digits = /^(?:\+|00)?(\d+)$/.exec(plain)?.[1] ?? '';
  const isForeign = /^(?:\+|00)/.test(plain);
  const whole = isForeign ? digits : digits.startsWith('0') ? `62${digits.slice(1)}` : digits;
  const isLocal = !isForeign && !digits.startsWith('0') && !digits.startsWith('62');
  if (isLocal || whole.startsWith('0') || whole.length < LEAST_DIGITS || whole.length > MOST_DIGITS)
    throw refuseParty('PHONE_UNREADABLE', {}, field);
  return `+${whole}`;
};
