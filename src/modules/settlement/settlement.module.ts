import { Module } from '@nestjs/common';
import { AwardModule } from '../award/index.js';
import { PoolModule } from '../pool/index.js';
import { AcceptDifference } from './bill/accept-difference.action.js';
import { BillController } from './bill/bill.controller.js';
import { BillReader } from './bill/bill.reader.js';
import { BillStore } from './bill/bill.store.js';
import { DifferenceStore } from './bill/difference.store.js';
import { EndBill } from './bill/end-bill.action.js';
import { MatchBills } from './bill/match-bills.action.js';
import { PayableStore } from './bill/payable.store.js';
import { OnDecisionApproved } from './bill/on-decision-approved.consumer.js';
import { SayAboutBill } from './bill/say-about-bill.action.js';
import { PostBill } from './bill/post-bill.action.js';
import { ConsignmentController } from './consignment/consignment.controller.js';
import { ConsignmentReader } from './consignment/consignment.reader.js';
import { ConsignmentStore } from './consignment/consignment.store.js';
import { EndConsignments } from './consignment/end-consignments.js';
import { OnConsignmentMoved } from './consignment/on-consignment-moved.consumer.js';
import { OpenConsignment } from './consignment/open-consignment.js';
import { SettleConsignment } from './consignment/settle-consignment.action.js';
import { TellMovement } from './consignment/tell-movement.action.js';
import { CloseLot } from './close-lot.action.js';
import { ClosingStore } from './closing.store.js';
import { DifferenceController } from './difference.controller.js';
import { DifferenceReader } from './difference.reader.js';
import { InvoicePaperController } from './invoice-paper.controller.js';
import { InvoicePaperReader } from './invoice-paper.reader.js';
import { IssueInvoice } from './issue-invoice.action.js';
import { IssuePaymentRequest } from './issue-payment-request.action.js';
import { OnDropPlanned } from './on-drop-planned.consumer.js';
import { OnDueFirm } from './on-due-firm.consumer.js';
import { OnDueReopened } from './on-due-reopened.consumer.js';
import { OnDropDispatched } from './on-drop-dispatched.consumer.js';
import { OnDropReceived } from './on-drop-received.consumer.js';
import { OnLotAllocated } from './on-lot-allocated.consumer.js';
import { IssueOrder } from './order/issue-order.action.js';
import { OrderPaperController } from './order/order-paper.controller.js';
import { OrderController } from './order/order.controller.js';
import { OrderReader } from './order/order.reader.js';
import { OrderStore } from './order/order.store.js';
import { PatronageController } from './patronage.controller.js';
import { PatronageReader } from './patronage.reader.js';
import { PriceLot } from './price-lot.action.js';
import { PriceReader } from './price.reader.js';
import { PriceStore } from './price.store.js';
import { ProceedsReader } from './proceeds.reader.js';
import { ReleasePaidDrop } from './release-paid-drop.action.js';
import { RequestStore } from './request.store.js';
import { SettleReceipt } from './settle-receipt.js';
import { SettlementController } from './settlement.controller.js';
import { SettlementReader } from './settlement.reader.js';
import { SettlementStore } from './settlement.store.js';
import { WholeBillController } from './withholding/whole-bill.controller.js';
import { WholeBillReader } from './withholding/whole-bill.reader.js';
import { WithholdTax } from './withholding/withhold-tax.action.js';
import { WithholdingStore } from './withholding/withholding.store.js';
import { WriteSlip } from './withholding/write-slip.action.js';
import { TaxReader } from './tax.reader.js';
import { StatementController } from './statement.controller.js';
import { StatementReader } from './statement.reader.js';

@Module({
  imports: [AwardModule, PoolModule],
  controllers: [
    SettlementController,
    StatementController,
    InvoicePaperController,
    OrderController,
    OrderPaperController,
    BillController,
    PatronageController,
    DifferenceController,
    ConsignmentController,
    WholeBillController,
  ],
  providers: [
    BillReader,
    BillStore,
    AcceptDifference,
    DifferenceStore,
    OnDecisionApproved,
    SayAboutBill,
    CloseLot,
    DifferenceReader,
    ClosingStore,
    ConsignmentReader,
    ConsignmentStore,
    EndConsignments,
    OnConsignmentMoved,
    OpenConsignment,
    SettleConsignment,
    TellMovement,
    EndBill,
    InvoicePaperReader,
    IssueInvoice,
    IssueOrder,
    IssuePaymentRequest,
    MatchBills,
    OnDropDispatched,
    OnDropPlanned,
    OnDueFirm,
    OnDueReopened,
    OnDropReceived,
    OnLotAllocated,
    OrderReader,
    OrderStore,
    PatronageReader,
    PayableStore,
    PostBill,
    PriceLot,
    PriceReader,
    PriceStore,
    ProceedsReader,
    ReleasePaidDrop,
    RequestStore,
    SettleReceipt,
    SettlementReader,
    SettlementStore,
    StatementReader,
    TaxReader,
    WholeBillReader,
    WithholdTax,
    WithholdingStore,
    WriteSlip,
  ],
  exports: [PriceReader],
})
export class SettlementModule {}
