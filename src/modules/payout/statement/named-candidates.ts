import type { Candidate } from '../../../core/payout/statement/match-line.js';
import { referencesIn, transferReference } from '../../../core/payment/transfer-reference.js';

const keyOf = ({ kind, id }: Candidate): string => `${kind} ${id}`;

/** What the lines of a statement may have been, found by the references that they hold: a file has many lines. */
export class NamedCandidates {
  private readonly byReference = new Map<string, Map<string, Candidate>>();

  constructor(candidates: readonly Candidate[]) {
    for (const candidate of candidates) this.put(candidate);
  }

  /** Those that a line names. */
  of({ text }: { readonly text: string }): Candidate[] {
    return referencesIn(text).flatMap((reference) => [...(this.byReference.get(reference)?.values() ?? [])]);
  }

  put(candidate: Candidate): void {
    const reference = transferReference(candidate.referenceOf);
    const own = this.byReference.get(reference) ?? new Map<string, Candidate>();
    this.byReference.set(reference, own.set(keyOf(candidate), candidate));
  }

  drop(candidate: Candidate): void {
    this.byReference.get(transferReference(candidate.referenceOf))?.delete(keyOf(candidate));
  }
}
