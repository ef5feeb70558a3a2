/**
 * An invoice's number as it is printed. The series runs per issuer and year and has no gaps.
 *
 *   2026, 1 -> INV/2026/000001
 *   2026, 1234567 -> INV/2026/1234567
 */
export const numberInvoice = (year: number, number: number): string =>
  `INV/${String(year)}/${String(number).padStart(6, '0')}`;
