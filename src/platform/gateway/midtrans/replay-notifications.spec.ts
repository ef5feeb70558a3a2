import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { packageRoot } from '../../package-root.js';
import { readTransaction } from './read-transaction.js';
import { verifyPayoutSignature, verifySignature, type SignedFields } from './verify-signature.js';

const KEY = 'SB-Mid-server-FAKEKEYFORTESTS';
const place = join(packageRoot(), 'test/fixtures/midtrans');
const names = readdirSync(place).filter((name) => name.endsWith('.json'));
const bodyOf = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(place, name), 'utf8')) as Record<string, unknown>;
const signedOf = (body: Record<string, unknown>): SignedFields => ({
  orderId: String(body.order_id),
  statusCode: String(body.status_code),
  grossAmount: String(body.gross_amount),
  signatureKey: String(body.signature_key),
});

describe('a notification as Midtrans sends it', () => {
  it('there are nine of', () => expect(names).toHaveLength(9));

  it.each(names)('%s is read, and its signature holds under its key alone', (name) => {
    const signed = signedOf(bodyOf(name));
    expect(readTransaction(bodyOf(name))).toMatchObject({ orderId: signed.orderId, currency: 'IDR' });
    expect(verifySignature(signed, KEY)).toBe(true);
    expect(verifySignature({ ...signed, signatureKey: signed.signatureKey.toUpperCase() }, KEY)).toBe(true);
    expect(verifySignature(signed, `${KEY}x`)).toBe(false);
    expect(verifySignature({ ...signed, signatureKey: '' }, KEY)).toBe(false);
    expect(verifySignature({ ...signed, orderId: 'PO-other' }, KEY)).toBe(false);
    expect(verifySignature({ ...signed, statusCode: '299' }, KEY)).toBe(false);
    // The number is the same, the text is not.
    expect(verifySignature({ ...signed, grossAmount: `${signed.grossAmount}0` }, KEY)).toBe(false);
  });

  it.each([
    ['notif_bca_va_settlement.json', 'bca-va', 'settlement', 5_500_000],
    ['notif_bni_va_pending.json', 'bni-va', 'pending', 11_000_000],
    ['notif_bni_va_settlement.json', 'bni-va', 'settlement', 11_000_000],
    ['notif_permata_va_settlement.json', 'permata-va', 'settlement', 5_500_000],
    ['notif_echannel_settlement.json', 'mandiri-bill', 'settlement', 748_000_000],
    ['notif_echannel_reversal_deny.json', 'mandiri-bill', 'deny', 748_000_000],
    ['notif_qris_settlement.json', 'qris', 'settlement', 275_000],
    ['notif_qris_partial_refund.json', 'qris', 'partial_refund', 275_000],
    // It names no bank any more.
    ['notif_va_expire.json', null, 'expire', 11_000_000],
  ] as const)('%s says %s, %s, Rp%i', (name, channel, status, amountRp) => {
    expect(readTransaction(bodyOf(name))).toMatchObject({ channel, status, amountRp });
  });

  it('counts its times in GMT+7', () => {
    expect(readTransaction(bodyOf('notif_bca_va_settlement.json'))).toMatchObject({
      transactionTime: new Date('2026-11-23T02:15:02Z'),
      settledAt: new Date('2026-11-23T03:02:12Z'),
    });
  });

  it('tells refunds with the moment the bank confirmed them', () => {
    expect(readTransaction(bodyOf('notif_qris_partial_refund.json'))?.refunds).toEqual([
      { refundKey: 'RF-0001', amountRp: 75_000, confirmedAt: new Date('2026-11-24T02:00:00Z') },
    ]);
  });

  it('with another status under the same code still passes: the signature is no proof of it', () => {
    const body = { ...bodyOf('notif_qris_settlement.json'), transaction_status: 'partial_refund' };
    expect(verifySignature(signedOf(body), KEY)).toBe(true);
    expect(readTransaction(body)).toMatchObject({ status: 'partial_refund' });
  });
});

describe('what is no transaction', () => {
  const good = bodyOf('notif_bca_va_settlement.json');

  it.each([
    ['no order', { order_id: undefined }],
    ['an order that is a list', { order_id: ['PO-1'] }],
    ['fractions of a rupiah', { gross_amount: '5500000.50' }],
    ['a status that nobody knows', { transaction_status: 'paid' }],
  ])('is not read: %s', (_, changed) => {
    expect(readTransaction({ ...good, ...changed })).toBeUndefined();
  });

  it('never throws, whatever comes', () => {
    const fields = fc.dictionary(fc.constantFrom(...Object.keys(good)), fc.jsonValue());
    fc.assert(
      fc.property(fc.jsonValue(), fields, (any, some) => {
        readTransaction(any);
        readTransaction({ ...good, ...some });
      }),
    );
  });
});

describe("a payout's notification", () => {
  it('is signed over its bytes', () => {
    const raw = Buffer.from('{"reference_no":"a1","amount":"10000.0","status":"completed"}');
    const signature = createHash('sha512').update(raw).update('merchant-key').digest('hex');
    expect(verifyPayoutSignature(raw, signature, 'merchant-key')).toBe(true);
    expect(verifyPayoutSignature(raw, signature, 'another-key')).toBe(false);
    expect(verifyPayoutSignature(Buffer.concat([raw, Buffer.from(' ')]), signature, 'merchant-key')).toBe(
      false,
    );
    expect(verifyPayoutSignature(raw, 'short', 'merchant-key')).toBe(false);
  });
});
