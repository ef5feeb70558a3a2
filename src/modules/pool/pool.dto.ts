import { itemModes } from '../../core/pool/draft-distribution.js';
import { poolPurposes } from '../../core/pool/purpose.js';
import { poolSides, type PoolSide } from '../../core/pool/side.js';
import { poolStates, type PoolState } from '../../core/pool/pool-state.js';
import { aboutRationingRules, rationingRules, type RationingRule } from '../../core/pool/rationing-rule.js';
import {
  CivilDate,
  Id,
  Instant,
  ListOf,
  OneOf,
  Part,
  Rupiah,
  Text,
  Whole,
} from '../../platform/http/fields.js';
import { PageQuery, PageView } from '../../platform/http/page.js';
import { DistributionView } from './distribution.dto.js';
import { GradeBody } from './grade.dto.js';
import { PoolStepsView } from './steps.dto.js';
import { PoolDepositView } from './deposit/deposit.dto.js';
import { dueByTerms, type DueBy } from './deposit/keep-deposit.js';
import { PoolAwardView } from './pool-award.dto.js';
import { PoolPricingView } from './pool-pricing.dto.js';
import { PoolSealView } from './pool-seal.dto.js';
import { RescueView } from './rescue.dto.js';
import { PackedGoodsView } from '../catalog/index.js';

export class ClosePoolBody {
  @Text({ max: 300, about: 'Why it closes before its time.' })
  reason: string;
}

export class DiscardDraftBody {
  @Text({ max: 300, about: 'Why nothing comes of the draft.' })
  reason: string;
}

export class PoolsQuery extends PageQuery {
  @OneOf(poolStates, { optional: true })
  state?: PoolState;
}

export class PoolItemView extends PackedGoodsView {
  @Id()
  itemId: string;
  @Whole({ min: 1 })
  position: number;
  @Text()
  commodityCode: string;
  @OneOf(itemModes)
  mode: string;
  @Rupiah({ nullable: true, about: 'Null in a sell pool, which has a floor.' })
  ceilingRpPerUnit: number | null;
  @Text({ max: 600, nullable: true })
  ceilingSource: string | null;
  @Rupiah({ nullable: true, about: 'Null in a buy pool, which has a ceiling.' })
  floorRpPerUnit: number | null;
  @Text({ max: 600, nullable: true })
  floorSource: string | null;
  @Rupiah()
  referenceRpPerUnit: number;
  @ListOf(() => GradeBody, { max: 10, about: 'Empty: all sound packs fetch the full price.' })
  grades: GradeBody[];
  @Part(() => DistributionView, { nullable: true, about: 'Null for an item by tender.' })
  distribution: DistributionView | null;
}

export class PoolView {
  @Id()
  id: string;
  @Id()
  organiserId: string;
  @Text()
  organiserName: string;
  @Text()
  title: string;
  @Text()
  regionCode: string;
  @OneOf(poolSides)
  side: PoolSide;
  @OneOf(poolPurposes)
  purpose: string;
  @OneOf(['direct', 'secondary'])
  contractMode: string;
  @OneOf(rationingRules, {
    about: `Cara membagi bila barangnya kurang. ${aboutRationingRules('id')}\n\nHow too little is shared. ${aboutRationingRules('en')}`,
  })
  rationingRule: RationingRule;
  @OneOf(poolStates)
  state: PoolState;
  @Instant()
  closesAt: Date;
  @Whole({ min: 1 })
  biddingPeriodS: number;
  @CivilDate()
  neededFrom: string;
  @CivilDate()
  neededUntil: string;
  @Instant({ nullable: true })
  openedAt: Date | null;
  @Instant({ nullable: true })
  closedAt: Date | null;
  @Text({ max: 300, nullable: true })
  closeReason: string | null;
  @Instant({ nullable: true, about: 'When its organiser discarded the draft; it never opens.' })
  discardedAt: Date | null;
  @Text({ max: 300, nullable: true })
  discardReason: string | null;
  @Whole({ min: 1 })
  version: number;
}

export class PoolDetailView extends PoolView {
  @ListOf(() => PoolItemView)
  items: PoolItemView[];
  @Part(() => PoolStepsView)
  steps: PoolStepsView;
  @Part(() => PoolAwardView)
  award: PoolAwardView;
  @Part(() => PoolPricingView)
  pricing: PoolPricingView;
  @Part(() => PoolSealView)
  seal: PoolSealView;
  @Part(() => PoolDepositView)
  deposit: PoolDepositView;
  @OneOf(dueByTerms)
  dueBy: DueBy;

  @Part(() => RescueView, {
    nullable: true,
    about: 'What was declared for a missed minimum, and what came of it.',
  })
  rescue: RescueView | null;
}

export class PoolPageView extends PageView {
  @ListOf(() => PoolView)
  data: PoolView[];
}

export class DistrictTotalView {
  @Id()
  itemId: string;
  @Text()
  districtCode: string;
  @Text()
  districtName: string;
  @Whole()
  quantityPacks: number;
  @Whole()
  koperasiCount: number;
}

export class PoolTotalsView {
  @ListOf(() => DistrictTotalView)
  data: DistrictTotalView[];
}
