import { CivilDate, Id, Instant, ListOf, OneOf, Text } from '../../../platform/http/fields.js';

export class HouseRuleRequest {
  @Text({
    max: 40,
    pattern: /^[a-z][a-z0-9-]*$/,
    example: 'deposit-rate',
    about: 'What it is about; the newest of a topic that holds replaces the ones before it.',
  })
  topic: string;
  @Text({ min: 3, max: 2000, about: 'The rule as the members decided it.' })
  textId: string;
  @Text({ optional: true, max: 200, example: '10 %', about: 'What it sets, if it sets a value.' })
  value?: string;
  @CivilDate({ about: 'The day of the members’ decision.' })
  decidedOn: string;
  @CivilDate({ about: 'From which day it holds.' })
  effectiveFrom: string;
  @Text({
    optional: true,
    max: 200,
    example: 'Risalah RAT 2026 butir 4',
    about: 'Where the decision is written.',
  })
  minutesRef?: string;
}

export class HouseRuleView {
  @Id()
  id: string;
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
  @OneOf(['holding', 'coming', 'replaced'])
  state: 'holding' | 'coming' | 'replaced';
  @Instant({ about: 'When two people of the organiser confirmed it.' })
  approvedAt: Date;
}

export class HouseRuleListView {
  @ListOf(() => HouseRuleView)
  data: HouseRuleView[];
}
