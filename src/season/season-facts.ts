import type {
  CommitmentAnswer,
  HappeningAnswer,
  LotAnswer,
  MemberLineAnswer,
  PoolAnswer,
  RequirementAnswer,
} from './demand-answers.js';
import type {
  AwardAnswer,
  BidAnswer,
  BidReceiptAnswer,
  DropDetailAnswer,
  DueAnswer,
  InvariantsAnswer,
  InvoiceAnswer,
  PaymentRequestAnswer,
  ShareAnswer,
  SummaryAnswer,
  TraceAnswer,
  TrialBalanceAnswer,
} from './supply-answers.js';
import type { AskedQuote } from './ask-quote.js';
import type { Paid } from './pay-requests.js';
import type { Receipt } from './plan-receipts.js';
import type { SeasonPlan } from './season-plan.js';
import type { Guarantee } from './watch-meter.js';

export interface LotFacts {
  readonly lot: LotAnswer;
  readonly lines: readonly MemberLineAnswer[];
  readonly bids: readonly BidAnswer[];
  readonly award: AwardAnswer;
  readonly shares: readonly ShareAnswer[];
}

/** What the player saw happen on the way. */
export interface Witnessed {
  /** What the officer was told who amended what another had amended. */
  readonly conflictCode: string;
  /** Bids that the organiser or the observer could see before the opening. */
  readonly seenBeforeOpening: number;
  /** What the bidders got for what they sealed. */
  readonly bidReceipts: readonly BidReceiptAnswer[];
  /** What the officer was told who tried to approve the own proposal, per lot. */
  readonly selfApprovalCodes: readonly string[];
  /** What one koperasi was told its order would cost. */
  readonly quoted: AskedQuote;
  /** What the meter guaranteed last before the close. */
  readonly guarantees: readonly Guarantee[];
  /** What the koperasi paid before their goods left. */
  readonly paid: readonly Paid[];
  /** What the koperasi counted at their gates. */
  readonly receipts: readonly Receipt[];
}

/** All that a season is judged by: the player's own plan and notes, and what the API answers at the end. */
export interface SeasonFacts extends Witnessed {
  readonly plan: SeasonPlan;
  /** Ids of parties by login. */
  readonly partyIds: ReadonlyMap<string, string>;
  readonly partyNames: ReadonlyMap<string, string>;
  readonly pool: PoolAnswer;
  readonly requirements: readonly RequirementAnswer[];
  readonly commitments: readonly CommitmentAnswer[];
  readonly refused: readonly MemberLineAnswer[];
  readonly lots: readonly LotFacts[];
  readonly drops: readonly DropDetailAnswer[];
  readonly invoices: readonly InvoiceAnswer[];
  readonly requests: readonly PaymentRequestAnswer[];
  /** What is asked for before goods leave, as it stands at the end. */
  readonly dues: readonly DueAnswer[];
  readonly trialBalance: TrialBalanceAnswer;
  readonly traces: readonly TraceAnswer[];
  /** What the koperasi that asked for a quote was told happened, newest first. */
  readonly happenings: readonly HappeningAnswer[];
  readonly summary: SummaryAnswer;
  readonly invariants: InvariantsAnswer;
}
