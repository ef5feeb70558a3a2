import { legalFactKinds, type LegalFactKind } from '../../../core/party/legal-facts.js';
import { CivilDate, Flag, Id, Instant, ListOf, OneOf, Text } from '../../../platform/http/fields.js';

export class LegalFactBody {
  @OneOf(legalFactKinds, {
    about: '`legal-entity`: sells and signs in its own name; `pkp`: charges value added tax.',
  })
  kind: LegalFactKind;
  @Flag({ about: 'Whether it is so, or no longer.' })
  holds: boolean;
  @CivilDate({ about: 'From this day on.' })
  validFrom: string;
  @Text({ max: 300, about: 'What it rests on, such as the number of a decision (SK AHU, SPPKP).' })
  basis: string;
}

export class LegalFactView extends LegalFactBody {
  @Id()
  id: string;
  @Instant()
  recordedAt: Date;
}

export class LegalFactsView {
  @ListOf(() => LegalFactView)
  data: LegalFactView[];
}
