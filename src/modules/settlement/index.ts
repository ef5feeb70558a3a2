import {
  ClosingCreditEntity,
  ClosingLineEntity,
  CreditNoteEntity,
  InvoiceEntity,
  InvoiceLineEntity,
  InvoiceSeriesEntity,
  LinePriceEntity,
  LotClosingEntity,
  LotFixedChargeEntity,
  PaymentRequestEntity,
  SupplierBillEntity,
} from './settlement.entity.js';

export { PriceReader } from './price.reader.js';
export { SettlementModule } from './settlement.module.js';
export { InvoiceIssued } from './settlement.events.js';
export const settlementEntities = [
  PaymentRequestEntity,
  InvoiceSeriesEntity,
  InvoiceEntity,
  InvoiceLineEntity,
  CreditNoteEntity,
  LinePriceEntity,
  LotFixedChargeEntity,
  SupplierBillEntity,
  LotClosingEntity,
  ClosingLineEntity,
  ClosingCreditEntity,
];
