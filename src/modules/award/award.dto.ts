import { awardStates } from '../../core/award/award-state.js';
import { itemModes, type ItemMode } from '../../core/pool/draft-distribution.js';
import {
  Id,
  Instant,
  ListOf,
  MAX_WHOLE,
  OneOf,
  Packs,
  Part,
  Rupiah,
  Text,
  Whole,
  Words,
} from '../../platform/http/fields.js';

export class AwardZoneView {
  @Text({ about: 'Kemendagri code of the kecamatan.', example: '32.71.01' })
  zoneCode: string;
  @Packs()
  packs: number;
  @Rupiah({ min: 0, about: 'Per base unit, on top of the price.' })
  surchargeRpPerUnit: number;
  @Rupiah({ min: 0, about: 'Per base unit: freight of an ex-warehouse bid, as the pool counts it.' })
  freightRpPerUnit: number;
  @Rupiah({ min: 0, about: 'Its part of the line, everything included.' })
  amountRp: number;
}

export class AwardLineView {
  @Id({ nullable: true, about: 'Null where a supplier distributes at a fixed price.' })
  bidId: string | null;
  @Id()
  supplierId: string;
  @Text()
  supplierName: string;
  @Whole({ min: 1, about: "Which of the bid's tiers the packs reach, from 1." })
  tierNo: number;
  @Packs()
  packs: number;
  @Rupiah({ about: "Per base unit, of the tier reached; an incremental bid's first packs cost more." })
  priceRpPerUnit: number;
  @Rupiah({ min: 0 })
  surchargeRp: number;
  @Rupiah({ min: 0 })
  freightRp: number;
  @Rupiah({ min: 0, about: 'Tax that the buyer cannot recover.' })
  taxRp: number;
  @Rupiah({ min: 0, about: "This lot's part of the supplier's fixed charge." })
  fixedRp: number;
  @Rupiah({ about: 'Everything included.' })
  amountRp: number;
  @ListOf(() => AwardZoneView, { about: 'By kecamatan; the amounts add up to that of the line.' })
  zones: AwardZoneView[];
}

export class LosingBidView {
  @Id()
  bidId: string;
  @Id()
  supplierId: string;
  @Text()
  supplierName: string;
  @Text({ about: 'Stable; programs decide by it.', example: 'DEARER' })
  code: string;
  @Text({ max: 500, about: 'The reason in Bahasa Indonesia.' })
  id: string;
  @Text({ max: 500, about: 'The reason in English.' })
  en: string;
}

export class BidOutView extends LosingBidView {
  @Whole({ min: 1, about: 'The attempt it fell out of.' })
  attempt: number;
}

export class BestSingleView {
  @Id()
  bidId: string;
  @Id()
  supplierId: string;
  @Text()
  supplierName: string;
  @Packs()
  packs: number;
  @Rupiah({ about: 'Per base unit.' })
  priceRpPerUnit: number;
  @Rupiah()
  amountRp: number;
  @Packs({ min: 0 })
  unservedPacks: number;
  @Rupiah({ min: 0, about: 'With what the unserved packs weigh in the comparison.' })
  totalRp: number;
}

export class AwardView {
  @Id()
  awardId: string;
  @Id()
  lotId: string;
  @Whole({ min: 1, about: 'How often the lot has been awarded; anew whenever an awarded bid falls out.' })
  attempt: number;
  @OneOf(awardStates, { about: 'Computed by the engine, proposed by one person, approved by another.' })
  state: string;
  @OneOf(itemModes, { about: 'By distribution nobody proposes or approves: the pool declared it.' })
  mode: ItemMode;
  @Packs()
  demandPacks: number;
  @Packs({ min: 0 })
  awardedPacks: number;
  @Packs({ min: 0, about: 'Asked, and not to be had.' })
  unservedPacks: number;
  @Packs({
    min: 0,
    about: 'Taken beyond what was asked, of lines that tolerate more, for a lower price for all.',
  })
  tolerancePacks: number;
  @Packs({ min: 0, about: 'Asked by lines that a limit price keeps out.' })
  leftPacks: number;
  @Rupiah({ min: 0, about: 'Sum of the lines; in a sell pool what was bid for them.' })
  costRp: number;
  @Rupiah({
    nullable: true,
    about: 'Sell pool: what every buyer pays per unit of full grade, the lowest landed price accepted.',
  })
  clearingRpPerUnit: number | null;
  @Rupiah({
    min: 0,
    about: 'What unserved packs weigh in the comparison, at a rupiah above the ceiling; nobody pays it.',
  })
  penaltyRp: number;
  @Rupiah({
    min: 0,
    about: "What paying later is worth at the pool's rate; it only counts in the comparison.",
  })
  termsRp: number;
  @Whole({ about: 'Suppliers fewer than the pool wishes for.' })
  missingSuppliers: number;
  @Rupiah({ min: 0, about: 'What missing suppliers weigh in the comparison; nobody pays it.' })
  missingSuppliersRp: number;
  @Rupiah({
    min: -MAX_WHOLE,
    about: 'As awards are compared: cost, penalty and missing suppliers, less terms.',
  })
  totalRp: number;
  @Rupiah({ min: 0, about: 'Proven: no award of these lots has a total smaller by more than total - bound.' })
  boundRp: number;
  @Whole({ about: 'Room between bound and award in millionths; 0 is a proven optimum.' })
  gapPpm: number;
  @ListOf(() => AwardLineView)
  lines: AwardLineView[];
  @Words({ about: "Lots awarded together, because a supplier's terms tie them; this one among them." })
  groupLotIds: readonly string[];
  @ListOf(() => LosingBidView, {
    about: 'Every bid without packs, the earliest first, each with its reason.',
  })
  losingBids: LosingBidView[];
  @ListOf(() => BidOutView, { about: 'Bids that fell out of earlier attempts, each with its reason.' })
  bidsOut: BidOutView[];
  @Part(() => BestSingleView, { nullable: true, about: 'The best that one supplier alone could have done.' })
  bestSingle: BestSingleView | null;
  @Rupiah({
    min: -MAX_WHOLE,
    nullable: true,
    about: 'Against the best single supplier; null when none could have served as much.',
  })
  savedRp: number | null;
  @Instant()
  computedAt: Date;
  @Id({ nullable: true, about: 'Null with a time: the system proposed, because nobody did in time.' })
  proposedBy: string | null;
  @Instant({ nullable: true })
  proposedAt: Date | null;
  @Id({ nullable: true, about: 'The first of the two who agreed to what the system proposed.' })
  endorsedBy: string | null;
  @Instant({ nullable: true })
  endorsedAt: Date | null;
  @Id({ nullable: true })
  approvedBy: string | null;
  @Instant({ nullable: true })
  approvedAt: Date | null;
}
