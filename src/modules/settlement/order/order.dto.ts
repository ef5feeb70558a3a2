import { orderStates, type OrderState } from '../../../core/settlement/order-state.js';
import { taxCodes, type TaxCode } from '../../../core/settlement/tax-line.js';
import {
  CivilDate,
  Id,
  Instant,
  ListOf,
  OneOf,
  Packs,
  Rupiah,
  Text,
  Whole,
} from '../../../platform/http/fields.js';
import { SettlementQuery } from '../settlement.dto.js';
import { PageView } from '../../../platform/http/page.js';
import { PackedGoodsView } from '../../catalog/index.js';

export const orderLineKinds = ['goods', 'fixed-charge'] as const;
export type OrderLineKind = (typeof orderLineKinds)[number];

export class OrdersQuery extends SettlementQuery {
  @OneOf(orderStates, { optional: true })
  state?: OrderState;
}

export class PurchaseOrderView {
  @Id()
  id: string;
  @Text({ about: 'Series per buyer and year, without gaps.', example: 'PO/2026/000001' })
  number: string;
  @Id()
  dropId: string;
  @Id()
  poolId: string;
  @Id({
    about:
      'Who orders and pays: the koperasi, in a sell pool the bidder; in contract mode secondary the organiser.',
  })
  buyerId: string;
  @Id({ about: 'Who delivers: the supplier, in a sell pool the koperasi.' })
  sellerId: string;
  @Id({ about: 'Whose gate the goods come to.' })
  receiverId: string;
  @Text()
  poolTitle: string;
  @Text()
  buyerName: string;
  @Text()
  sellerName: string;
  @Text()
  receiverName: string;
  @Text({ nullable: true, about: 'The village it goes to.' })
  receiverVillage: string | null;
  @Text({ nullable: true, about: 'The kecamatan it goes to.' })
  receiverDistrict: string | null;
  @Text({ nullable: true, about: 'Where it is fetched; null when it is brought.' })
  pickupPlace: string | null;
  @CivilDate({ about: 'The first day on which something of it is needed.' })
  neededBy: string;
  @OneOf(orderStates, {
    about:
      '`issued`: may be sent; `held`: a payment is missing; `under-way`; `fulfilled`: counted at the gate.',
  })
  state: OrderState;
  @Whole({ min: 1, about: 'One more each time that its drop has grown.' })
  revision: number;
  @Rupiah({ min: 0 })
  amountRp: number;
  @Instant()
  issuedAt: Date;
  @Instant({ nullable: true })
  changedAt: Date | null;
}

export class PurchaseOrderLineView extends PackedGoodsView {
  @Id({ about: 'What a line of the seller’s bill names.' })
  id: string;
  @Whole({ min: 1 })
  lineNo: number;
  @Id()
  lotId: string;
  @OneOf(orderLineKinds, { about: '`fixed-charge`: what the seller asks for once of a lot.' })
  kind: OrderLineKind;
  @Text()
  commodityCode: string;
  @Packs({ about: 'Of a fixed charge 1.' })
  packs: number;
  @Rupiah({ min: 0, about: 'Rounded; the amount is what counts.' })
  priceRpPerUnit: number;
  @Rupiah({ min: 0, about: 'Landed, tax included.' })
  amountRp: number;
  @OneOf(taxCodes)
  taxCode: TaxCode;
  @Rupiah({ min: 0, about: 'What the tax is reckoned on (DPP).' })
  baseRp: number;
  @Rupiah({ min: 0, about: 'Contained in the amount (PPN).' })
  taxRp: number;
}

export class PurchaseOrderDetailView extends PurchaseOrderView {
  @Text({ max: 300, about: 'The amount in words (terbilang).' })
  words: string;
  @ListOf(() => PurchaseOrderLineView)
  lines: PurchaseOrderLineView[];
}

export class PurchaseOrderPageView extends PageView {
  @ListOf(() => PurchaseOrderView)
  data: PurchaseOrderView[];
}
