import { poolSides, type PoolSide } from '../../core/pool/side.js';
import { lotStates, type LotState } from '../../core/lot/advance-lot.js';
import { itemModes, type ItemMode } from '../../core/pool/draft-distribution.js';
import { lineRefusals, type LineRefusal } from '../../core/lot/aggregate-commitments.js';
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
} from '../../platform/http/fields.js';
import { PageView } from '../../platform/http/page.js';
import { PackedGoodsView } from '../catalog/index.js';

export class ZoneView {
  @Text({ about: 'Kemendagri code of the kecamatan.', example: '32.71.01' })
  districtCode: string;
  @Text()
  districtName: string;
  @Packs()
  quantityPacks: number;
  @Whole({ min: 1 })
  koperasiCount: number;
}

export class LotView extends PackedGoodsView {
  @Id()
  id: string;
  @Id()
  poolId: string;
  @Id()
  itemId: string;
  @OneOf(itemModes, { about: 'A distributed lot takes no bids.' })
  mode: ItemMode;
  @Text()
  commodityCode: string;
  @Text({ example: 'Karung 50 kg' })
  packNameId: string;
  @Text({ example: 'Sack of 50 kg' })
  packNameEn: string;
  @OneOf(poolSides)
  side: PoolSide;
  @Rupiah({ about: 'Ceiling per base unit; in a sell pool its floor.' })
  ceilingRpPerUnit: number;
  @OneOf(lotStates)
  state: LotState;
  @Packs()
  quantityPacks: number;
  @Whole({ min: 1 })
  lineCount: number;
  @Whole({ min: 1 })
  koperasiCount: number;
  @Text({ nullable: true, about: 'A code, when the lot has failed.' })
  failedReason: string | null;
  @Instant()
  formedAt: Date;
  @ListOf(() => ZoneView, { about: 'Demand per kecamatan.' })
  zones: ZoneView[];
}

export class PoolLotsView {
  @ListOf(() => LotView)
  data: LotView[];
}

export class MemberLineView {
  @Id()
  lineId: string;
  @Id()
  itemId: string;
  @Id()
  koperasiId: string;
  @Id()
  beneficiaryId: string;
  @CivilDate()
  neededBy: string;
  @Packs()
  quantityPacks: number;
  @Packs({ min: 0 })
  tolerancePacks: number;
  @Packs({ min: 0 })
  minimumPacks: number;
  @Id({ nullable: true, about: 'The lot the line is in; null when it was refused.' })
  lotId: string | null;
  @OneOf(lineRefusals, { nullable: true, about: 'Why the line is in no lot.' })
  refusal: LineRefusal | null;
  @Id({ nullable: true, about: 'The line of another pool that its packs are in, when it has moved.' })
  movedToLineId: string | null;
}

export class MemberLinePageView extends PageView {
  @ListOf(() => MemberLineView)
  data: MemberLineView[];
}
