import { taxCodes, type TaxCode } from '../../core/settlement/tax-line.js';
import { Id, Instant, ListOf, OneOf, Packs, Rupiah, Text, Whole } from '../../platform/http/fields.js';
import { PageQuery, PageView } from '../../platform/http/page.js';
import { PackedGoodsView } from '../catalog/index.js';

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
  @Text()
  poolTitle: string;
  @Id({
    about: 'The seller: the supplier, in a sell pool the koperasi; in contract mode secondary the organiser.',
  })
  issuerId: string;
  @Text()
  issuerName: string;
  @Id({ about: 'Who is invoiced: the koperasi, in a sell pool the buyer.' })
  payerId: string;
  @Text()
  payerName: string;
  @Id()
  koperasiId: string;
  @Rupiah({ min: 0, about: 'For what was accepted.' })
  amountRp: number;
  @Rupiah({ min: 0, about: 'What was asked for before the goods left.' })
  requestedRp: number;
  @Rupiah({
    min: 0,
    about: 'Still to be paid, each part at its term; request and balance are invoice and credit.',
  })
  balanceRp: number;
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

export class InvoiceLineView extends PackedGoodsView {
  @Id()
  lineId: string;
  @Id()
  lotId: string;
  @Text()
  commodityCode: string;
  @Id()
  beneficiaryId: string;
  @Text()
  beneficiaryName: string;
  @Packs({ min: 0 })
  acceptedPacks: number;
  @Rupiah()
  priceRpPerUnit: number;
  @Rupiah({ min: 0, about: 'Landed, tax included.' })
  amountRp: number;
  @OneOf(taxCodes, {
    about:
      'Value added tax: `ppn` charged; `exempt` goods; `none`: the seller charges none; `check`: not settled.',
  })
  taxCode: TaxCode;
  @Rupiah({ min: 0, about: 'What the tax is reckoned on (DPP).' })
  baseRp: number;
  @Rupiah({ min: 0, about: 'Contained in the amount (PPN).' })
  taxRp: number;
  @Rupiah({ min: 0, about: 'What the amount is made of: accepted packs at the awarded price;' })
  goodsRp: number;
  @Rupiah({ min: 0, about: 'the share of the freight, as estimated when bids closed;' })
  freightRp: number;
  @Rupiah({ min: 0, about: 'the share of suppliers’ fixed charges;' })
  fixedRp: number;
  @Rupiah({ min: 0, about: 'the organiser’s fee.' })
  feeRp: number;
}

export class InvoiceDetailView extends InvoiceView {
  @Text({ max: 300, about: 'The amount in words (terbilang).', example: 'sepuluh juta rupiah' })
  words: string;
  @ListOf(() => InvoiceLineView)
  lines: InvoiceLineView[];
}

export class InvoicePageView extends PageView {
  @ListOf(() => InvoiceView)
  data: InvoiceView[];
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
  @Id({
    about: 'Who asks: the supplier, in a sell pool the koperasi; in contract mode secondary the organiser.',
  })
  payeeId: string;
  @Id({ about: 'Who is asked: the koperasi, in a sell pool the buyer.' })
  payerId: string;
  @Whole({ min: 1, about: 'The drop’s first request, its second as it grows, …' })
  sequence: number;
  @Rupiah({ min: 0 })
  amountRp: number;
  @Instant()
  issuedAt: Date;
}

export class PaymentRequestPageView extends PageView {
  @ListOf(() => PaymentRequestView)
  data: PaymentRequestView[];
}
