import {
  billStates,
  differenceKinds,
  type BillState,
  type DifferenceKind,
} from '../../../core/settlement/match-bill.js';
import {
  CivilDate,
  Flag,
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

export class BillsQuery extends SettlementQuery {
  @OneOf(billStates, { optional: true })
  state?: BillState;
}

export class BillLineRequest {
  @Id({
    optional: true,
    about: 'The line of the purchase order; left out: goods that no order names, which are held.',
  })
  orderLineId?: string;
  @Text({ optional: true, max: 120, about: 'What it is, where no order names it.' })
  description?: string;
  @Packs({ max: 1_000_000, about: 'Of a fixed charge 1.' })
  packs: number;
  @Rupiah({ about: 'For all these packs, tax included.' })
  amountRp: number;
  @Rupiah({ min: 0, about: 'Tax contained in the amount (PPN).' })
  taxRp: number;
}

export class PostBillRequest {
  @Text({ max: 60, about: 'The seller’s own number.', example: 'KW-0712/XII/2026' })
  number: string;
  @CivilDate()
  billedOn: string;
  @ListOf(() => BillLineRequest, { min: 1, max: 500 })
  lines: BillLineRequest[];
}

export class CreditBillRequest {
  @Text({ max: 60, about: 'The number of the seller’s credit note for what is held.' })
  creditNumber: string;
}

export class WithdrawBillRequest {
  @Text({ max: 300 })
  reason: string;
}

export class AcceptDifferenceRequest {
  @Text({ min: 3, max: 300, about: 'Why what differs is paid: read by who approves.' })
  reason: string;
}

export class BillWordRequest {
  @Text({ min: 3, max: 500, about: 'What the buyer disputes, or the seller answers.' })
  text: string;
}

export class BillWordView {
  @OneOf(['dispute', 'answer'] as const)
  kind: 'dispute' | 'answer';
  @Text()
  partyName: string;
  @Text({ max: 500 })
  text: string;
  @Instant()
  saidAt: Date;
}

export class AcceptedView {
  @OneOf(['proposed', 'accepted', 'dropped'] as const, {
    about: '`dropped`: the bill had changed when the second person agreed.',
  })
  state: 'proposed' | 'accepted' | 'dropped';
  @Rupiah()
  amountRp: number;
  @Text({ max: 300 })
  reason: string;
  @Id()
  decisionId: string;
}

export class DifferenceView {
  @OneOf(differenceKinds, {
    about: 'Held, and not paid, but `below-price` and `below-tax`, which are shown only.',
  })
  kind: DifferenceKind;
  @Packs({ min: 0 })
  packs: number;
  @Rupiah({ min: 0 })
  amountRp: number;
}

export class BillView {
  @Id()
  id: string;
  @Id()
  sellerId: string;
  @Id()
  buyerId: string;
  @Id()
  poolId: string;
  @Text()
  sellerName: string;
  @Text()
  buyerName: string;
  @Text()
  poolTitle: string;
  @Text({ max: 60 })
  number: string;
  @CivilDate()
  billedOn: string;
  @OneOf(billStates, {
    about:
      '`held`: goods are to be received; `agreed`; `differs`; `credited`: the seller took back what is held; `accepted`: its buyer pays that too; `withdrawn`: all of it.',
  })
  state: BillState;
  @Rupiah()
  amountRp: number;
  @Rupiah({ min: 0, about: 'What agrees with order and receipts: no more is paid.' })
  matchedRp: number;
  @Rupiah({ min: 0 })
  heldRp: number;
  @Instant()
  postedAt: Date;
  @Instant({ nullable: true })
  endedAt: Date | null;
  @Text({
    nullable: true,
    max: 300,
    about: 'The number of the credit note, why it was accepted, or why it was withdrawn.',
  })
  endReason: string | null;
}

export class BillLineView {
  @Whole({ min: 1 })
  lineNo: number;
  @Id({ nullable: true })
  orderLineId: string | null;
  @Id({ nullable: true, about: 'The purchase order of that line.' })
  orderId: string | null;
  @Text({ nullable: true })
  orderNumber: string | null;
  @Text({ nullable: true, about: 'Of the order’s goods; null: goods that no order names.' })
  commodityNameId: string | null;
  @Text({ nullable: true })
  commodityNameEn: string | null;
  @Flag({ about: 'Whether it stands for what the seller asks for once of a lot.' })
  isFixedCharge: boolean;
  @Text({ nullable: true })
  packCode: string | null;
  @Packs({ min: 0, about: 'Of a line that no order names 0.' })
  orderedPacks: number;
  @Rupiah({ min: 0 })
  orderedRp: number;
  @Flag({ about: 'Whether it was counted at the gate.' })
  isReceived: boolean;
  @Packs({ min: 0, about: 'In all of the order’s line, whoever bills it.' })
  acceptedPacks: number;
  @Text({ min: 0, max: 120 })
  description: string;
  @Packs()
  packs: number;
  @Rupiah()
  amountRp: number;
  @Rupiah({ min: 0 })
  taxRp: number;
  @Packs({ min: 0 })
  matchedPacks: number;
  @Rupiah({ min: 0 })
  matchedRp: number;
  @Rupiah({ min: 0 })
  heldRp: number;
  @ListOf(() => DifferenceView)
  differences: DifferenceView[];
}

export class BillDetailView extends BillView {
  @ListOf(() => AcceptedView, {
    about: 'Proposals to pay what is held, for the buyer alone; the newest first.',
  })
  acceptances: AcceptedView[];
  @ListOf(() => BillWordView, { about: 'What buyer and seller said about it, the first first.' })
  words: BillWordView[];
  @ListOf(() => BillLineView)
  lines: BillLineView[];
}

export class BillPageView extends PageView {
  @ListOf(() => BillView)
  data: BillView[];
}

export class OrderMatchLineView {
  @Id()
  orderLineId: string;
  @Packs()
  orderedPacks: number;
  @Rupiah({ min: 0 })
  orderedRp: number;
  @Flag({ about: 'Whether it was counted at the gate.' })
  isReceived: boolean;
  @Packs({ min: 0 })
  acceptedPacks: number;
  @Rupiah({ min: 0, about: 'What the accepted packs come to at the ordered price.' })
  acceptedRp: number;
  @Flag({ about: 'Whether its seller bills it by itself; if not, the receipt does.' })
  isBilledBySeller: boolean;
  @Packs({ min: 0 })
  billedPacks: number;
  @Rupiah({ min: 0 })
  billedRp: number;
  @Rupiah({ min: 0 })
  matchedRp: number;
  @Rupiah({ min: 0 })
  heldRp: number;
}

export class OrderMatchView {
  @Id()
  orderId: string;
  @ListOf(() => OrderMatchLineView)
  lines: OrderMatchLineView[];
}
