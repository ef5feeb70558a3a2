import { dropStates, type DropState } from '../../core/delivery/dispatch-drop.js';
import { CivilDate, Id, Instant, ListOf, OneOf, Packs, Text, Whole } from '../../platform/http/fields.js';
import { PageQuery, PageView } from '../../platform/http/page.js';
import { PackedGoodsView } from '../catalog/index.js';

export class DropsQuery extends PageQuery {
  @Id({ optional: true })
  poolId?: string;
  @OneOf(dropStates, { optional: true })
  state?: DropState;
}

export class DispatchDropBody {
  @Text({ max: 60, about: "The delivery note's number (surat jalan).", example: 'SJ-2026-0042' })
  deliveryNote: string;
}

export class GradedPacksBody {
  @Text({ max: 20, example: 'A' })
  code: string;
  @Packs({ min: 0 })
  packs: number;
}

export class CountedLineBody {
  @Id()
  lineId: string;
  @Packs({ min: 0, about: 'Sound and taken in.' })
  acceptedPacks: number;
  @Packs({ min: 0, about: 'Kept apart until it is judged.' })
  quarantinedPacks: number;
  @Packs({ min: 0 })
  damagedPacks: number;
  @Packs({ min: 0, about: 'On the delivery note, not on the truck.' })
  missingPacks: number;
  @ListOf(() => GradedPacksBody, {
    optional: true,
    max: 10,
    about: 'Accepted packs by grade, for an item that is sold by grade.',
  })
  grades?: GradedPacksBody[];
}

export class ReceiveDropBody {
  @ListOf(() => CountedLineBody, { min: 1, about: 'Every line of the drop, each once.' })
  lines: CountedLineBody[];
}

export class DropGoodsView extends PackedGoodsView {
  @Packs()
  packs: number;
}

export class DropView {
  @Id()
  id: string;
  @Id()
  poolId: string;
  @Id()
  supplierId: string;
  @Id()
  koperasiId: string;
  @Id({ about: 'Who dispatches it: the supplier, in a sell pool the koperasi.' })
  senderId: string;
  @Id({ about: 'Who receives it: the koperasi, in a sell pool the buyer.' })
  receiverId: string;
  @Whole({ min: 1, about: 'First, second, … drop between this supplier and this koperasi.' })
  sequence: number;
  @OneOf(dropStates)
  state: DropState;
  @Text({ nullable: true, max: 60 })
  deliveryNote: string | null;
  @Instant({ nullable: true, about: 'Since when it may leave: what is to be paid before is paid for good.' })
  releasedAt: Date | null;
  @Whole({
    min: 0,
    nullable: true,
    about: 'Payment requests that it waits for; null: not reckoned yet.',
  })
  awaitedRequests: number | null;
  @Instant({ nullable: true })
  dispatchedAt: Date | null;
  @Instant({ nullable: true })
  receivedAt: Date | null;
  @Text({ nullable: true, about: 'Where the koperasi fetches it; null when it is brought.' })
  pickupPlace: string | null;
  @Whole({ min: 1 })
  version: number;
  @Text()
  poolTitle: string;
  @Text()
  supplierName: string;
  @Text()
  koperasiName: string;
  @Text()
  senderName: string;
  @Text()
  receiverName: string;
  @Text({ nullable: true, about: 'The Kemendagri code of the place it goes to.' })
  receiverRegion: string | null;
  @Text({ nullable: true, about: 'The village it goes to, as its people call it.' })
  receiverVillage: string | null;
  @Text({ nullable: true, about: 'The kecamatan it goes to: what lies together on a route.' })
  receiverDistrict: string | null;
  @CivilDate({ about: 'The first day on which something of it is needed.' })
  neededBy: string;
  @ListOf(() => DropGoodsView, { about: 'What is on it, over all its lines.' })
  goods: DropGoodsView[];
}

export class GradeView {
  @Text({ max: 20, example: 'A' })
  code: string;
  @Whole({ min: 1, max: 10_000, about: 'Of the full price, in ten-thousandths.' })
  priceBps: number;
}

export class DropLineView extends PackedGoodsView {
  @Id()
  lineId: string;
  @Id()
  lotId: string;
  @Text()
  commodityCode: string;
  @Id({ about: "A kitchen, or the koperasi itself. A kitchen's packs travel on its partner's drop." })
  beneficiaryId: string;
  @Text()
  beneficiaryName: string;
  @CivilDate()
  neededBy: string;
  @Packs()
  shippedPacks: number;
  @Packs({ min: 0, nullable: true })
  acceptedPacks: number | null;
  @Packs({ min: 0, nullable: true })
  quarantinedPacks: number | null;
  @Packs({ min: 0, nullable: true })
  damagedPacks: number | null;
  @Packs({ min: 0, nullable: true })
  missingPacks: number | null;
  @ListOf(() => GradeView, {
    max: 10,
    about: 'What accepted packs are sorted by; none where all are of one grade.',
  })
  gradesSold: GradeView[];
  @ListOf(() => GradedPacksBody, { max: 10, about: 'Accepted packs by grade, where it is sold by grade.' })
  grades: GradedPacksBody[];
}

export class DropDetailView extends DropView {
  @ListOf(() => DropLineView)
  lines: DropLineView[];
}

export class DropPageView extends PageView {
  @ListOf(() => DropView)
  data: DropView[];
}
