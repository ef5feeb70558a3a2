import { refuseCommittee } from './refusals.js';

/** A declared holder with the newest key, in the declared order. */
export interface Holder {
  readonly place: number;
  readonly holderKeyId: string | null;
}

/**
 * Refuses shares that are not exactly one for the newest key of each holder.
 *
 *   holders' keys | shares for | answer
 *   a, b, c       | c, a, b    | taken
 *   a, b, none    | a, b       | HOLDER_WITHOUT_KEY, place 3
 *   a, b, c       | a, a, b    | SHARES_NOT_FOR_THE_HOLDERS
 *
 * @throws Refusal
 */
export const requireShares = (
  holders: readonly Holder[],
  shares: readonly { readonly holderKeyId: string }[],
): void => {
  const missing = holders.find(({ holderKeyId }) => holderKeyId === null);
  if (missing) throw refuseCommittee('HOLDER_WITHOUT_KEY', { place: missing.place });
  const wanted = holders.map(({ holderKeyId }) => holderKeyId).sort();
  const given = shares.map(({ holderKeyId }) => holderKeyId).sort();
  if (wanted.length !== given.length || wanted.some((keyId, place) => keyId !== given[place]))
    throw refuseCommittee('SHARES_NOT_FOR_THE_HOLDERS', {}, 'shares');
};
