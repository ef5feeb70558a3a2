import type {
  Answer,
  ChargeRequest,
  Gateway,
  GatewayKeys,
  GatewayTransaction,
  Refunded,
} from '../../src/platform/gateway/gateway.js';

type Outcome = 'answers' | 'silent-after' | 'silent-before' | { readonly refuses: number };

/** A gateway of one process for specs of the payment stage: it knows orders, and answers or not as it is told. */
export class ScriptedGateway implements Gateway {
  readonly orders = new Map<string, GatewayTransaction>();
  readonly heard: string[] = [];
  /** What comes of the next calls, in turn; then it answers. */
  readonly script: Outcome[] = [];

  charge(_: GatewayKeys, request: ChargeRequest): Promise<Answer<GatewayTransaction>> {
    return this.hear('charge', request.orderId, () => {
      if (this.orders.has(request.orderId)) return { outcome: 'refused', code: 406, message: 'duplicate' };
      const { orderId, amountRp, channel, expiresAt } = request;
      this.orders.set(orderId, {
        ...{ orderId, amountRp, channel, expiresAt, status: 'pending', fraudStatus: null },
        ...{ transactionId: `t-${orderId}`, paymentType: 'bank_transfer', currency: 'IDR', settledAt: null },
        ...{ transactionTime: new Date(), instructions: { bank: 'bca', vaNumber: '8808123' }, refunds: [] },
        refundedRp: null,
      });
      return this.known(orderId);
    });
  }

  status(_: GatewayKeys, orderId: string): Promise<Answer<GatewayTransaction>> {
    return this.hear('status', orderId, () => this.known(orderId));
  }

  cancel(_: GatewayKeys, orderId: string): Promise<Answer<GatewayTransaction>> {
    return this.hear('cancel', orderId, () => this.end(orderId, 'cancel'));
  }

  expire(_: GatewayKeys, orderId: string): Promise<Answer<GatewayTransaction>> {
    return this.hear('expire', orderId, () => this.end(orderId, 'expire'));
  }

  refund(
    _: GatewayKeys,
    orderId: string,
    { refundKey, amountRp }: { readonly refundKey: string; readonly amountRp: number },
  ): Promise<Answer<GatewayTransaction>> {
    return this.hear('refund', orderId, () => {
      const refunds = this.orders.get(orderId)?.refunds ?? [];
      if (!refunds.some((each) => each.refundKey === refundKey))
        this.set(orderId, { refunds: [...refunds, { refundKey, amountRp, confirmedAt: null }] });
      return this.known(orderId);
    });
  }

  /** What happens at the gateway without us. */
  set(orderId: string, changed: Partial<GatewayTransaction>): void {
    const order = this.orders.get(orderId);
    if (order === undefined) throw new Error(`no order ${orderId}`);
    this.orders.set(orderId, { ...order, ...changed });
  }

  /** Its payer pays. */
  pay(orderId: string, settledAt = new Date()): void {
    this.set(orderId, { status: 'settlement', settledAt });
  }

  /** The bank has confirmed what was given back. */
  confirmRefunds(orderId: string): void {
    const refunds = (this.orders.get(orderId)?.refunds ?? []).map((each): Refunded => ({
      ...each,
      confirmedAt: new Date(),
    }));
    this.set(orderId, { status: 'partial_refund', refunds });
  }

  private end(orderId: string, status: 'cancel' | 'expire'): Answer<GatewayTransaction> {
    if (this.orders.get(orderId)?.status === 'pending') this.set(orderId, { status });
    else if (this.orders.has(orderId)) return { outcome: 'refused', code: 412, message: 'status' };
    return this.known(orderId);
  }

  private known(orderId: string): Answer<GatewayTransaction> {
    const value = this.orders.get(orderId);
    return value === undefined
      ? { outcome: 'refused', code: 404, message: 'not found' }
      : { outcome: 'done', value };
  }

  private async hear(
    call: string,
    orderId: string,
    work: () => Answer<GatewayTransaction>,
  ): Promise<Answer<GatewayTransaction>> {
    this.heard.push(call);
    expect(orderId).toMatch(/^SPK-[0-9a-f]{32}$/);
    const outcome = this.script.shift() ?? 'answers';
    if (outcome === 'silent-before') return { outcome: 'unknown', reason: 'ETIMEDOUT' };
    if (typeof outcome === 'object') return { outcome: 'refused', code: outcome.refuses, message: 'told to' };
    const answer = work();
    return outcome === 'silent-after' ? { outcome: 'unknown', reason: 'ETIMEDOUT' } : answer;
  }
}
