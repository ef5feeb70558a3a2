import type { Channel, ChargeRequest } from '../gateway.js';
import { isGatewayId } from './gateway-id.js';
import { writeJakartaTime } from './jakarta-time.js';

/** Midtrans' own bounds, in seconds: 20 s and 180 days. */
const MIN_EXPIRY_S = 20;
const MAX_EXPIRY_S = 180 * 86_400;

const ITEM_NAME_MAX = 50;
const BCA_NAME_MAX = 30;
const BILL_INFO1_MAX = 10;
const BILL_INFO2_MAX = 30;

/** What stands on tellers' screens, in the letters they can show. */
const plain = (text: string, max: number): string =>
  text
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .trim()
    .slice(0, max);

const method = (channel: Exclude<Channel, 'snap'>, payerName: string): object => {
  switch (channel) {
    case 'bca-va':
    case 'bni-va':
    case 'bri-va':
    case 'permata-va':
      return { payment_type: 'bank_transfer', bank_transfer: { bank: channel.replace('-va', '') } };
    case 'mandiri-bill':
      return {
        payment_type: 'echannel',
        echannel: {
          bill_info1: plain('Tagihan', BILL_INFO1_MAX),
          bill_info2: plain(payerName, BILL_INFO2_MAX) || '-',
        },
      };
    case 'qris':
      return { payment_type: 'qris', qris: { acquirer: 'gopay' } };
  }
};

/** Why a charge is not even sent, or undefined: what Midtrans would refuse, or worse, take otherwise than it is meant. */
export const faultOf = (
  { orderId, amountRp, items, expiresAt }: ChargeRequest,
  now: Date,
): string | undefined => {
  if (!isGatewayId(orderId)) return 'the order id is none';
  if (!Number.isSafeInteger(amountRp) || amountRp < 1) return 'the amount is no whole rupiah above 0';
  if (items.some((item) => !Number.isSafeInteger(item.amountRp) || !isGatewayId(item.id)))
    return 'an item has no whole rupiah or no id';
  if (items.reduce((sum, item) => sum + item.amountRp, 0) !== amountRp)
    return 'the items do not add up to the amount';
  const seconds = secondsUntil(expiresAt, now);
  return seconds < MIN_EXPIRY_S || seconds > MAX_EXPIRY_S
    ? 'it would expire in less than 20 seconds or in more than 180 days'
    : undefined;
};

/** Counted in whole seconds of the clock, as moments are written. */
const secondsUntil = (expiresAt: Date, now: Date): number =>
  Math.floor(expiresAt.getTime() / 1000) - Math.floor(now.getTime() / 1000);

const common = ({ orderId, amountRp, items, payerName, channel }: ChargeRequest): object => ({
  transaction_details: { order_id: orderId, gross_amount: amountRp },
  item_details: items.map((item) => ({
    id: item.id,
    name: plain(item.name, ITEM_NAME_MAX) || item.id,
    price: item.amountRp,
    quantity: 1,
  })),
  customer_details: {
    first_name: plain(payerName, channel === 'bca-va' ? BCA_NAME_MAX : ITEM_NAME_MAX) || '-',
  },
});

/** The body of `POST /v2/charge`; the expiry counts from `now`, so that both clocks mean the same moment. */
export const writeCharge = (
  request: ChargeRequest & { readonly channel: Exclude<Channel, 'snap'> },
  now: Date,
): object => ({
  ...method(request.channel, request.payerName),
  ...common(request),
  custom_expiry: {
    order_time: `${writeJakartaTime(now)} +0700`,
    expiry_duration: secondsUntil(request.expiresAt, now),
    unit: 'second',
  },
});

/** The body of Snap's `POST /transactions`, which counts in minutes; a minute begun is left out. */
export const writeSnap = (request: ChargeRequest, now: Date): object => ({
  ...common(request),
  expiry: {
    start_time: `${writeJakartaTime(now)} +0700`,
    unit: 'minute',
    duration: Math.max(1, Math.floor(secondsUntil(request.expiresAt, now) / 60)),
  },
});
