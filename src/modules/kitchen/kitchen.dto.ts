import { MAX_LINE_MILLI, MAX_LINES } from '../../core/kitchen/place-requirement-lines.js';
import type { RequirementState } from '../../core/kitchen/publish-requirement.js';
import { CivilDate, Id, Instant, IsoWeek, ListOf, OneOf, Text, Whole } from '../../platform/http/fields.js';

export class RequirementLineRequest {
  @CivilDate({ about: 'A day of the week that the path names.' })
  neededOn: string;
  @Text({ max: 40, example: 'BERAS-MEDIUM' })
  commodityCode: string;
  @Whole({
    min: 1,
    max: MAX_LINE_MILLI,
    example: 177_000,
    about: "Thousandths of the commodity's base unit: grams, millilitres.",
  })
  quantityMilli: number;
}

export class PlaceRequirementRequest {
  @ListOf(() => RequirementLineRequest, {
    max: MAX_LINES,
    about: 'All lines of the week; they replace what was there.',
  })
  lines: RequirementLineRequest[];
}

export class RequirementLineView {
  @Id()
  id: string;
  @CivilDate()
  neededOn: string;
  @Text()
  commodityCode: string;
  @Whole({ min: 1 })
  quantityMilli: number;
}

export class RequirementView {
  @Id()
  id: string;
  @Id()
  kitchenId: string;
  @IsoWeek()
  isoWeek: string;
  @OneOf(['draft', 'published'])
  state: RequirementState;
  @Whole({ min: 1, about: 'Send it in If-Match with the next change.' })
  version: number;
  @Instant({ nullable: true })
  publishedAt: Date | null;
  @ListOf(() => RequirementLineView)
  lines: RequirementLineView[];
}

export class KitchenWeekView {
  @IsoWeek()
  isoWeek: string;
  @OneOf(['draft', 'published'])
  state: RequirementState;
}

export class KitchenWeeksView {
  @ListOf(() => KitchenWeekView)
  data: KitchenWeekView[];
}
