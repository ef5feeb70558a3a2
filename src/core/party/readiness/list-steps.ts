import type { AccountState } from '../decision/list-accounts.js';
import { missingKinds, requiredKinds, type DocumentKindCode } from '../qualification/document-kinds.js';

/** A document as it counts today: `expired` was accepted once. */
export interface ShownDocument {
  readonly kind: string;
  readonly state: 'waiting' | 'accepted' | 'refused' | 'expired';
  readonly reason: string | null;
}

/** What a party has shown and set up, as far as its being ready to trade depends on it. */
export interface PartySetUp {
  readonly kind: string;
  readonly state: 'candidate' | 'active' | 'suspended';
  /** The newest first. */
  readonly documents: readonly ShownDocument[];
  readonly accounts: readonly { readonly state: AccountState; readonly effectiveFrom: Date | null }[];
  /** How many who may sign in propose what takes two people, and how many of them may approve it. */
  readonly deciders: number;
  readonly approvers: number;
  /** Whether who asks has said where one-time codes go. */
  readonly hasContact: boolean;
}

export type StepState = 'missing' | 'refused' | 'expired' | 'waiting' | 'done';
export type StepCode = 'document' | 'qualification' | 'second-person' | 'bank-account' | 'contact';

/** One thing to be done by a party before all is well. */
export interface ReadinessStep {
  readonly code: StepCode;
  readonly documentKind: DocumentKindCode | null;
  readonly state: StepState;
  /** Without it the party may not offer or bid. */
  readonly isRequired: boolean;
  /** Why a document was refused. */
  readonly reason: string | null;
  /** When what waits is over by itself: the end of an account's cooling-off. */
  readonly until: Date | null;
}

/** What each kind of party is asked to show. A koperasi may order without: documents are a status, not a wall. */
const askedOf: Readonly<Record<string, readonly DocumentKindCode[]>> = {
  koperasi: ['deed', 'nib', 'npwp'],
  supplier: requiredKinds,
  carrier: ['nib', 'npwp'],
  kitchen: ['slhs', 'halal'],
  organiser: ['deed', 'npwp'],
};

/** Who watches or administers trades nothing, and is paid nothing. */
const trading = Object.keys(askedOf);

const stateOfDocument = (documents: readonly ShownDocument[], kind: string): ShownDocument | undefined => {
  const ofKind = documents.filter((document) => document.kind === kind);
  // What was accepted stays good while a newer one waits or was refused.
  return ofKind.find(({ state }) => state === 'accepted') ?? ofKind[0];
};

const accountStep = (accounts: PartySetUp['accounts']): Pick<ReadinessStep, 'state' | 'until'> => {
  if (accounts.some(({ state }) => state === 'effective')) return { state: 'done', until: null };
  const cooling = accounts.find(({ state }) => state === 'cooling-off');
  if (cooling !== undefined) return { state: 'waiting', until: cooling.effectiveFrom };
  return { state: accounts.some(({ state }) => state === 'proposed') ? 'waiting' : 'missing', until: null };
};

/**
 * What a party still lacks to trade and be paid, in the order in which it is best done.
 *
 *   supplier, nothing shown           | nib, npwp, bank-reference missing; qualification missing
 *   supplier, all accepted, candidate | documents done; qualification waiting (for the organiser)
 *   koperasi, active, one person      | documents missing but not required; second-person missing; bank-account missing
 */
export const listSteps = (party: PartySetUp): ReadinessStep[] => {
  const step = (code: StepCode, given: Partial<ReadinessStep>): ReadinessStep => ({
    ...{ code, documentKind: null, state: 'missing', isRequired: false, reason: null, until: null },
    ...given,
  });
  const isSupplier = party.kind === 'supplier';
  const documents = (askedOf[party.kind] ?? []).map((documentKind) => {
    const shown = stateOfDocument(party.documents, documentKind);
    const state = shown === undefined ? 'missing' : shown.state === 'accepted' ? 'done' : shown.state;
    return step('document', { documentKind, state, isRequired: isSupplier, reason: shown?.reason ?? null });
  });
  const contact = step('contact', { state: party.hasContact ? 'done' : 'missing' });
  if (!trading.includes(party.kind)) return [contact];
  const accepted = documents.flatMap(({ documentKind, state }) =>
    documentKind !== null && state === 'done' ? [documentKind] : [],
  );
  const qualification = step('qualification', {
    state: party.state !== 'candidate' ? 'done' : missingKinds(accepted).length === 0 ? 'waiting' : 'missing',
    isRequired: true,
  });
  const hasTwo = party.deciders >= 2 && party.approvers >= 1;
  return [
    ...documents,
    ...(isSupplier ? [qualification] : []),
    step('second-person', { state: hasTwo ? 'done' : 'missing' }),
    step('bank-account', accountStep(party.accounts)),
    contact,
  ];
};
