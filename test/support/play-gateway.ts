import { createHash } from 'node:crypto';
import { credit, debit } from '../../src/core/ledger/post-journal.js';
import type { DueKind } from '../../src/core/payment/dues.js';
import { postJournal } from '../../src/modules/ledger/index.js';
import { AskGateway } from '../../src/modules/payment/ask-gateway.js';
import { AskPayment } from '../../src/modules/payment/ask-payment.action.js';
import { ClearPayments } from '../../src/modules/payment/clear-payments.js';
import { DueReader } from '../../src/modules/payment/due.reader.js';
import { GatewayAccountStore } from '../../src/modules/payment/gateway-account.store.js';
import { KeepGatewayAccount } from '../../src/modules/payment/keep-gateway-account.action.js';
import { PaymentReader } from '../../src/modules/payment/payment.reader.js';
import { ProposeRefund } from '../../src/modules/payment/propose-refund.action.js';
import { raiseDue } from '../../src/modules/payment/raise-due.js';
import { ReceiveNotification } from '../../src/modules/payment/receive-notification.action.js';
import { ResolveSuspense } from '../../src/modules/payment/resolve-suspense.action.js';
import { TalkToGateway } from '../../src/modules/payment/talk-to-gateway.js';
import { TransferDue } from '../../src/modules/payment/transfer-due.action.js';
import { TransferReader } from '../../src/modules/payment/transfer.reader.js';
import { makeLogger } from '../../src/platform/logging/logger.js';
import { newId } from '../../src/platform/new-id.js';
import type { Db } from '../../src/platform/db/db.js';
import { withinScope } from '../../src/platform/db/scope.js';
import type { Gateway } from '../../src/platform/gateway/gateway.js';
import { SecretKey } from '../../src/platform/secret/secret-key.js';
import type { TestDatabase } from './database.js';

export const KEYS = { merchantId: 'G-UJI', serverKey: 'server-key-of-the-spec', clientKey: 'client-key' };

const config = { PAYMENT_EXPIRY_MINUTES: 60, DECISION_HOURS: 24 };

/** Asks for payments on a connection of the spec's. */
export const askingOn = (db: Db): AskPayment =>
  new AskPayment(db, new DueReader(), new PaymentReader(), config);

/** The payment stage put together as the processes have it, in front of a gateway of the spec's. */
export const paymentsOf = (database: TestDatabase, gateway: Gateway) => {
  const { db, bareDb, workerDb } = database;
  const accounts = new GatewayAccountStore(new SecretKey('a-secret-of-more-than-32-characters', ''));
  const reader = new PaymentReader();
  const talk = new TalkToGateway(workerDb, accounts, gateway);
  return {
    accounts,
    reader,
    talk,
    asking: askingOn(bareDb),
    keeping: new KeepGatewayAccount(bareDb, accounts),
    receiving: new ReceiveNotification(bareDb),
    refunding: new ProposeRefund(bareDb, reader, config),
    resolving: new ResolveSuspense(bareDb, config),
    transfers: new TransferDue(bareDb, new TransferReader()),
    clearing: new ClearPayments(workerDb),
    /** Asks all that is due, now, and waits for what comes of it. */
    ask: async (): Promise<number> => {
      const worker = new AskGateway(workerDb, talk, makeLogger('silent'));
      return withinScope({ purpose: 'payment.ask-gateway' }, async () => {
        const asked = await worker.run();
        await worker.rest();
        return asked;
      });
    },
    /** Another process's, of which a spec may forget to wait. */
    worker: () => new AskGateway(workerDb, talk, makeLogger('silent')),
    /** Whatever is to be asked is to be asked now. */
    hurry: () => db.change('UPDATE gateway_ask SET due_at = clock_timestamp() WHERE due_at IS NOT NULL'),
  };
};

/** What one party owes another, with the journal of whoever raised it. */
export const plantDue = async (
  { db }: Pick<TestDatabase, 'db'>,
  payerId: string,
  payeeId: string,
  amountRp: number,
  kind: DueKind = 'payment-request',
): Promise<string> =>
  db.transaction(async (tx) => {
    const subjectId = newId();
    const dueId = await raiseDue(tx, {
      ...{ kind, subjectId, payerId, payeeId, poolId: null, amountRp, dueAt: null },
    });
    if (kind !== 'deposit')
      await postJournal(tx, {
        ...{ businessKey: `spec:${subjectId}`, kind: 'spec' },
        postings: [
          debit(payeeId, 'receivable', amountRp),
          credit(payeeId, 'unearned', amountRp),
          debit(payerId, 'prepaid', amountRp),
          credit(payerId, 'payable', amountRp),
        ],
      });
    return dueId;
  });

/** A notification as the gateway sends it, signed. */
export const notify = (
  orderId: string,
  amountRp: number,
  changed: Record<string, unknown> = {},
  key = KEYS.serverKey,
): Record<string, unknown> => {
  const fields = { order_id: orderId, status_code: '200', gross_amount: `${amountRp}.00` };
  const signed = fields.order_id + fields.status_code + fields.gross_amount + key;
  return {
    ...fields,
    signature_key: createHash('sha512').update(signed).digest('hex'),
    merchant_id: KEYS.merchantId,
    currency: 'IDR',
    transaction_status: 'settlement',
    ...changed,
  };
};
