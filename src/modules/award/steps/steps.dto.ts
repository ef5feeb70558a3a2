import { humanSteps } from '../../../core/award/steps/human-steps.js';
import {
  Flag,
  Id,
  Instant,
  ListOf,
  OneOf,
  Packs,
  Rupiah,
  Text,
  Whole,
} from '../../../platform/http/fields.js';
import { PageQuery, PageView } from '../../../platform/http/page.js';

const names = Object.keys(humanSteps);
const answers = ['upheld', 'rejected'] as const;

export class ObjectionBody {
  @Id({ about: 'The party that objects: a member of the pool, or a bidder for the lot.' })
  partyId: string;
  @Id({ optional: true, about: 'The awarded bid that is objected to; left out: the award as a whole.' })
  bidId?: string;
  @Text({ max: 2000 })
  reason: string;
}

export class ObjectionAnswerBody {
  @OneOf(answers, {
    about: 'Upheld: the bid objected to is out and the lot awarded anew, or without a bid the lot fails.',
  })
  answer: 'upheld' | 'rejected';
  @Text({ max: 2000 })
  reason: string;
}

export class DeclineBody {
  @Text({ max: 500 })
  reason: string;
}

export class StepsQuery extends PageQuery {
  @Instant({ optional: true, about: 'Only steps that are due by then; left out: every open step.' })
  due?: string;
}

export class StepView {
  @Id()
  lotId: string;
  @Id()
  poolId: string;
  @Text()
  poolTitle: string;
  @Text()
  itemNameId: string;
  @Text()
  itemNameEn: string;
  @Whole({ min: 1, nullable: true, about: 'The attempt at the award; null for the opening.' })
  attempt: number | null;
  @OneOf(names)
  step: string;
  @Text()
  titleId: string;
  @Text()
  titleEn: string;
  @OneOf(['worker', 'organiser', 'members', 'suppliers'], { about: 'Who takes it.' })
  by: string;
  @Instant({ nullable: true })
  beganAt: Date | null;
  @Instant()
  dueAt: Date;
  @Instant({ about: 'When the default happens: when it is due, or when the deputy’s time is up.' })
  defaultAt: Date;
  @Id({ nullable: true, about: 'Who alone takes it until due; null: all who have the role.' })
  holderId: string | null;
  @Text({ nullable: true })
  holderName: string | null;
  @Id({ nullable: true, about: 'Who may take it too from due on.' })
  deputyId: string | null;
  @Text({ nullable: true })
  deputyName: string | null;
  @Instant({ nullable: true })
  deputyCalledAt: Date | null;
  @Instant({ nullable: true, about: 'Null while it waits.' })
  endedAt: Date | null;
  @Id({ nullable: true, about: 'Null when time ended it.' })
  endedBy: string | null;
  @Text({ nullable: true, about: 'What it ended with.' })
  outcome: string | null;
  @Text({ about: 'What happens when nobody acts, in Bahasa Indonesia.' })
  byDefaultId: string;
  @Text({ about: 'The same in English.' })
  byDefaultEn: string;
}

export class StepPageView extends PageView {
  @ListOf(() => StepView)
  data: StepView[];
}

export class LotStepsView {
  @ListOf(() => StepView, { about: 'Every step of every attempt, the earliest first.' })
  data: StepView[];
}

export class ObjectionView {
  @Id()
  objectionId: string;
  @Whole({ min: 1 })
  attempt: number;
  @Id()
  partyId: string;
  @Text()
  partyName: string;
  @Id({ nullable: true })
  bidId: string | null;
  @Text({ max: 2000 })
  reason: string;
  @Instant()
  madeAt: Date;
  @OneOf(answers, { nullable: true })
  answer: string | null;
  @Text({ max: 2000, nullable: true })
  answerReason: string | null;
  @Instant({ nullable: true })
  answeredAt: Date | null;
}

export class ObjectionsView {
  @ListOf(() => ObjectionView)
  data: ObjectionView[];
}

export class ContractView {
  @Id()
  supplierId: string;
  @Text()
  supplierName: string;
  @Whole({ min: 1 })
  attempt: number;
  @Flag({ about: 'False: a bid of this attempt fell out, and the contract with it.' })
  isCurrent: boolean;
  @Packs()
  packs: number;
  @Rupiah({ about: 'Per base unit.' })
  priceRpPerUnit: number;
  @Rupiah()
  amountRp: number;
  @Instant({ nullable: true, about: 'Until when it is to be signed.' })
  dueAt: Date | null;
  @OneOf(['signed', 'declined'], { nullable: true })
  answer: string | null;
  @Text({ max: 500, nullable: true, about: 'Why it was declined.' })
  reason: string | null;
  @Instant({ nullable: true })
  answeredAt: Date | null;
}

export class ContractsView {
  @ListOf(() => ContractView)
  data: ContractView[];
}
