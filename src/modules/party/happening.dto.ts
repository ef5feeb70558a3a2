import { happenings, type HappeningKind } from '../../core/party/happenings.js';
import { Id, Instant, ListOf, OneOf, Text } from '../../platform/http/fields.js';
import { PageView } from '../../platform/http/page.js';

export class HappeningView {
  @Id()
  id: string;
  @OneOf(Object.keys(happenings))
  kind: HappeningKind;
  @Text({ about: 'What it is about.', example: 'pool' })
  subjectType: string;
  @Id()
  subjectId: string;
  @Instant()
  toldAt: Date;
  @Text({ max: 4000, about: 'In plain words, Bahasa Indonesia, with the hours of the party’s time zone.' })
  textId: string;
  @Text({ max: 4000, about: 'The same in English.' })
  textEn: string;
}

export class HappeningPage extends PageView {
  @ListOf(() => HappeningView)
  data: HappeningView[];
}
