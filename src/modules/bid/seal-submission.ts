import { refuseBid } from '../../core/bid/refusals.js';
import type { SealMode } from '../../core/pool/declare-seal.js';
import { requireBox, sealBid, SealBroken, type SealContext, type SealedBox } from '../../seal/index.js';
import type { KeyRow } from './sealing-key.reader.js';

/** What is submitted: terms for the system to seal, or what its bidder sealed. */
export type Submission<Terms> = {
  /** The revision that its bidder saw; left out: none yet. */
  readonly seenRevision?: number | undefined;
} & (
  | { readonly terms: Terms; readonly nonce?: string | undefined }
  | { readonly box: SealedBox; readonly hash: string }
);

/** A submission as it is kept; terms and nonce are there only while it is submitted. */
export interface Sealed<Terms> {
  readonly box: SealedBox;
  readonly hash: string;
  readonly nonce: string | null;
  /** Null where it arrived sealed. */
  readonly terms: Terms | null;
}

/** Whose, and for what: whoever opens a box must name the same. */
export const contextOf = (
  { lotId, poolId }: Pick<KeyRow, 'lotId' | 'poolId'>,
  supplierId: string,
): SealContext => (lotId === null ? { poolId, supplierId } : { lotId, supplierId });

const refuseSeal = (error: unknown): unknown => {
  if (!(error instanceof SealBroken)) return error;
  return refuseBid(error.fault === 'TOO_LONG' ? 'BID_TOO_LONG' : 'SEALED_BID_MALFORMED');
};

const requireMode = (mode: SealMode, isSealed: boolean): void => {
  if (mode === 'committee' && !isSealed) throw refuseBid('PLAIN_BID_IN_COMMITTEE_MODE');
  if (mode === 'server' && isSealed) throw refuseBid('SEALED_BID_IN_SERVER_MODE');
};

/**
 * Seals what is submitted in plain text (server mode), or judges the shape of what arrives sealed (committee mode):
 * nothing more can be known of it before it is opened.
 *
 * @param complete gives terms their one form, which is what the hash is of. @throws Refusal
 */
export const sealSubmission = async <Terms extends object>(
  key: KeyRow,
  supplierId: string,
  submission: Submission<Terms>,
  complete: (terms: Terms) => object,
): Promise<Sealed<Terms>> => {
  requireMode(key.mode, 'box' in submission);
  try {
    if ('box' in submission) {
      requireBox(key.sealingKey, submission.box);
      return { box: submission.box, hash: submission.hash, nonce: null, terms: null };
    }
    const { terms, nonce } = submission;
    return { ...(await sealBid(key.sealingKey, contextOf(key, supplierId), complete(terms), nonce)), terms };
  } catch (error) {
    throw refuseSeal(error);
  }
};
