import { eventType } from '../../platform/event/event.js';

export const InvoiceIssued = eventType<{ invoiceId: string }>('InvoiceIssued');
