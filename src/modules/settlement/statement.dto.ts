import { Id, Instant, ListOf, Rupiah } from '../../platform/http/fields.js';
import { PageView } from '../../platform/http/page.js';

export class ClosingCreditView {
  @Id()
  id: string;
  @Id()
  lotId: string;
  @Id()
  poolId: string;
  @Id()
  organiserId: string;
  @Id()
  koperasiId: string;
  @Rupiah({ about: 'What it was invoiced above what its packs came to in the end.' })
  amountRp: number;
  @Instant()
  issuedAt: Date;
}

export class ClosingCreditPageView extends PageView {
  @ListOf(() => ClosingCreditView)
  data: ClosingCreditView[];
}

export class LotClosingView {
  @Id()
  lotId: string;
  @Id()
  poolId: string;
  @Rupiah({ min: 0, about: 'To all koperasi.' })
  invoicedRp: number;
  @Rupiah({ min: 0, about: 'By all suppliers, fixed charges included.' })
  billedRp: number;
  @Rupiah({ min: 0, about: "The organiser's, as the pool declared them." })
  feesRp: number;
  @Rupiah({ min: 0, about: 'Paid back to koperasi.' })
  creditedRp: number;
  @Rupiah({ min: 0, about: 'What no koperasi is charged, and the organiser bears.' })
  uncoveredRp: number;
  @Instant()
  closedAt: Date;
}

export class LotClosingPageView extends PageView {
  @ListOf(() => LotClosingView)
  data: LotClosingView[];
}

export class BilledLotView {
  @Id()
  lotId: string;
  @Rupiah({ min: 0, about: 'For the packs that were accepted.' })
  goodsRp: number;
  @Rupiah({
    min: 0,
    about: "The lot's part of the fixed charge, billed in full with the first accepted pack.",
  })
  fixedRp: number;
  @Rupiah({ min: 0 })
  amountRp: number;
}

export class SupplierBillView {
  @Id({ about: 'A drop is billed once.' })
  dropId: string;
  @Id()
  poolId: string;
  @Id()
  supplierId: string;
  @Id()
  koperasiId: string;
  @Rupiah({ min: 0, about: 'Sum of the lots.' })
  amountRp: number;
  @ListOf(() => BilledLotView)
  lots: BilledLotView[];
  @Instant()
  billedAt: Date;
}

export class SupplierBillPageView extends PageView {
  @ListOf(() => SupplierBillView)
  data: SupplierBillView[];
}
