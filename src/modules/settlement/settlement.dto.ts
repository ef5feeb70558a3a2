import { Id, Instant, ListOf, Packs, Rupiah, Text, Whole } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';

export class SettlementQuery extends PageQuery {
  @Id({ optional: true })
  poolId?: string;
}

export class InvoiceView {
  @Id()
  id: string;
  @Text({ about: 'Series per issuer and year, without gaps.', example: 'INV/2026/000001' })
  number: string;
  @Id()
  dropId: string;
  @Id()
  poolId: string;
  @Id({ about: 'The seller, for contracts are direct: the supplier, in a sell pool the koperasi.' })
  issuerId: string;
  @Id({ about: 'Who is invoiced: the koperasi, in a sell pool the buyer.' })
  payerId: string;
  @Id()
  koperasiId: string;
  @Rupiah({ min: 0, about: 'For what was accepted.' })
  amountRp: number;
  @Rupiah({ min: 0, about: 'The payment request; invoice and credit together.' })
  requestedRp: number;
  @Rupiah({ min: 0 })
  creditedRp: number;
  @Packs({ min: 0, about: 'Why something is credited: packs kept in quarantine,' })
  quarantinedPacks: number;
  @Packs({ min: 0, about: 'packs damaged,' })
  damagedPacks: number;
  @Packs({ min: 0, about: 'packs missing,' })
  missingPacks: number;
  @Packs({ min: 0, about: 'packs accepted below full grade.' })
  lowerGradePacks: number;
  @Instant()
  issuedAt: Date;
}

export class InvoiceLineView {
  @Id()
  lineId: string;
  @Id()
  lotId: string;
  @Text()
  commodityCode: string;
  @Text()
  packCode: string;
  @Id()
  beneficiaryId: string;
  @Packs({ min: 0 })
  acceptedPacks: number;
  @Whole({ min: 1 })
  packSizeMilli: number;
  @Rupiah()
  priceRpPerUnit: number;
  @Rupiah({ min: 0 })
  amountRp: number;
}

export class InvoiceDetailView extends InvoiceView {
  @ListOf(() => InvoiceLineView)
  lines: InvoiceLineView[];
}

export class InvoicePageView {
  @ListOf(() => InvoiceView)
  data: InvoiceView[];
  @Id({ nullable: true })
  nextCursor: string | null;
}

export class PaymentRequestView {
  @Id()
  id: string;
  @Id()
  dropId: string;
  @Id()
  poolId: string;
  @Id()
  supplierId: string;
  @Id()
  koperasiId: string;
  @Id({ about: 'Who asks: the supplier, in a sell pool the koperasi.' })
  payeeId: string;
  @Id({ about: 'Who is asked: the koperasi, in a sell pool the buyer.' })
  payerId: string;
  @Rupiah({ min: 0 })
  amountRp: number;
  @Instant()
  issuedAt: Date;
}

export class PaymentRequestPageView {
  @ListOf(() => PaymentRequestView)
  data: PaymentRequestView[];
  @Id({ nullable: true })
  nextCursor: string | null;
}
