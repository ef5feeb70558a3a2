import { missingKinds } from './document-kinds.js';
import { refuseDocument } from './refusals.js';

export type DocumentState = 'waiting' | 'accepted' | 'refused';

/** Who judges must not belong to the party whose documents they are; whether they may judge it at all, its standing says. */
export const judgeDocument = (
  document: { readonly state: DocumentState } | undefined,
  judge: { readonly isMember: boolean },
): void => {
  if (document === undefined) throw refuseDocument('DOCUMENT_NOT_FOUND');
  if (judge.isMember) throw refuseDocument('JUDGE_IS_A_MEMBER');
  if (document.state !== 'waiting') throw refuseDocument('DOCUMENT_ALREADY_JUDGED');
};

/**
 * Requires that what is accepted still holds: `expiresOn` is its last day, `today` the party's civil day.
 * @throws Refusal
 */
export const requireToHold = (expiresOn: string | null, today: string): void => {
  if (expiresOn !== null && expiresOn < today) throw refuseDocument('DOCUMENT_HAS_RUN_OUT', {}, 'expiresOn');
};

/**
 * Judges whether a candidate becomes a supplier: one accepted document of each required kind, by somebody who is
 * no member of it.
 *
 *   candidate | nib, npwp, bank-reference accepted -> qualified
 *   candidate | nib accepted                       -> DOCUMENTS_MISSING, naming the others
 *   active                                         -> PARTY_NOT_A_CANDIDATE
 *
 * @throws Refusal
 */
export const qualifySupplier = (
  party: { readonly kind: string; readonly state: string; readonly acceptedKinds: readonly string[] },
  judge: { readonly isMember: boolean },
): void => {
  if (party.kind !== 'supplier' || party.state !== 'candidate') throw refuseDocument('PARTY_NOT_A_CANDIDATE');
  if (judge.isMember) throw refuseDocument('JUDGE_IS_A_MEMBER');
  const missing = missingKinds(party.acceptedKinds);
  if (missing.length > 0) throw refuseDocument('DOCUMENTS_MISSING', { kinds: missing.join(', ') });
};
