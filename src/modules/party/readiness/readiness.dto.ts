import { partyStates, type PartyState } from '../../../core/party/judge-standing.js';
import type { StepCode, StepState } from '../../../core/party/readiness/list-steps.js';
import {
  documentKindCodes,
  type DocumentKindCode,
} from '../../../core/party/qualification/document-kinds.js';
import { partyKinds, type PartyKind } from '../../../platform/auth/principal.js';
import { Flag, Id, Instant, ListOf, OneOf, Text, Whole } from '../../../platform/http/fields.js';

const codes: readonly StepCode[] = ['document', 'qualification', 'second-person', 'bank-account', 'contact'];
const states: readonly StepState[] = ['missing', 'refused', 'expired', 'waiting', 'done'];

export class ReadinessStepView {
  @OneOf(codes, {
    about:
      'A document to show; the word of who checks them; a second person, whom decisions about money take; where the party is paid; where your one-time codes go.',
  })
  code: StepCode;
  @OneOf(documentKindCodes, { nullable: true })
  documentKind: DocumentKindCode | null;
  @Text({ nullable: true, about: 'The kind of document, in Indonesian.' })
  titleId: string | null;
  @Text({ nullable: true })
  titleEn: string | null;
  @OneOf(states, { about: '`waiting`: for somebody else, or for time to pass.' })
  state: StepState;
  @Flag({ about: 'Without it the party may not offer or bid.' })
  isRequired: boolean;
  @Text({ nullable: true, max: 500, about: 'Why a document was refused.' })
  reason: string | null;
  @Instant({ nullable: true, about: 'When what waits is over by itself.' })
  until: Date | null;
}

export class ReadinessView {
  @OneOf(partyStates)
  state: PartyState;
  @Text({ nullable: true, max: 500, about: 'Why the party is suspended.' })
  suspendedReason: string | null;
  @ListOf(() => ReadinessStepView, { about: 'In the order in which they are best done.' })
  steps: ReadinessStepView[];
}

export class PartyCheckView {
  @Id()
  partyId: string;
  @OneOf(partyKinds)
  kind: PartyKind;
  @Text()
  name: string;
  @OneOf(partyStates)
  state: PartyState;
  @Text({ nullable: true, about: 'Name of the kecamatan.' })
  district: string | null;
  @Whole({ about: 'Documents that wait to be checked.' })
  waitingCount: number;
  @Instant({ nullable: true, about: 'Since when the oldest of them waits.' })
  waitingSince: Date | null;
  @Flag({ about: 'A candidate whose required documents are all accepted.' })
  isComplete: boolean;
  @Flag({ about: 'Nobody who may sign in is its chair: two people of the organiser bring the next.' })
  isWithoutChair: boolean;
}

export class PartyCheckListView {
  @ListOf(() => PartyCheckView, { about: 'Who has waited longest stands first.' })
  data: PartyCheckView[];
}
