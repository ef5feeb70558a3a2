import { numberInvoice } from '../../core/settlement/number-invoice.js';
import type { TraceView } from './monitoring.dto.js';
import type { TracePartRow, TraceRow } from './trace.reader.js';

/** A trace as an answer: invoices by the number that is printed on them. */
export const showTrace = (line: TraceRow, parts: readonly TracePartRow[]): TraceView => ({
  ...line,
  parts: parts.map(({ year, number, ...part }) => ({
    ...part,
    invoiceNumber: year === null || number === null ? null : numberInvoice(year, number),
  })),
});
