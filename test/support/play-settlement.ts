import { IssueInvoice } from '../../src/modules/settlement/issue-invoice.action.js';
import { IssuePaymentRequest } from '../../src/modules/settlement/issue-payment-request.action.js';
import { PriceReader } from '../../src/modules/settlement/price.reader.js';
import { SettlementStore } from '../../src/modules/settlement/settlement.store.js';
import type { Db } from '../../src/platform/db/db.js';

const store = new SettlementStore();
const issuePaymentRequest = new IssuePaymentRequest(store, new PriceReader());
const issueInvoice = new IssueInvoice(store, new PriceReader(), issuePaymentRequest);

export const playRequest = (db: Db, dropId: string): Promise<void> =>
  db.transaction((tx) => issuePaymentRequest.run(tx, dropId));

export const playInvoice = (db: Db, dropId: string): Promise<void> =>
  db.transaction((tx) => issueInvoice.run(tx, dropId));
