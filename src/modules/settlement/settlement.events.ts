import { eventType } from '../../platform/event/event.js';

export const InvoiceIssued = eventType<{ invoiceId: string }>('InvoiceIssued');
/** Something was told of goods on consignment that counts: they were sold, or are back. */
export const ConsignmentMoved = eventType<{ dropId: string }>('ConsignmentMoved');
