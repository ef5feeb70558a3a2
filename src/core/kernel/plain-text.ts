/** What spreadsheet programs take for a formula: its signs, also in full width, behind whatever is not seen. */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/**
 * Text that a spreadsheet program would take for a formula, made plain by an apostrophe, also where the sheet is
 * saved as CSV and opened again. Twice is once.
 *
 *   =HYPERLINK("x") -> '=HYPERLINK("x")     Koperasi Maju -> Koperasi Maju
 */
export const plainText = (text: string): string => (formula.test(text) ? `'${text}` : text);
