import {
  BillDifferenceEntity,
  BillWordEntity,
  SellerBillEntity,
  SellerBillLineEntity,
} from './bill/bill.entity.js';
import { consignmentEntities } from './consignment/consignment.entity.js';
import { PurchaseOrderEntity, PurchaseOrderLineEntity } from './order/order.entity.js';
import {
  WithheldTaxEntity,
  WithholdingRateEntity,
  WithholdingSlipEntity,
} from './withholding/withholding.entity.js';
import {
  ClosingCreditEntity,
  ClosingLineEntity,
  CreditNoteEntity,
  DocumentNumberEntity,
  DocumentSeriesEntity,
  InvoiceBalanceEntity,
  InvoiceEntity,
  InvoiceLineEntity,
  InvoiceSeriesEntity,
  LinePriceEntity,
  LotClosingEntity,
  LotFixedChargeEntity,
  PaymentRequestEntity,
  SupplierBillEntity,
  TaxRateEntity,
  WholeBillEntity,
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
  InvoiceBalanceEntity,
  WholeBillEntity,
  TaxRateEntity,
  DocumentSeriesEntity,
  DocumentNumberEntity,
  PurchaseOrderEntity,
  PurchaseOrderLineEntity,
  BillDifferenceEntity,
  BillWordEntity,
  SellerBillEntity,
  SellerBillLineEntity,
  WithholdingRateEntity,
  WithheldTaxEntity,
  WithholdingSlipEntity,
  ...consignmentEntities,
];
