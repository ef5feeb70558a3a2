import { referencesIn, transferReference } from '../../payment/transfer-reference.js';

export const candidateKinds = ['payout', 'due', 'transfer', 'return'] as const;
export type CandidateKind = (typeof candidateKinds)[number];

/**
 * What a line of a statement may have been: a payout, a due that was paid, a transfer that its payee has confirmed, a payout
 * that the bank gave back. */
export interface Candidate {
  readonly kind: CandidateKind;
  readonly id: string;
  /** Whose reference the payer wrote: the due's, the payout's. */
  readonly referenceOf: string;
  /** Whether it comes in at this account, or goes out. */
  readonly isIncoming: boolean;
  /** Of a due what is open of it, else the whole. */
  readonly amountRp: number;
  /** In the books already: the line only proves it, and must not be booked again. */
  readonly isBooked: boolean;
}

export interface LineToMatch {
  readonly amountRp: number;
  readonly sen: number;
  readonly text: string;
}

/**
 * What becomes of a line: `matched` is certain and is booked; `suggested` a person confirms; `other` is nothing of ours,
 * as far as anybody can see. Money that came in under a reference of ours and is not matched (`isOurs`) is booked to
 * suspense until somebody has found out what it was.
 */
export type LineMatch =
  | { readonly outcome: 'matched'; readonly candidate: Candidate }
  | { readonly outcome: 'suggested'; readonly candidates: readonly Candidate[]; readonly isOurs: boolean }
  | { readonly outcome: 'other'; readonly isOurs: boolean };

/**
 * Finds what a line of a statement was.
 *
 *   +Rp500.000 'TRSF SPK23456789AB', a due of Rp500.000 with that reference | matched
 *   +Rp400.000 with the same reference                                      | matched: a part of it
 *   +Rp600.000 with the same reference                                      | suggested, ours: more than is due
 *   +Rp500.000 with the reference of a due that is settled                  | other, ours
 *   +Rp500.000 with the reference of a due whose payee confirmed Rp500.000  | matched: that transfer, booked before
 *   +Rp500.000 without one, one due of Rp500.000                            | suggested
 *   +Rp500.000 without one, nothing of that amount                          | other: its owner has other trade too
 *   +Rp500.000 with the reference of a payout of Rp500.000 that had left    | matched: it came back
 *   -Rp500.000 with the reference of a payout of Rp500.000                  | matched
 *   -Rp500.000 without one, a payout of Rp500.000                           | suggested
 *   -Rp500.000 otherwise                                                    | other
 *
 * An amount alone is never enough: a wrong match would call somebody's debt paid.
 */
export const matchLine = (line: LineToMatch, candidates: readonly Candidate[]): LineMatch => {
  const isIncoming = line.amountRp > 0;
  const sizeRp = Math.abs(line.amountRp);
  const wanted = candidates.filter((candidate) => candidate.isIncoming === isIncoming);
  const references = referencesIn(line.text);
  const isOurs = isIncoming && references.length > 0;
  if (line.sen !== 0 || sizeRp === 0) return { outcome: 'other', isOurs };
  const named = wanted.filter(({ referenceOf }) => references.includes(transferReference(referenceOf)));
  const booked = named.find(({ isBooked, amountRp }) => isBooked && amountRp === sizeRp);
  if (booked !== undefined) return { outcome: 'matched', candidate: booked };
  const unbooked = (list: readonly Candidate[]): Candidate[] => list.filter(({ isBooked }) => !isBooked);
  const [only, another] = unbooked(named);
  const fits = ({ kind, amountRp }: Candidate): boolean =>
    kind === 'due' ? sizeRp <= amountRp : sizeRp === amountRp;
  if (only !== undefined && another === undefined && fits(only))
    return { outcome: 'matched', candidate: only };
  const perhaps =
    only === undefined ? unbooked(wanted).filter(({ amountRp }) => amountRp === sizeRp) : unbooked(named);
  return perhaps.length > 0
    ? { outcome: 'suggested', candidates: perhaps, isOurs }
    : { outcome: 'other', isOurs };
};
