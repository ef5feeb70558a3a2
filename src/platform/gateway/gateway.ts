/** Ways of paying that a gateway offers; which of them a collector has, its account with the gateway says. */
export const channels = ['bca-va', 'bni-va', 'bri-va', 'permata-va', 'mandiri-bill', 'qris', 'snap'] as const;
export type Channel = (typeof channels)[number];

/** How a transaction stands at the gateway, in its own words, in lower case. */
export const transactionStatuses = [
  'pending',
  'authorize',
  'capture',
  'settlement',
  'deny',
  'cancel',
  'expire',
  'failure',
  'refund',
  'partial_refund',
  'chargeback',
  'partial_chargeback',
] as const;
export type TransactionStatus = (typeof transactionStatuses)[number];

/** Under which account a call is made: the collector's own. Secrets: never logged. */
export interface GatewayKeys {
  readonly merchantId: string;
  readonly serverKey: string;
  readonly clientKey: string;
  /** What notifications are signed with; the server key unless the collector has been given another. */
  readonly signatureKey: string;
}

export interface ChargeRequest {
  /** Ours, unique for ever: at most 50 of A-Za-z0-9-_~. */
  readonly orderId: string;
  readonly amountRp: number;
  readonly channel: Channel;
  /** Sum of items = amountRp. */
  readonly items: readonly { readonly id: string; readonly name: string; readonly amountRp: number }[];
  readonly payerName: string;
  readonly expiresAt: Date;
}

/** What a person needs in order to pay. */
export interface Instructions {
  readonly bank?: string;
  readonly vaNumber?: string;
  readonly billerCode?: string;
  readonly billKey?: string;
  /** The text that a QRIS picture says. */
  readonly qrText?: string;
  readonly redirectUrl?: string;
}

export interface Refunded {
  readonly refundKey: string;
  readonly amountRp: number;
  /** Null until the bank has confirmed it. */
  readonly confirmedAt: Date | null;
}

/** A transaction as the gateway's status says it is: the truth. */
export interface GatewayTransaction {
  readonly orderId: string;
  readonly transactionId: string;
  readonly status: TransactionStatus;
  readonly fraudStatus: string | null;
  /** null: of a payment type that we never asked for. */
  readonly channel: Channel | null;
  readonly paymentType: string;
  readonly amountRp: number;
  readonly currency: string;
  readonly transactionTime: Date | null;
  readonly settledAt: Date | null;
  readonly expiresAt: Date | null;
  readonly instructions: Instructions;
  readonly refunds: readonly Refunded[];
  /** What went back in all, of an answer that names none; null: it does not say, or names them. */
  readonly refundedRp: number | null;
}

/**
 * What comes of a call. `unknown`: nobody can say whether it took effect (no answer, 5xx, an answer that cannot be
 * read); it is found out by `status`, never by doing it again.
 */
export type Answer<Value> =
  | { readonly outcome: 'done'; readonly value: Value }
  | { readonly outcome: 'refused'; readonly code: number; readonly message: string }
  | { readonly outcome: 'unknown'; readonly reason: string };

/** A payment gateway. No call throws for what the gateway answers or does not answer. */
export interface Gateway {
  charge(keys: GatewayKeys, request: ChargeRequest): Promise<Answer<GatewayTransaction>>;
  /** `refused` with code 404: the gateway knows no such order. */
  status(keys: GatewayKeys, orderId: string): Promise<Answer<GatewayTransaction>>;
  cancel(keys: GatewayKeys, orderId: string): Promise<Answer<GatewayTransaction>>;
  expire(keys: GatewayKeys, orderId: string): Promise<Answer<GatewayTransaction>>;
  /** The same refundKey again gives the same refund. */
  refund(
    keys: GatewayKeys,
    orderId: string,
    refund: { readonly refundKey: string; readonly amountRp: number; readonly reason: string },
  ): Promise<Answer<GatewayTransaction>>;
}

/** Provider token of the gateway. */
export const GATEWAY = Symbol('gateway');
