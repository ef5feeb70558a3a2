import type { LotState } from '../../lot/advance-lot.js';
import type { DeclaredStep, PoolSteps } from '../../pool/declare-steps.js';
import type { AwardState } from '../award-state.js';

/** What the supplier answered that was awarded packs. */
export type ContractAnswer = 'signed' | 'declined';

/** The step that waits, with its times by the database's clock. */
export interface OpenStep {
  readonly name: DeclaredStep;
  readonly dueAt: Date;
  /** When what was declared happens by itself: at `dueAt`, or once the deputy's time is up too. */
  readonly defaultAt: Date;
  readonly isDeputyCalled: boolean;
}

export interface Objection {
  readonly objectionId: string;
  readonly partyId: string;
  /** The awarded bid that is objected to; null: the award as a whole. */
  readonly bidId: string | null;
  readonly reason: string;
  readonly answer: 'upheld' | 'rejected' | null;
}

export interface AwardedBid {
  readonly bidId: string;
  readonly supplierId: string;
  readonly answer: ContractAnswer | null;
}

/** Where the current attempt at a lot's award stands, read under the lot's lock. */
export interface Course {
  readonly lotState: LotState;
  readonly attempt: number;
  readonly award: {
    readonly state: AwardState;
    readonly awardedPacks: number;
    /** Null while computed, and when the system proposed. */
    readonly proposedBy: string | null;
    /** Who agreed first to what the system proposed, and whether as a chair. */
    readonly endorsedBy: string | null;
    readonly isEndorsedByChair: boolean;
  };
  /** Null once every supplier has signed, and when the lot has failed. */
  readonly step: OpenStep | null;
  readonly bids: readonly AwardedBid[];
  readonly objections: readonly Objection[];
  readonly rules: PoolSteps;
}

/** Why a bid takes no further part in its lot. */
export const outReasons = ['OBJECTION_UPHELD', 'NOT_SIGNED', 'DECLINED', 'SUPPLIER_SUSPENDED'] as const;
export type OutReason = (typeof outReasons)[number];

export interface BidOut {
  readonly bidId: string;
  readonly reason: OutReason;
}

/** Why a lot ends in its human steps. */
export const lotEndings = [
  'NO_ADMISSIBLE_BID',
  'NO_BID_LEFT',
  'NOT_APPROVED_IN_TIME',
  'OBJECTION_NOT_ANSWERED_IN_TIME',
  'OBJECTION_UPHELD',
] as const;
export type LotEnding = (typeof lotEndings)[number];

/**
 * What comes of an act, or of nobody acting. After `replace` the award is computed anew without the bids that are
 * out; after `contract` goods are shared out; both by event.
 */
export type Move =
  | { readonly kind: 'stay' }
  | { readonly kind: 'call-deputy' }
  | { readonly kind: 'propose'; readonly next: DeclaredStep }
  | { readonly kind: 'next'; readonly next: DeclaredStep }
  | { readonly kind: 'endorse'; readonly asChair: boolean }
  | { readonly kind: 'approve'; readonly next: DeclaredStep }
  | { readonly kind: 'approve-nothing'; readonly reason: LotEnding }
  | { readonly kind: 'contract' }
  | { readonly kind: 'replace'; readonly out: readonly BidOut[] }
  | { readonly kind: 'fail'; readonly reason: LotEnding };

export const unanswered = (course: Pick<Course, 'objections'>): Objection[] =>
  course.objections.filter(({ answer }) => answer === null);

/** When a step that begins now is due, and when its default happens. */
export const timesOf = (
  step: DeclaredStep,
  rules: PoolSteps,
  now: Date,
): { readonly dueAt: Date; readonly defaultAt: Date } => {
  const { dueS, deputyS } = rules[step];
  const dueAt = new Date(now.getTime() + dueS * 1000);
  return { dueAt, defaultAt: new Date(dueAt.getTime() + deputyS * 1000) };
};

/** Where a proposal leads: into its standstill, unless the pool declared none. */
export const afterProposal = (rules: PoolSteps): DeclaredStep =>
  rules.objection.dueS > 0 ? 'objection' : 'approval';
