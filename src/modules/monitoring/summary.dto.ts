import {
  Flag,
  Id,
  Instant,
  ListOf,
  MAX_WHOLE,
  Packs,
  Part,
  Rupiah,
  Text,
  Whole,
} from '../../platform/http/fields.js';

class SavingView {
  @Rupiah({ min: 0, about: 'As allocated, at the awarded prices.' })
  togetherRp: number;
  @Rupiah({
    min: 0,
    about: "Each koperasi's packs at the cheapest bid that sells so few, else at the reference price.",
  })
  aloneRp: number;
  @Rupiah({ min: -MAX_WHOLE })
  savedRp: number;
}

export class AwardedSupplierView {
  @Id()
  supplierId: string;
  @Text()
  supplierName: string;
  @Packs()
  packs: number;
  @Rupiah()
  priceRpPerUnit: number;
  @Rupiah()
  amountRp: number;
}

export class ClosingTotalsView {
  @Rupiah({ min: 0 })
  invoicedRp: number;
  @Rupiah({ min: 0, about: 'By suppliers, fixed charges included.' })
  billedRp: number;
  @Rupiah({ min: 0, about: "The organiser's, as declared." })
  feesRp: number;
  @Rupiah({ min: 0, about: 'Paid back to koperasi.' })
  creditedRp: number;
  @Rupiah({ min: 0, about: 'Charged to nobody; the organiser bears it.' })
  uncoveredRp: number;
}

export class LotSummaryView extends SavingView {
  @Id()
  lotId: string;
  @Text()
  commodityCode: string;
  @Text()
  packCode: string;
  @Text()
  state: string;
  @Text({ nullable: true })
  failedReason: string | null;
  @Packs()
  demandPacks: number;
  @Packs({ min: 0 })
  allocatedPacks: number;
  @ListOf(() => AwardedSupplierView)
  suppliers: AwardedSupplierView[];
  @Rupiah({ min: 0 })
  awardedRp: number;
  @Whole({ about: 'Koperasi to whom no bidder would have sold so few.' })
  aloneAtReference: number;
  @Part(() => ClosingTotalsView, {
    nullable: true,
    about: 'What it came to in the end; null until it is closed.',
  })
  closing: ClosingTotalsView | null;
}

export class KoperasiSavingView extends SavingView {
  @Id()
  koperasiId: string;
  @Text()
  koperasiName: string;
}

export class CheckView {
  @Text({ example: 'shipped = accepted + quarantined + damaged + missing' })
  name: string;
  @Flag()
  holds: boolean;
  @Whole({ min: -MAX_WHOLE })
  left: number;
  @Whole({ min: -MAX_WHOLE })
  right: number;
}

export class ActivityView {
  @Text()
  eventType: string;
  @Whole({ min: 1 })
  eventCount: number;
  @Instant()
  lastAt: Date;
}

export class PoolSummaryView extends SavingView {
  @Id()
  poolId: string;
  @ListOf(() => LotSummaryView)
  lots: LotSummaryView[];
  @ListOf(() => KoperasiSavingView, { max: 100_000 })
  koperasi: KoperasiSavingView[];
  @Part(() => ClosingTotalsView, { about: 'Of the lots that are closed.' })
  closing: ClosingTotalsView;
  @ListOf(() => CheckView)
  checks: CheckView[];
  @Flag({ about: 'True when every check holds.' })
  addsUp: boolean;
  @ListOf(() => ActivityView)
  activity: ActivityView[];
}
