import { createHash } from 'node:crypto';
import type { Status, Transaction } from '../book.js';
import { jakarta } from '../jakarta.js';
import { keysOf } from '../keys.js';

export type Told = Record<string, unknown>;

const rupiah = (amountRp: number): string => `${amountRp}.00`;

const codes: Readonly<Record<Status, string>> = {
  pending: '201',
  settlement: '200',
  deny: '202',
  cancel: '200',
  expire: '407',
  refund: '200',
  partial_refund: '200',
};

const sign = (tx: Transaction, statusCode: string): string =>
  createHash('sha512')
    .update(tx.orderId + statusCode + rupiah(tx.amountRp) + keysOf(tx.merchant).serverKey)
    .digest('hex');

const paidHow = (tx: Transaction): Told => {
  switch (tx.method) {
    case 'bca':
    case 'bni':
    case 'bri':
      return {
        payment_type: 'bank_transfer',
        va_numbers: [{ bank: tx.method, va_number: tx.number }],
        payment_amounts:
          tx.method === 'bni' && tx.settledAt !== null
            ? [{ paid_at: jakarta(tx.settledAt), amount: rupiah(tx.amountRp) }]
            : [],
      };
    case 'permata':
      return { payment_type: 'bank_transfer', permata_va_number: tx.number };
    case 'echannel':
      return { payment_type: 'echannel', biller_code: '70012', bill_key: tx.number };
    case 'qris':
      return {
        payment_type: 'qris',
        acquirer: 'gopay',
        ...(tx.settledAt === null ? {} : { issuer: 'gopay', transaction_type: 'on-us' }),
      };
  }
};

const refunded = (tx: Transaction): Told =>
  tx.refunds.length === 0
    ? {}
    : {
        refund_amount: rupiah(tx.refunds.reduce((sum, refund) => sum + refund.amountRp, 0)),
        refunds: tx.refunds.map((refund) => ({
          refund_chargeback_id: refund.number,
          refund_amount: rupiah(refund.amountRp),
          created_at: jakarta(refund.createdAt),
          reason: refund.reason,
          refund_key: refund.key,
          refund_method: 'online',
          ...(refund.confirmedAt === null ? {} : { bank_confirmed_at: jakarta(refund.confirmedAt) }),
        })),
      };

/** A transaction as answers of the Core API and notifications tell it. */
const tell = (tx: Transaction, statusCode: string, message: string): Told => ({
  status_code: statusCode,
  status_message: message,
  transaction_id: tx.transactionId,
  order_id: tx.orderId,
  merchant_id: keysOf(tx.merchant).merchantId,
  gross_amount: rupiah(tx.amountRp),
  currency: 'IDR',
  transaction_time: jakarta(tx.createdAt),
  transaction_status: tx.status,
  fraud_status: 'accept',
  expiry_time: jakarta(tx.expiresAt),
  ...(tx.settledAt === null ? {} : { settlement_time: jakarta(tx.settledAt) }),
  ...paidHow(tx),
  ...refunded(tx),
});

/** The answer to a charge: the one place that holds a QRIS' text. */
export const tellCharge = (tx: Transaction, url: string): Told => ({
  ...tell(tx, '201', 'Success, transaction is created'),
  ...(tx.method === 'qris'
    ? {
        qr_string: tx.number,
        actions: [
          { name: 'generate-qr-code', method: 'GET', url: `${url}/v2/qris/${tx.transactionId}/qr-code` },
        ],
      }
    : {}),
});

export const tellStatus = (tx: Transaction): Told => {
  const code = codes[tx.status];
  return { ...tell(tx, code, 'Success, transaction is found'), signature_key: sign(tx, code) };
};

/** An expiry is notified as 202, though its status is 407. */
export const tellNotification = (tx: Transaction): Told => {
  const code = tx.status === 'expire' ? '202' : codes[tx.status];
  return { ...tell(tx, code, 'midtrans payment notification'), signature_key: sign(tx, code) };
};
