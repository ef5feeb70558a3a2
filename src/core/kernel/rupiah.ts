import { groupDigits } from './words.js';

/** Rupiah as Indonesian papers show them: 1250000 -> Rp1.250.000, -500 -> -Rp500. */
export const rupiah = (amountRp: number): string =>
  `${amountRp < 0 ? '-' : ''}Rp${groupDigits(Math.abs(amountRp), '.')}`;
