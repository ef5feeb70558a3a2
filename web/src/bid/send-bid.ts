import { completeTerms } from '../../../src/core/bid/complete-terms.js';
import { sealBid } from '../../../src/seal/index.js';
import { dataOf, type Api, type View } from '../api/api.js';
import type { bodyOf } from './bid-form.js';

type Terms = NonNullable<ReturnType<typeof bodyOf>>;

/** What a bidder keeps of a bid sealed here: the form that `sepikul unseal` reads, once its key is public. */
export interface KeptBid {
  readonly keyId: string;
  readonly publicKey: { readonly curve: View<'SealingKeyView'>['curve']; readonly key: string };
  readonly context: { readonly lotId: string; readonly supplierId: string };
  readonly terms: object;
  readonly nonce: string;
  readonly hash: string;
  readonly box: View<'SealedBoxBody'>;
}

/** Seals a bid on this phone and hands in the box: of the terms nothing else leaves it. */
export const sealAndSend = async (
  api: Api,
  bid: {
    readonly path: { readonly lotId: string; readonly supplierId: string };
    readonly sealingKey: View<'SealingKeyView'>;
    readonly terms: Terms;
    readonly nonce: string;
    /** The revision that was seen, if any. */
    readonly seen: { readonly header?: { readonly 'If-Match': string } };
  },
): Promise<KeptBid> => {
  const { keyId, curve, publicKey: key } = bid.sealingKey;
  const context = { lotId: bid.path.lotId, supplierId: bid.path.supplierId };
  const publicKey = { curve, key };
  // In the one form that terms have, as the hash will be computed again.
  const terms = completeTerms(bid.terms);
  const { box, hash, nonce } = await sealBid(publicKey, context, terms, bid.nonce);
  await dataOf(
    api.PUT('/api/v1/lots/{lotId}/sealed-bids/{supplierId}', {
      params: { path: bid.path, ...bid.seen },
      body: { box, hash },
    }),
  );
  return { keyId, publicKey, context, terms, nonce, hash, box };
};
