import type { Answer } from './gateway.js';

/** Under which account money is paid out; maker and approver are two keys on purpose. Secrets: never logged. */
export interface PayoutKeys {
  readonly makerKey: string;
  readonly approverKey: string;
  /** What notifications are signed with. */
  readonly merchantKey: string;
}

export interface PayoutOrder {
  /** The same key with the same order is done once; kept by the gateway for a day at least. */
  readonly idempotencyKey: string;
  readonly amountRp: number;
  /** Clearing code of the bank. */
  readonly bankCode: string;
  readonly accountNumber: string;
  readonly holderName: string;
  /** Letters, digits and blanks, at most 100. */
  readonly notes: string;
}

export const payoutStatuses = ['queued', 'approved', 'processed', 'completed', 'failed', 'rejected'] as const;
export type PayoutStatus = (typeof payoutStatuses)[number];

/** A payout as the gateway's own status says it is: the truth. */
export interface GatewayPayout {
  readonly referenceNo: string;
  readonly status: PayoutStatus;
  readonly amountRp: number;
  /** Why it failed or was rejected, in the gateway's words. */
  readonly reason: string | null;
}

/** Pays out of an account with a gateway. No call throws for what the gateway answers or does not answer. */
export interface PayoutGateway {
  /** Whether the bank is one it pays to. */
  pays(bankCode: string): boolean;
  create(keys: PayoutKeys, order: PayoutOrder): Promise<Answer<{ readonly referenceNo: string }>>;
  approve(keys: PayoutKeys, referenceNo: string): Promise<Answer<null>>;
  status(keys: PayoutKeys, referenceNo: string): Promise<Answer<GatewayPayout>>;
  /** Whether a notification was signed by the gateway: over its bytes as they came. */
  isSigned(keys: PayoutKeys, raw: Buffer, signature: string): boolean;
}

/** Provider token of the payout gateway. */
export const PAYOUT_GATEWAY = Symbol('payout gateway');
