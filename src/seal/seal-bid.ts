import { fromBase64url, fromUtf8, sha256, toHex, toUtf8 } from './bytes.js';
import { canonicalBytes, canonicalText } from './canonical-bytes.js';
import { seal, unseal, type SealContext, type SealedBox } from './seal-message.js';
import { SealBroken } from './seal-broken.js';
import { drawNonce, type SealingKey } from './sealing-key.js';

/** Whose bid for which lot, as `{ lotId, supplierId }`; terms over a pool's lots name the pool instead. */
export type BidContext = SealContext;
export type SealedTerms = Readonly<Record<string, unknown>>;

export interface OpenedBid {
  readonly terms: SealedTerms;
  readonly nonce: string;
  readonly hash: string;
}

/** @throws SealBroken MALFORMED unless the nonce is 32 bytes in base64url. */
const requireNonce = (nonce: unknown): string => {
  if (fromBase64url(nonce).length !== 32) throw new SealBroken('MALFORMED');
  return nonce as string;
};

/** What the hash is of, to the letter: canonical JSON (RFC 8785). */
export const bidText = (context: BidContext, terms: object, nonce: string): string =>
  canonicalText({ context, terms, nonce: requireNonce(nonce) });

/**
 * What a receipt names a bid by: SHA-256 in hex of the canonical JSON (RFC 8785) of `{ context, terms, nonce }`. The
 * nonce keeps anyone from finding the price by hashing every price.
 */
export const hashBid = async (context: BidContext, terms: object, nonce: string): Promise<string> =>
  toHex(await sha256(toUtf8(bidText(context, terms, nonce))));

/** Seals a bid's terms and its nonce, which is drawn when left out. @throws SealBroken */
export const sealBid = async (
  publicKey: SealingKey,
  context: BidContext,
  terms: object,
  nonce: string = drawNonce(),
): Promise<{ box: SealedBox; nonce: string; hash: string }> => {
  const hash = await hashBid(context, terms, nonce);
  return { box: await seal(publicKey, canonicalBytes({ terms, nonce }), context), nonce, hash };
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new SealBroken('MALFORMED');
  }
};

/**
 * Opens a bid and recomputes its hash, which the caller compares with the one handed in. Only the canonical
 * spelling is a bid: one that could be read two ways is none.
 * @throws SealBroken FORMAT_UNKNOWN, MALFORMED, UNDECRYPTABLE
 */
export const openBid = async (
  privateKey: Uint8Array,
  publicKey: SealingKey,
  box: SealedBox,
  context: BidContext,
): Promise<OpenedBid> => {
  const text = fromUtf8(await unseal(privateKey, publicKey, box, context));
  const message = parse(text);
  if (!isRecord(message) || !isRecord(message.terms) || typeof message.nonce !== 'string')
    throw new SealBroken('MALFORMED');
  const { terms, nonce } = message;
  if (canonicalText({ terms, nonce }) !== text) throw new SealBroken('MALFORMED');
  return { terms, nonce, hash: await hashBid(context, terms, nonce) };
};
