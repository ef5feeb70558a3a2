import { createHash, timingSafeEqual } from 'node:crypto';

/** What a notification's signature is over, as the strings that came: "1000.00" and "1000" are not the same. */
export interface SignedFields {
  readonly orderId: string;
  readonly statusCode: string;
  readonly grossAmount: string;
  readonly signatureKey: string;
}

/** In constant time; what is no SHA-512 in hexadecimal is no signature. */
const isSame = (claimed: string, made: Buffer): boolean =>
  /^[0-9a-fA-F]{128}$/.test(claimed) && timingSafeEqual(Buffer.from(claimed, 'hex'), made);

/**
 * Whether a notification was signed with this key: SHA-512 over order id, status code, amount and key, as they came.
 * It does not cover the transaction's status: a copy with another status passes, so ask the status before acting.
 */
export const verifySignature = (
  { orderId, statusCode, grossAmount, signatureKey }: SignedFields,
  key: string,
): boolean =>
  isSame(
    signatureKey,
    createHash('sha512')
      .update(orderId + statusCode + grossAmount + key)
      .digest(),
  );

/** The same for a payout's notification: over the raw body, as its bytes came, and the merchant's key. */
export const verifyPayoutSignature = (rawBody: Buffer, signature: string, merchantKey: string): boolean =>
  isSame(signature, createHash('sha512').update(rawBody).update(merchantKey).digest());
