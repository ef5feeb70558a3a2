import {
  transactionStatuses,
  type Channel,
  type GatewayTransaction,
  type Instructions,
  type Refunded,
  type TransactionStatus,
} from '../gateway.js';
import { readJakartaTime } from './jakarta-time.js';
import { readRupiah } from './read-rupiah.js';

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** Midtrans' samples once write it in capitals. */
const statusOf = (written: unknown): TransactionStatus | undefined => {
  const status = text(written)?.toLowerCase();
  return transactionStatuses.find((known) => known === status);
};

const firstVa = (body: Fields): Fields | undefined => {
  const [first] = Array.isArray(body.va_numbers) ? (body.va_numbers as unknown[]) : [];
  return isFields(first) ? first : undefined;
};

const bankChannels: Readonly<Record<string, Channel>> = { bca: 'bca-va', bni: 'bni-va', bri: 'bri-va' };

const channelOf = (body: Fields): Channel | null => {
  if (body.payment_type === 'echannel') return 'mandiri-bill';
  if (body.payment_type === 'qris') return 'qris';
  if (body.payment_type !== 'bank_transfer') return null;
  if (text(body.permata_va_number) !== undefined) return 'permata-va';
  return bankChannels[text(firstVa(body)?.bank)?.toLowerCase() ?? ''] ?? null;
};

const instructionsOf = (body: Fields): Instructions => {
  const permata = text(body.permata_va_number);
  const va = firstVa(body);
  const written: [keyof Instructions, string | undefined][] = [
    ['bank', permata === undefined ? text(va?.bank) : 'permata'],
    ['vaNumber', permata ?? text(va?.va_number)],
    ['billerCode', text(body.biller_code)],
    ['billKey', text(body.bill_key)],
    ['qrText', text(body.qr_string)],
  ];
  return Object.fromEntries(written.filter(([, value]) => value !== undefined));
};

/** One that was made at the gateway's own pages may have a number and no key. */
const keyOf = ({ refund_key: key, refund_chargeback_id: number }: Fields): string | undefined =>
  text(key) ?? (Number.isSafeInteger(number) ? `#${String(number)}` : undefined);

const refundOf = (written: unknown): Refunded | undefined => {
  if (!isFields(written)) return undefined;
  const [refundKey, amountRp] = [keyOf(written), readRupiah(written.refund_amount)];
  if (refundKey === undefined || amountRp === undefined) return undefined;
  return { refundKey, amountRp, confirmedAt: readJakartaTime(written.bank_confirmed_at) };
};

/** The answer to a refund names that one beside the transaction's fields instead of listing all. */
const refundsOf = (body: Fields): readonly Refunded[] => {
  const listed: readonly unknown[] = Array.isArray(body.refunds) ? (body.refunds as unknown[]) : [body];
  return listed.map(refundOf).filter((refund) => refund !== undefined);
};

/** Whole refunds are known by their status; of a part the sum may be all there is. */
const refundedOf = (status: TransactionStatus, refunds: readonly Refunded[], body: Fields): number | null => {
  if (refunds.length > 0 || (status !== 'refund' && status !== 'partial_refund')) return null;
  const amountRp = readRupiah(status === 'refund' ? body.gross_amount : body.refund_amount) ?? 0;
  return amountRp > 0 ? amountRp : null;
};

/**
 * A transaction from an answer or a notification, read leniently: unknown fields are passed over, what is missing and
 * not needed is null. Undefined where what is needed (order, transaction, status, amount) is missing or cannot be read.
 * Not a proof of anything: whoever reads a notification asks the status before believing it.
 */
export const readTransaction = (body: unknown): GatewayTransaction | undefined => {
  if (!isFields(body)) return undefined;
  const orderId = text(body.order_id);
  const transactionId = text(body.transaction_id);
  const status = statusOf(body.transaction_status);
  const amountRp = readRupiah(body.gross_amount);
  if (orderId === undefined || transactionId === undefined || status === undefined || amountRp === undefined)
    return undefined;
  const refunds = refundsOf(body);
  return {
    orderId,
    transactionId,
    status,
    fraudStatus: text(body.fraud_status)?.toLowerCase() ?? null,
    channel: channelOf(body),
    paymentType: text(body.payment_type) ?? '',
    amountRp,
    currency: text(body.currency) ?? 'IDR',
    transactionTime: readJakartaTime(body.transaction_time),
    settledAt: readJakartaTime(body.settlement_time),
    expiresAt: readJakartaTime(body.expiry_time),
    instructions: instructionsOf(body),
    refunds,
    refundedRp: refundedOf(status, refunds, body),
  };
};
