import { completeTerms } from '../../../src/core/bid/complete-terms.js';
import { sealBid } from '../../../src/seal/index.js';
import { dataOf, type Api, type View } from '../api/api.js';
import type { bodyOf } from './bid-form.js';
import type { termsOf } from './pool-terms.js';

type Context =
  | { readonly lotId: string; readonly supplierId: string }
  | { readonly poolId: string; readonly supplierId: string };

/** What a bidder keeps of what was sealed here: the form that `sepikul unseal` reads, once its key is public. */
export interface KeptBid {
  readonly keyId: string;
  readonly publicKey: { readonly curve: View<'SealingKeyView'>['curve']; readonly key: string };
  readonly context: Context;
  readonly terms: object;
  readonly nonce: string;
  readonly hash: string;
  readonly box: View<'SealedBoxBody'>;
}

interface ToSeal<Path, Terms> {
  readonly path: Path;
  readonly sealingKey: View<'SealingKeyView'>;
  readonly terms: Terms;
  readonly nonce: string;
  /** The revision that was seen, if any. */
  readonly seen: { readonly header?: { readonly 'If-Match': string } };
}

const sealHere = async ({
  path: context,
  sealingKey: { keyId, curve, publicKey: key },
  terms,
  nonce,
}: ToSeal<Context, object>): Promise<KeptBid> => {
  const publicKey = { curve, key };
  const { box, hash } = await sealBid(publicKey, context, terms, nonce);
  return { keyId, publicKey, context, terms, nonce, hash, box };
};

/** Seals a bid on this phone and hands in the box: of the terms nothing else leaves it. */
export const sealAndSend = async (
  api: Api,
  bid: ToSeal<{ lotId: string; supplierId: string }, NonNullable<ReturnType<typeof bodyOf>>>,
): Promise<KeptBid> => {
  // In the one form that terms have, as the hash will be computed again.
  const kept = await sealHere({ ...bid, terms: completeTerms(bid.terms) });
  const { path, seen } = bid;
  const body = { box: kept.box, hash: kept.hash };
  await dataOf(api.PUT('/api/v1/lots/{lotId}/sealed-bids/{supplierId}', { params: { path, ...seen }, body }));
  return kept;
};

/** The same of terms over all lots of a pool. */
export const sealAndSendTerms = async (
  api: Api,
  terms: ToSeal<{ poolId: string; supplierId: string }, NonNullable<ReturnType<typeof termsOf>>>,
): Promise<KeptBid> => {
  const kept = await sealHere(terms);
  const { path, seen } = terms;
  const body = { box: kept.box, hash: kept.hash };
  await dataOf(
    api.PUT('/api/v1/pools/{poolId}/sealed-terms/{supplierId}', { params: { path, ...seen }, body }),
  );
  return kept;
};
