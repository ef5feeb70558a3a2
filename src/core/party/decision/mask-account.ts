/** How much of an account's number is shown, to its own party too: enough to know it by, too little to use. */
const SHOWN = 4;

/** 0123456789 -> ••••••6789 */
export const maskAccount = (number: string): string =>
  '•'.repeat(Math.max(0, number.length - SHOWN)) + number.slice(-SHOWN);
