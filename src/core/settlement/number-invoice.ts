/** Papers with a series of their own per issuer and year: invoice, credit note, credit of a closed lot, purchase order. */
const prefixes = {
  invoice: 'INV',
  'credit-note': 'NK',
  'closing-credit': 'NT',
  'purchase-order': 'PO',
} as const;
export type DocumentKind = keyof typeof prefixes;

/**
 * A paper's number as it is printed. The series runs per issuer, kind and year and has no gaps.
 *
 *   purchase-order, 2026, 12 -> PO/2026/000012
 */
export const numberDocument = (kind: DocumentKind, year: number, number: number): string =>
  `${prefixes[kind]}/${String(year)}/${String(number).padStart(6, '0')}`;

/**
 * An invoice's number as it is printed.
 *
 *   2026, 1 -> INV/2026/000001
 *   2026, 1234567 -> INV/2026/1234567
 */
export const numberInvoice = (year: number, number: number): string =>
  numberDocument('invoice', year, number);
