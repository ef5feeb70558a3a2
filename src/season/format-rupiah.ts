const grouped = new Intl.NumberFormat('id-ID');
const tenths = new Intl.NumberFormat('id-ID', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A whole number as Indonesians write it: 1.250.000. */
export const formatWhole = (number: number): string => grouped.format(number);

/** Whole rupiah: Rp1.250.000, and -Rp1.250.000 where something is owed the other way. */
export const formatRupiah = (amountRp: number): string =>
  `${amountRp < 0 ? '-' : ''}Rp${grouped.format(Math.abs(amountRp))}`;

/** A part of a whole in percent: 6,1%; a dash where there is no whole. */
export const formatPercent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${tenths.format((part / whole) * 100)}%`;
