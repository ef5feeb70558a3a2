import { CivilDate, Instant, Text, Whole } from '../../platform/http/fields.js';

/** What is left out stays as it is. */
export class ReviseDraftBody {
  @Text({ optional: true, max: 120, example: 'Belanja minggu 48' })
  title?: string;
  @Instant({ optional: true, about: 'When commitments end, by the database clock.' })
  closesAt?: string;
  @Whole({
    optional: true,
    min: 1,
    max: 2_592_000,
    about: 'Seconds suppliers have to bid once lots are formed.',
  })
  biddingPeriodS?: number;
  @CivilDate({ optional: true })
  neededFrom?: string;
  @CivilDate({ optional: true })
  neededUntil?: string;
}

export class RevisedDraftView {
  @Whole({ min: 1, about: 'For the next If-Match, and for opening it.' })
  version: number;
}
