import { decisionKinds, type DecisionKind } from '../../../core/party/decision/take-decision.js';
import {
  CivilDate,
  Flag,
  Id,
  Instant,
  ListOf,
  OneOf,
  Part,
  Rupiah,
  Text,
  Whole,
} from '../../../platform/http/fields.js';
import { PageView } from '../../../platform/http/page.js';

/** Kinds that are proposed by themselves; the others come with what they are about. */
const plainKinds = ['early-opening', 'new-chair'] as const;

export class ProposeDecisionRequest {
  @OneOf(plainKinds, {
    about:
      'A payout, a change of the bank account and of house rules is proposed with what is to hold, at its own route.',
  })
  kind: (typeof plainKinds)[number];
  @Id({ about: 'What it is about: the lot that is opened, the party that lost its chair.' })
  subjectId: string;
  @Text({ min: 3, max: 500, about: 'Why; shown to who approves.' })
  reason: string;
}

export class RefuseDecisionRequest {
  @Text({ min: 3, max: 500 })
  reason: string;
}

/** A house rule as it was proposed: whoever approves reads what they approve. */
export class ProposedRuleView {
  @Text()
  topic: string;
  @Text({ max: 2000 })
  textId: string;
  @Text({ nullable: true })
  value: string | null;
  @CivilDate()
  decidedOn: string;
  @CivilDate()
  effectiveFrom: string;
  @Text({ nullable: true })
  minutesRef: string | null;
}

export class ProposedCapabilitiesView {
  @Whole({ nullable: true, about: 'Kilograms that its store is to hold; null: as it is.' })
  storageKg: number | null;
  @Flag()
  hasColdStore: boolean;
}

export class CapabilityChangeRequest {
  @Id({ about: 'A koperasi or kitchen of the organiser’s region.' })
  subjectId: string;
  @Whole({ optional: true, max: 10_000_000, about: 'Kilograms that its store holds; left out: as it is.' })
  storageKg?: number;
  @Flag({ about: 'Given once its proof is accepted; not taken while goods that need it are on order.' })
  hasColdStore: boolean;
  @Text({ min: 3, max: 500, about: 'Why; shown to who approves, and told to the outlet.' })
  reason: string;
}

export class DecisionView {
  @Id()
  id: string;
  @OneOf(decisionKinds)
  kind: DecisionKind;
  @Id()
  subjectId: string;
  @OneOf(['proposed', 'approved', 'refused', 'expired'])
  state: 'proposed' | 'approved' | 'refused' | 'expired';
  @Text({ nullable: true, max: 500, about: 'Why it was proposed.' })
  reason: string | null;
  @Rupiah({
    nullable: true,
    about: 'Of a payout: how much; of a payment’s outcome: what was paid, or went back.',
  })
  amountRp: number | null;
  @Part(() => ProposedRuleView, { nullable: true, about: 'Of house rules: the rule.' })
  rule: ProposedRuleView | null;
  @Text({
    nullable: true,
    about: 'The party that it is about, where it is another: its new chair, what it has.',
  })
  aboutParty: string | null;
  @Part(() => ProposedCapabilitiesView, { nullable: true, about: 'Of an outlet: what it is to have.' })
  capabilities: ProposedCapabilitiesView | null;
  @Id()
  proposedBy: string;
  @Instant()
  proposedAt: Date;
  @Instant()
  expiresAt: Date;
  @Id({ nullable: true })
  approvedBy: string | null;
  @Instant({ nullable: true })
  approvedAt: Date | null;
  @Id({ nullable: true })
  refusedBy: string | null;
  @Text({ nullable: true, max: 500 })
  refusalReason: string | null;
  @Flag({ about: 'Whether it waits for you: proposed by another, and not expired.' })
  waitsForYou: boolean;
}

export class DecisionPage extends PageView {
  @ListOf(() => DecisionView)
  data: DecisionView[];
}
