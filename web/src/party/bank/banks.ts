/** Banks by their clearing code; who banks elsewhere types the code. */
export const banks: readonly (readonly [code: string, name: string])[] = [
  ['002', 'BRI'],
  ['008', 'Mandiri'],
  ['009', 'BNI'],
  ['014', 'BCA'],
  ['451', 'BSI'],
  ['110', 'Bank BJB'],
  ['114', 'Bank Jatim'],
  ['200', 'BTN'],
  ['022', 'CIMB Niaga'],
  ['011', 'Danamon'],
  ['013', 'Permata'],
  ['147', 'Muamalat'],
  ['425', 'Bank BJB Syariah'],
];

/** `BRI`, or the code itself of a bank that is not in the list. */
export const bankName = (code: string): string => banks.find(([known]) => known === code)?.[1] ?? code;
