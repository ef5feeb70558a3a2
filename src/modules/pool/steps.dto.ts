import { Flag, Id, Part, Whole } from '../../platform/http/fields.js';

const MOST_S = 2_592_000;

export class StepBody {
  @Whole({ optional: true, min: 1, max: MOST_S, about: 'Seconds from its beginning until it is due.' })
  dueS?: number;

  @Id({ optional: true, about: 'The person who alone takes it until then; left out: all who have the role.' })
  holderId?: string;

  @Id({ optional: true, about: 'The person who is told when it is due, and may then take it too.' })
  deputyId?: string;

  @Whole({ optional: true, min: 1, max: MOST_S, about: 'Seconds the deputy has before the default happens.' })
  deputyS?: number;
}

/** What a pool declares of its human steps; what is left out is as usual. */
export class PoolStepsBody {
  @Part(() => StepBody, { optional: true, about: 'Default: the system proposes; two people then approve.' })
  proposal?: StepBody;

  @Whole({
    optional: true,
    max: MOST_S,
    about: 'Seconds in which members and bidders may object to a proposal; left out: a day. 0: none.',
  })
  standstillS?: number;

  @Part(() => StepBody, { optional: true, about: 'Answers to objections. Default: the lot fails.' })
  answer?: StepBody;

  @Part(() => StepBody, { optional: true, about: 'Approval by a chair. Default: the lot fails.' })
  approval?: StepBody;

  @Whole({
    optional: true,
    min: 1,
    max: MOST_S,
    about: 'Seconds in which suppliers sign. Default: a bid that is not signed is out.',
  })
  contractDueS?: number;
}

export class StepRuleView {
  @Whole({ about: 'Seconds until due.' })
  dueS: number;
  @Flag({ about: 'Whether a deputy is named.' })
  hasDeputy: boolean;
  @Whole({ about: 'Seconds the deputy has after that.' })
  deputyS: number;
}

/** Times of the steps after opening, as members know them before they commit. */
export class PoolStepsView {
  @Part(() => StepRuleView)
  proposal: StepRuleView;
  @Part(() => StepRuleView, { about: 'The standstill; 0 s: none.' })
  objection: StepRuleView;
  @Part(() => StepRuleView)
  answer: StepRuleView;
  @Part(() => StepRuleView)
  approval: StepRuleView;
  @Part(() => StepRuleView)
  contract: StepRuleView;
}
