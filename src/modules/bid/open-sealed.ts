import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Refusal } from '../../core/kernel/refuse.js';
import { refuseBid } from '../../core/bid/refusals.js';
import { fieldErrors } from '../../platform/http/field-errors.js';
import { bidText, openBid, SealBroken, type OpenedBid } from '../../seal/index.js';
import type { SealProof } from './bid.store.js';
import type { OpenKey } from './find-private-key.js';
import { contextOf } from './seal-submission.js';
import type { SealedRevision } from './sealed-bid.store.js';

/** What was sealed, read and proved to be what its hash was published of. */
export interface Opened<Terms> {
  readonly terms: Terms;
  readonly proof: SealProof;
}

const unseal = async (key: OpenKey, { supplierId, box }: SealedRevision): Promise<OpenedBid> => {
  if (box === null) throw refuseBid('BID_UNDECRYPTABLE');
  try {
    return await openBid(key.privateKey, key.sealingKey, box, contextOf(key, supplierId));
  } catch (error) {
    const isReadable = error instanceof SealBroken && error.fault !== 'UNDECRYPTABLE';
    throw refuseBid(isReadable ? 'BID_TERMS_UNREADABLE' : 'BID_UNDECRYPTABLE');
  }
};

/** As a request's body is judged: what was sealed by its bidder has been seen by nobody. */
const read = <Terms extends object>(form: ClassConstructor<Terms>, said: object): Terms => {
  const terms = plainToInstance(form, said);
  const errors = validateSync(terms, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length === 0) return terms;
  const { code, text } = refuseBid('BID_TERMS_UNREADABLE');
  throw new Refusal(code, text, fieldErrors(errors));
};

/**
 * Opens what a bidder sealed. Whatever is wrong with it is a refusal that says what, so that one bid can keep no
 * other shut.
 *
 * @throws Refusal BID_UNDECRYPTABLE, BID_HASH_MISMATCH, BID_TERMS_UNREADABLE
 */
export const openSealed = async <Terms extends object>(
  key: OpenKey,
  revision: SealedRevision,
  form: ClassConstructor<Terms>,
): Promise<Opened<Terms>> => {
  const opened = await unseal(key, revision);
  if (opened.hash !== revision.hash) throw refuseBid('BID_HASH_MISMATCH');
  const { terms: said, nonce, hash } = opened;
  const text = bidText(contextOf(key, revision.supplierId), said, nonce);
  return { terms: read(form, said), proof: { hash, text } };
};
