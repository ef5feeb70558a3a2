/** What the parts of a PDF agree on. */
export type Canvas = PDFKit.PDFDocument;

export const A4 = 'A4';
/** In points, on all sides. */
export const MARGIN = 48;
export const PLAIN = 'Helvetica';
export const BOLD = 'Helvetica-Bold';
export const FAINT = '#555555';
export const RULE = '#bbbbbb';
