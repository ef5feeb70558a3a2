import { judgeNotification, isOurOrderId, parseGross, readNotification } from './judge-notification.js';
import {
  judgeCancelling,
  judgeRefund,
  sumDues,
  type OwedBack,
  type PayableDue,
  type Refundable,
} from './judge-payment.js';

const due = (id: string, changed: Partial<PayableDue> = {}): PayableDue => ({
  ...{ id, payerId: 'payer', payeeId: 'payee', state: 'open', amountRp: 100, coveredRp: 0 },
  ...{ waitingPaymentId: null, isPaidOut: false, ...changed },
});

describe('what one payment is for', () => {
  it('is what is open of its dues together', () => {
    expect(sumDues([due('a'), due('b', { coveredRp: 40 })], ['a', 'b'])).toBe(160);
  });

  it.each([
    ['DUE_NOT_FOUND', [], ['a']],
    ['DUE_NOT_FOUND', [due('a')], ['a', 'b']],
    ['DUES_OF_SEVERAL', [due('a'), due('b', { payeeId: 'another' })], ['a', 'b']],
    ['DUES_OF_SEVERAL', [due('a'), due('b', { payerId: 'another' })], ['a', 'b']],
    ['DUE_CANCELLED', [due('a', { state: 'cancelled' })], ['a']],
    ['DUE_SETTLED', [due('a', { state: 'settled', coveredRp: 100 })], ['a']],
    ['DUE_BEING_PAID', [due('a', { waitingPaymentId: 'p' })], ['a']],
    ['DUE_BEING_PAID_OUT', [due('a', { isPaidOut: true })], ['a']],
  ])('is refused with %s', (code, dues, asked) => {
    expect(() => sumDues(dues, asked)).toThrow(code);
  });

  it('can be given up while it waits', () => {
    for (const state of ['created', 'unknown', 'pending'] as const) judgeCancelling(state);
    expect(() => judgeCancelling('settled')).toThrow('PAYMENT_OVER');
  });
});

describe('a refund', () => {
  const now = new Date('2026-11-26T03:00:00Z');
  const payment: Refundable = {
    ...{ state: 'settled', isRefundable: true, channel: 'qris', payerId: 'payer', payeeId: 'payee' },
    ...{ leftRp: 80, firmAt: now, merchantId: 'G', merchantNow: 'G' },
  };
  const owed: OwedBack = {
    ...{ kind: 'credit', payerId: 'payee', payeeId: 'payer', state: 'open', amountRp: 90, coveredRp: 0 },
    onItsWayRp: 0,
  };

  it('pays what is owed back, up to what is left of the payment', () => {
    judgeRefund(payment, owed, 80, now);
    judgeRefund({ ...payment, merchantId: null }, owed, 80, now);
  });

  it.each([
    ['CHANNEL_GIVES_NOTHING_BACK', { isRefundable: false }, {}, 80],
    ['PAYMENT_NOT_PAID', { state: 'reversed' }, {}, 80],
    ['MERCHANT_HAS_CHANGED', { merchantNow: 'H' }, {}, 80],
    ['MERCHANT_HAS_CHANGED', { merchantNow: undefined }, {}, 80],
    ['MONEY_NOT_FIRM_YET', { firmAt: new Date(now.getTime() + 1) }, {}, 80],
    ['DUE_NOT_OWED_BACK', {}, { kind: 'balance' }, 80],
    ['DUE_NOT_OWED_BACK', {}, { payeeId: 'another' }, 80],
    ['MORE_THAN_IS_DUE', {}, {}, 91],
    ['MORE_THAN_IS_DUE', {}, { onItsWayRp: 20 }, 71],
    ['MORE_THAN_WAS_PAID', {}, {}, 81],
  ] as const)('is refused with %s', (code, ofPayment, ofDue, amountRp) => {
    expect(() => judgeRefund({ ...payment, ...ofPayment }, { ...owed, ...ofDue }, amountRp, now)).toThrow(
      code,
    );
  });
});

describe('a notification', () => {
  const body = {
    order_id: 'SPK-1',
    status_code: '200',
    gross_amount: '100.00',
    signature_key: 'ab',
    extra: 1,
  };

  it('is read leniently, but for what is signed', () => {
    expect(readNotification(body)).toMatchObject({ orderId: 'SPK-1', merchantId: null, currency: null });
    for (const missing of ['order_id', 'status_code', 'gross_amount', 'signature_key'])
      expect(readNotification({ ...body, [missing]: 1 })).toBeUndefined();
    for (const nothing of [null, 'text', 1, undefined]) expect(readNotification(nothing)).toBeUndefined();
  });

  it('names an order of ours or none', () => {
    expect(isOurOrderId(`SPK-${'0'.repeat(32)}`)).toBe(true);
    for (const odd of ['SPK-1', '../SPK', `SPK-${'0'.repeat(32)}/x`, `SPK-${'g'.repeat(32)}`, ''])
      expect(isOurOrderId(odd)).toBe(false);
  });

  it.each([
    ['11000000.00', 11_000_000],
    ['11000000', 11_000_000],
    ['11000000.50', undefined],
    ['-1', undefined],
    ['1e9', undefined],
  ])('says %s and means %s', (text, amountRp) => {
    expect(parseGross(text)).toBe(amountRp);
  });

  it('is genuine only of this merchant, amount and currency', () => {
    const fields = readNotification({ ...body, currency: 'IDR', merchant_id: 'G' });
    if (fields === undefined) throw new Error('unreadable');
    const payment = { amountRp: 100, merchantId: 'G' };
    expect(judgeNotification(fields, payment)).toBe('genuine');
    expect(judgeNotification({ ...fields, merchantId: 'H' }, payment)).toBe('wrong-merchant');
    expect(judgeNotification({ ...fields, currency: 'USD' }, payment)).toBe('wrong-amount');
    expect(judgeNotification(fields, { ...payment, amountRp: 101 })).toBe('wrong-amount');
  });
});
