import { comingStates, type ComingState } from '../../core/monitoring/tell-coming.js';
import { CivilDate, Id, Instant, ListOf, OneOf, Packs, Text, Whole } from '../../platform/http/fields.js';

export class ComingQuery {
  @CivilDate({ optional: true, about: 'Only what is needed from this day on; left out: all.' })
  from?: string;
}

export class ComingView {
  @Id({ nullable: true, about: 'What the kitchen wrote; null where its partner ordered for it.' })
  requirementLineId: string | null;
  @CivilDate()
  neededOn: string;
  @Text()
  commodityCode: string;
  @Text()
  commodityNameId: string;
  @Text()
  commodityNameEn: string;
  @Text({ about: 'UN/CEFACT Rec 20 code of the base unit.' })
  baseUnit: string;
  @Whole({ min: 1, about: 'Needed, in thousandths of the base unit.' })
  quantityMilli: number;
  @Text({ nullable: true })
  packCode: string | null;
  @Whole({ min: 1, nullable: true, about: 'Milli base units in a pack.' })
  packSizeMilli: number | null;
  @Packs({ min: 0, nullable: true, about: 'What comes on this drop; null while it is not shared out.' })
  packs: number | null;
  @OneOf(comingStates, { about: '`prepared`: shared out, not on a truck yet.' })
  state: ComingState;
  @Text({ nullable: true })
  supplierName: string | null;
  @Text({ nullable: true, about: 'The partner koperasi whose drop it travels on, and who counts it.' })
  koperasiName: string | null;
  @Text({ nullable: true })
  poolTitle: string | null;
  @Text({ nullable: true, max: 60 })
  deliveryNote: string | null;
  @Instant({ nullable: true })
  dispatchedAt: Date | null;
  @Instant({ nullable: true })
  receivedAt: Date | null;
  @Packs({ min: 0, nullable: true })
  acceptedPacks: number | null;
  @Packs({ min: 0, nullable: true })
  quarantinedPacks: number | null;
  @Packs({ min: 0, nullable: true })
  damagedPacks: number | null;
  @Packs({ min: 0, nullable: true })
  missingPacks: number | null;
}

export class ComingListView {
  @ListOf(() => ComingView, { about: 'By day, then goods; at most 500, a line per supplier and drop.' })
  data: ComingView[];
}
