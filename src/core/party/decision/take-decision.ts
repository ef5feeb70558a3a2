import { refuseDecision } from './refusals.js';

/**
 * What takes two people, besides awards, whose course is their own: money that leaves (payout), bids that are
 * opened before their time (early-opening), where money goes (bank-account), and by what an organiser is bound
 * (organiser-rules); who leads a party next that has lost its chair (new-chair), what an outlet has (capabilities), and what
 * became of a payment of which the gateway says too little (payment-outcome).
 * Kinds are only added.
 */
export const decisionKinds = [
  ...(['payout', 'early-opening', 'bank-account', 'organiser-rules'] as const),
  ...(['new-chair', 'capabilities', 'payment-outcome'] as const),
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** Kinds that only an organiser decides; the others any party. */
const organisersOnly: readonly DecisionKind[] = [
  ...(['early-opening', 'organiser-rules', 'new-chair', 'capabilities'] as const),
];

const proposing: readonly string[] = ['officer', 'treasurer', 'chair'];
const approving: readonly string[] = ['treasurer', 'chair'];

const hasOne = (roles: readonly string[], wanted: readonly string[]): boolean =>
  roles.some((role) => wanted.includes(role));

/** A person with the roles they have at the party that decides; elsewhere they count for nothing. */
export interface Decider {
  readonly personId: string;
  readonly roles: readonly string[];
}

export interface DecidingParty {
  readonly kind: string;
  readonly isActive: boolean;
}

export type DecisionState = 'proposed' | 'approved' | 'refused' | 'expired';

/** A proposal that waits, under its lock. */
export interface OpenDecision {
  readonly state: DecisionState;
  readonly proposedBy: string;
  /** The roles its proposer has now; none once they have left or been disabled. */
  readonly proposerRoles: readonly string[];
  readonly expiresAt: Date;
}

/** Judges a proposal. @throws Refusal */
export const proposeDecision = (
  kind: DecisionKind,
  party: DecidingParty,
  { roles }: Pick<Decider, 'roles'>,
  isWaiting: boolean,
): void => {
  if (!hasOne(roles, proposing)) throw refuseDecision('ROLE_DOES_NOT_DECIDE');
  if (!party.isActive) throw refuseDecision('DECIDER_SUSPENDED');
  if (organisersOnly.includes(kind) && party.kind !== 'organiser')
    throw refuseDecision('DECISION_NOT_FOR_THIS_PARTY', { kind });
  if (isWaiting) throw refuseDecision('DECISION_ALREADY_PROPOSED');
};

const requireWaiting = ({ state, expiresAt }: OpenDecision, now: Date): void => {
  if (state === 'expired') throw refuseDecision('DECISION_EXPIRED');
  if (state !== 'proposed') throw refuseDecision('DECISION_ALREADY_TAKEN');
  if (now.getTime() >= expiresAt.getTime()) throw refuseDecision('DECISION_EXPIRED');
};

/**
 * Judges an approval: another person than the proposer, one of the two a chair, both with a say now.
 *
 *   proposed by officer Ani   | chair Budi     -> may
 *   proposed by chair Budi    | treasurer Cici -> may
 *   proposed by officer Ani   | treasurer Cici -> ONE_OF_TWO_IS_A_CHAIR
 *   proposed by chair Budi    | chair Budi     -> NOBODY_APPROVES_THEIR_OWN_PROPOSAL
 *   now = expiresAt           | anybody        -> DECISION_EXPIRED
 *
 * @throws Refusal
 */
export const approveDecision = (
  decision: OpenDecision,
  party: DecidingParty,
  approver: Decider,
  now: Date,
): void => {
  requireWaiting(decision, now);
  if (decision.proposedBy === approver.personId) throw refuseDecision('NOBODY_APPROVES_THEIR_OWN_PROPOSAL');
  if (!hasOne(approver.roles, approving)) throw refuseDecision('ROLE_DOES_NOT_DECIDE');
  if (!party.isActive) throw refuseDecision('DECIDER_SUSPENDED');
  if (!hasOne(decision.proposerRoles, proposing)) throw refuseDecision('PROPOSER_HAS_LEFT');
  if (![...approver.roles, ...decision.proposerRoles].includes('chair'))
    throw refuseDecision('ONE_OF_TWO_IS_A_CHAIR');
};

/** Judges a refusal: by anybody with a say, the proposer included, who takes it back. @throws Refusal */
export const refuseProposal = (
  decision: OpenDecision,
  { roles }: Pick<Decider, 'roles'>,
  now: Date,
): void => {
  requireWaiting(decision, now);
  if (!hasOne(roles, proposing)) throw refuseDecision('ROLE_DOES_NOT_DECIDE');
};
