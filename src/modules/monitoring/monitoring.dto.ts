import {
  CivilDate,
  Flag,
  Id,
  Instant,
  IsoWeek,
  ListOf,
  Packs,
  Rupiah,
  Text,
  Whole,
  Words,
} from '../../platform/http/fields.js';

export class BrokenPromiseView {
  @Text()
  promise: string;
  @Text()
  subject: string;
  @Text({ max: 2000 })
  detail: string;
}

export class InvariantsView {
  @Words({ about: 'The promises that were looked at.' })
  promises: string[];
  @Flag()
  holds: boolean;
  @ListOf(() => BrokenPromiseView, { about: 'At most a hundred of each.' })
  broken: BrokenPromiseView[];
}

export class ParkedView {
  @Whole({ min: 1 })
  eventId: number;
  @Text()
  consumer: string;
  @Text()
  eventType: string;
  @Whole()
  attempts: number;
  @Text({ nullable: true, max: 500 })
  lastError: string | null;
  @Instant()
  recordedAt: Date;
}

export class ParkedListView {
  @ListOf(() => ParkedView)
  data: ParkedView[];
}

export class TracePartView {
  @Id()
  supplierId: string;
  @Text()
  supplierName: string;
  @Packs()
  packs: number;
  @Rupiah()
  priceRpPerUnit: number;
  @Id({ nullable: true })
  dropId: string | null;
  @Text({ nullable: true })
  dropState: string | null;
  @Text({ nullable: true })
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
  @Id({ nullable: true })
  invoiceId: string | null;
  @Text({ nullable: true })
  invoiceNumber: string | null;
  @Rupiah({ min: 0, nullable: true, about: "This line's amount on the invoice." })
  amountRp: number | null;
}

export class TraceView {
  @Id()
  requirementLineId: string;
  @Id()
  kitchenId: string;
  @IsoWeek()
  isoWeek: string;
  @Text()
  requirementState: string;
  @CivilDate()
  neededOn: string;
  @Text()
  commodityCode: string;
  @Whole({ min: 1 })
  quantityMilli: number;
  @Id({ nullable: true, about: 'The commitment line that carries it; null until a pool took it up.' })
  lineId: string | null;
  @Id({ nullable: true })
  poolId: string | null;
  @Text({ nullable: true })
  poolState: string | null;
  @Id({ nullable: true, about: 'The partner koperasi whose drop it travels on.' })
  koperasiId: string | null;
  @Text({ nullable: true })
  packCode: string | null;
  @Whole({ nullable: true })
  packSizeMilli: number | null;
  @Packs({ nullable: true })
  quantityPacks: number | null;
  @Id({ nullable: true })
  lotId: string | null;
  @Text({ nullable: true })
  lotState: string | null;
  @Text({ nullable: true })
  failedReason: string | null;
  @Text({ nullable: true, about: 'Why the line came into no lot.' })
  refusal: string | null;
  @Packs({ min: 0, nullable: true })
  allocatedPacks: number | null;
  @ListOf(() => TracePartView)
  parts: TracePartView[];
}
