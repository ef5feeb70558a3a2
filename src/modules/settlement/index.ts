import {
  CreditNoteEntity,
  InvoiceEntity,
  InvoiceLineEntity,
  InvoiceSeriesEntity,
  PaymentRequestEntity,
} from './settlement.entity.js';

export { SettlementModule } from './settlement.module.js';
export { InvoiceIssued } from './settlement.events.js';
export const settlementEntities = [
  PaymentRequestEntity,
  InvoiceSeriesEntity,
  InvoiceEntity,
  InvoiceLineEntity,
  CreditNoteEntity,
];
