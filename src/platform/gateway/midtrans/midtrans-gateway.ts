import type { Answer, ChargeRequest, Gateway, GatewayKeys, GatewayTransaction } from '../gateway.js';
import { isGatewayId } from './gateway-id.js';
import { idempotencyKey, keepsKeys } from './idempotency-key.js';
import { makeCore, makeSnap, type MidtransPlace } from './make-client.js';
import { bodyOf, codeOf, readFailure } from './read-failure.js';
import { isFields, readTransaction } from './read-transaction.js';
import { faultOf, writeCharge, writeSnap } from './write-charge.js';

type Told = Answer<GatewayTransaction>;

const refused = (code: number, message: string): Told => ({ outcome: 'refused', code, message });
const unknown = (reason: string): Told => ({ outcome: 'unknown', reason });

const MALFORMED = 'MALFORMED';

/** Midtrans by its official client; the only file that calls it, with the clients that `make-client` equips. */
export class MidtransGateway implements Gateway {
  constructor(
    private readonly place: MidtransPlace,
    private readonly now: () => Date = () => new Date(),
  ) {}

  async charge(keys: GatewayKeys, request: ChargeRequest): Promise<Told> {
    const now = this.now();
    const fault = faultOf(request, now);
    if (fault !== undefined) return refused(400, fault);
    const { channel, orderId } = request;
    if (channel === 'snap') return this.openSnap(keys, request, now);
    const headers: Record<string, string> = {};
    if (keepsKeys(channel)) headers['Idempotency-Key'] = idempotencyKey('charge', keys.merchantId, orderId);
    if (this.place.notifyUrl !== undefined) headers['X-Override-Notification'] = this.place.notifyUrl;
    const core = makeCore(this.place, keys, headers);
    const told = await this.call(keys, orderId, () => core.charge(writeCharge({ ...request, channel }, now)));
    return this.judge(keys, request, told);
  }

  async status(keys: GatewayKeys, orderId: string): Promise<Told> {
    const core = makeCore(this.place, keys);
    return this.call(keys, orderId, () => core.transaction.status(orderId));
  }

  async cancel(keys: GatewayKeys, orderId: string): Promise<Told> {
    const core = makeCore(this.place, keys);
    return this.call(keys, orderId, () => core.transaction.cancel(orderId));
  }

  async expire(keys: GatewayKeys, orderId: string): Promise<Told> {
    const core = makeCore(this.place, keys);
    return this.call(keys, orderId, () => core.transaction.expire(orderId));
  }

  async refund(
    keys: GatewayKeys,
    orderId: string,
    { refundKey, amountRp, reason }: { refundKey: string; amountRp: number; reason: string },
  ): Promise<Told> {
    if (!isGatewayId(refundKey)) return refused(400, 'the refund key is none');
    if (!Number.isSafeInteger(amountRp) || amountRp < 1) return refused(400, 'no whole rupiah above 0');
    const headers = { 'Idempotency-Key': idempotencyKey('refund', keys.merchantId, orderId, refundKey) };
    const core = makeCore(this.place, keys, headers);
    const told = await this.call(keys, orderId, () =>
      core.transaction.refund(orderId, { refund_key: refundKey, amount: amountRp, reason }),
    );
    if (told.outcome !== 'refused' || told.code !== 406) return told;
    // The key is taken: by this very refund, or by another.
    const standing = await this.status(keys, orderId);
    if (standing.outcome !== 'done') return standing.outcome === 'unknown' ? standing : told;
    const isSame = (refund: { refundKey: string; amountRp: number }): boolean =>
      refund.refundKey === refundKey && refund.amountRp === amountRp;
    return standing.value.refunds.some(isSame) ? standing : told;
  }

  /** An order id is used once: what came back as a duplicate is our own charge, whose answer never reached us. */
  private async judge(keys: GatewayKeys, request: ChargeRequest, told: Told): Promise<Told> {
    const standing =
      told.outcome === 'refused' && told.code === 406 ? await this.status(keys, request.orderId) : told;
    if (standing.outcome === 'refused' && told !== standing) return unknown('DUPLICATE_WITHOUT_STATUS');
    if (standing.outcome === 'done' && standing.value.amountRp !== request.amountRp)
      return unknown('OTHER_AMOUNT');
    return standing;
  }

  /**
   * Opens Snap's page, where the payer picks a method; until then the status knows no such order (404), and a page that
   * expires says nothing. A second page for the same order is the same order, which Snap allows until it is paid.
   */
  private async openSnap(keys: GatewayKeys, request: ChargeRequest, now: Date): Promise<Told> {
    const override =
      this.place.notifyUrl === undefined ? {} : { 'X-Override-Notification': this.place.notifyUrl };
    const snap = makeSnap(this.place, keys, override);
    try {
      const page = await snap.createTransaction(writeSnap(request, now));
      if (!isFields(page) || typeof page.token !== 'string' || typeof page.redirect_url !== 'string')
        return unknown(MALFORMED);
      return { outcome: 'done', value: pageOf(request, page.token, page.redirect_url, now) };
    } catch (thrown) {
      const failure = readFailure(thrown, secretsOf(keys));
      // Taken: a page of this order has been paid, or waits for the method that was picked.
      return failure.outcome === 'refused' && failure.message.includes('order_id')
        ? this.judge(keys, request, refused(406, failure.message))
        : failure;
    }
  }

  /** One call, whose answer is about this order or is none. */
  private async call(keys: GatewayKeys, orderId: string, work: () => Promise<unknown>): Promise<Told> {
    if (!isGatewayId(orderId)) return refused(400, 'the order id is none');
    try {
      return read(orderId, await work());
    } catch (thrown) {
      // An expired transaction is answered 407, by HTTP or in the body alone.
      if (codeOf(thrown) === 407) return read(orderId, bodyOf(thrown));
      return readFailure(thrown, secretsOf(keys));
    }
  }
}

const read = (orderId: string, body: unknown): Told => {
  const value = readTransaction(body);
  if (value === undefined) return unknown(MALFORMED);
  return value.orderId === orderId ? { outcome: 'done', value } : unknown('OTHER_ORDER');
};

const pageOf = (
  request: ChargeRequest,
  token: string,
  redirectUrl: string,
  now: Date,
): GatewayTransaction => ({
  orderId: request.orderId,
  transactionId: token,
  status: 'pending',
  fraudStatus: null,
  channel: 'snap',
  paymentType: '',
  amountRp: request.amountRp,
  currency: 'IDR',
  transactionTime: now,
  settledAt: null,
  expiresAt: request.expiresAt,
  instructions: { redirectUrl },
  refunds: [],
  refundedRp: null,
});

const secretsOf = ({ serverKey, clientKey, signatureKey }: GatewayKeys): readonly string[] => [
  serverKey,
  clientKey,
  signatureKey,
];
