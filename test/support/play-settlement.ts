import { AwardCostReader, AwardShareReader } from '../../src/modules/award/index.js';
import { LegalFactReader } from '../../src/modules/party/index.js';
import { WithholdTax } from '../../src/modules/settlement/withholding/withhold-tax.action.js';
import { WithholdingStore } from '../../src/modules/settlement/withholding/withholding.store.js';
import { TaxReader } from '../../src/modules/settlement/tax.reader.js';
import { PricingReader } from '../../src/modules/pool/index.js';
import { AcceptDifference } from '../../src/modules/settlement/bill/accept-difference.action.js';
import { DifferenceStore } from '../../src/modules/settlement/bill/difference.store.js';
import { SayAboutBill } from '../../src/modules/settlement/bill/say-about-bill.action.js';
import { BillStore } from '../../src/modules/settlement/bill/bill.store.js';
import { EndBill } from '../../src/modules/settlement/bill/end-bill.action.js';
import { MatchBills } from '../../src/modules/settlement/bill/match-bills.action.js';
import { PayableStore } from '../../src/modules/settlement/bill/payable.store.js';
import { PostBill } from '../../src/modules/settlement/bill/post-bill.action.js';
import { CloseLot } from '../../src/modules/settlement/close-lot.action.js';
import { ClosingStore } from '../../src/modules/settlement/closing.store.js';
import { ConsignmentStore } from '../../src/modules/settlement/consignment/consignment.store.js';
import { EndConsignments } from '../../src/modules/settlement/consignment/end-consignments.js';
import { OpenConsignment } from '../../src/modules/settlement/consignment/open-consignment.js';
import { SettleConsignment } from '../../src/modules/settlement/consignment/settle-consignment.action.js';
import { TellMovement } from '../../src/modules/settlement/consignment/tell-movement.action.js';
import { IssueInvoice } from '../../src/modules/settlement/issue-invoice.action.js';
import { IssuePaymentRequest } from '../../src/modules/settlement/issue-payment-request.action.js';
import { IssueOrder } from '../../src/modules/settlement/order/issue-order.action.js';
import { OrderStore } from '../../src/modules/settlement/order/order.store.js';
import { PriceLot } from '../../src/modules/settlement/price-lot.action.js';
import { PriceReader } from '../../src/modules/settlement/price.reader.js';
import { PriceStore } from '../../src/modules/settlement/price.store.js';
import { ReleasePaidDrop } from '../../src/modules/settlement/release-paid-drop.action.js';
import { RequestStore } from '../../src/modules/settlement/request.store.js';
import { SettleReceipt } from '../../src/modules/settlement/settle-receipt.js';
import { SettlementStore } from '../../src/modules/settlement/settlement.store.js';
import type { Db } from '../../src/platform/db/db.js';

/** The actions of settlement, wired as the module wires them. */
export const wireSettlement = () => {
  const store = new SettlementStore();
  const consignments = new ConsignmentStore();
  const requests = new RequestStore();
  const prices = new PriceReader(new AwardCostReader(), new PricingReader(), new AwardShareReader());
  const priceLot = new PriceLot(new PriceStore(), prices);
  const taxes = new TaxReader(new LegalFactReader());
  const issueOrder = new IssueOrder(new OrderStore(), prices, taxes);
  const issuePaymentRequest = new IssuePaymentRequest(store, requests, prices, priceLot, issueOrder);
  const bills = new BillStore();
  const payables = new PayableStore();
  const withholdTax = new WithholdTax(new WithholdingStore(), new LegalFactReader());
  const matchBills = new MatchBills(bills, payables, withholdTax);
  const closeLot = new CloseLot(new ClosingStore(), prices, payables, withholdTax);
  const issueInvoice = new IssueInvoice(
    store,
    requests,
    prices,
    taxes,
    issuePaymentRequest,
    new SettleReceipt(store, requests),
    matchBills,
    closeLot,
    new OpenConsignment(consignments),
  );
  const settleConsignment = new SettleConsignment(store, consignments, issuePaymentRequest, issueInvoice);
  const endConsignments = (db: Db): EndConsignments =>
    new EndConsignments(db, consignments, settleConsignment);
  const telling = (db: Db): TellMovement => new TellMovement(db, consignments);
  const releasePaidDrop = new ReleasePaidDrop(store, requests, issueOrder);
  const postBill = (db: Db): PostBill => new PostBill(db, bills, matchBills);
  const accepting = (db: Db): AcceptDifference =>
    new AcceptDifference(db, bills, new DifferenceStore(), { DECISION_HOURS: 24 });
  const saying = (db: Db): SayAboutBill => new SayAboutBill(db, new DifferenceStore());
  const endBill = (db: Db): EndBill => new EndBill(db, bills, matchBills);
  return {
    postBill,
    endBill,
    accepting,
    saying,
    prices,
    priceLot,
    issuePaymentRequest,
    issueInvoice,
    releasePaidDrop,
    settleConsignment,
    endConsignments,
    telling,
  };
};

const { issuePaymentRequest, issueInvoice } = wireSettlement();

export const playRequest = (db: Db, dropId: string): Promise<void> =>
  db.transaction((tx) => issuePaymentRequest.run(tx, dropId));

export const playInvoice = (db: Db, dropId: string): Promise<void> =>
  db.transaction((tx) => issueInvoice.run(tx, dropId));
