import { AwardCostReader, AwardShareReader } from '../../src/modules/award/index.js';
import { PricingReader } from '../../src/modules/pool/index.js';
import { CloseLot } from '../../src/modules/settlement/close-lot.action.js';
import { ClosingStore } from '../../src/modules/settlement/closing.store.js';
import { IssueInvoice } from '../../src/modules/settlement/issue-invoice.action.js';
import { IssuePaymentRequest } from '../../src/modules/settlement/issue-payment-request.action.js';
import { PriceLot } from '../../src/modules/settlement/price-lot.action.js';
import { PriceReader } from '../../src/modules/settlement/price.reader.js';
import { PriceStore } from '../../src/modules/settlement/price.store.js';
import { SettlementStore } from '../../src/modules/settlement/settlement.store.js';
import type { Db } from '../../src/platform/db/db.js';

/** The actions of settlement, wired as the module wires them. */
export const wireSettlement = () => {
  const store = new SettlementStore();
  const prices = new PriceReader(new AwardCostReader(), new PricingReader(), new AwardShareReader());
  const priceLot = new PriceLot(new PriceStore(), prices);
  const issuePaymentRequest = new IssuePaymentRequest(store, prices, priceLot);
  const closeLot = new CloseLot(new ClosingStore(), prices);
  const issueInvoice = new IssueInvoice(store, prices, issuePaymentRequest, closeLot);
  return { prices, priceLot, issuePaymentRequest, issueInvoice };
};

const { issuePaymentRequest, issueInvoice } = wireSettlement();

export const playRequest = (db: Db, dropId: string): Promise<void> =>
  db.transaction((tx) => issuePaymentRequest.run(tx, dropId));

export const playInvoice = (db: Db, dropId: string): Promise<void> =>
  db.transaction((tx) => issueInvoice.run(tx, dropId));
