/**
 * What a party is before the law, from a day on: `legal-entity`, it signs and sells in its own name; `pkp`, it charges
 * value added tax (pengusaha kena pajak); `withholds-pph-22`, `withholds-pph-23`, the law makes it withhold that income tax of
 * what it pays. Kinds are only added.
 */
export const legalFactKinds = ['legal-entity', 'pkp', 'withholds-pph-22', 'withholds-pph-23'] as const;
export type LegalFactKind = (typeof legalFactKinds)[number];

export interface LegalFact {
  readonly kind: LegalFactKind;
  readonly holds: boolean;
  /** The civil day from which on it is so. */
  readonly validFrom: string;
}

/**
 * Whether a fact of a party holds on a civil day; of facts from the same day the one recorded last counts.
 *
 *   pkp from 2026-03-01, no longer from 2027-01-01 | 2026-02-28 no, 2026-12-31 yes, 2027-01-01 no
 *
 * @param facts in the order they were recorded.
 */
export const holdsOn = (facts: readonly LegalFact[], kind: LegalFactKind, day: string): boolean => {
  let last: LegalFact | undefined;
  for (const fact of facts)
    if (fact.kind === kind && fact.validFrom <= day && fact.validFrom >= (last?.validFrom ?? '')) last = fact;
  return last?.holds ?? false;
};
