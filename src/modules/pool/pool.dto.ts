import { itemModes, type ItemMode } from '../../core/pool/draft-distribution.js';
import { poolSides, type PoolSide } from '../../core/pool/side.js';
import { poolStates, type PoolState } from '../../core/pool/pool-state.js';
import { aboutRationingRule, rationingRules, type RationingRule } from '../../core/pool/rationing-rule.js';
import {
  CivilDate,
  Id,
  Instant,
  ListOf,
  OneOf,
  Part,
  Rupiah,
  Text,
  UnitPrice,
  Whole,
} from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';
import { DistributionBody, DistributionView } from './distribution.dto.js';
import { GradeBody } from './grade.dto.js';
import { PoolStepsBody, PoolStepsView } from './steps.dto.js';
import { PoolAwardBody, PoolAwardView } from './pool-award.dto.js';
import { PoolPricingBody, PoolPricingView } from './pool-pricing.dto.js';
import { RescueBody, RescueView } from './rescue.dto.js';

const poolPurposes = ['ordinary', 'kitchens', 'market-operation', 'practice'] as const;

/** Every rule with whom it rewards, for those who choose and those who join. */
const aboutRules = (language: 'id' | 'en'): string =>
  rationingRules.map((rule) => `\`${rule}\`: ${aboutRationingRule[rule][language]}`).join(' ');

export class PoolItemBody {
  @Text({ max: 60, about: "The catalog's pack.", example: 'BERAS-MEDIUM/XSA50' })
  packCode: string;

  @UnitPrice({
    optional: true,
    about: 'Ceiling per base unit; left out: the public reference price of the zone.',
  })
  ceilingRpPerUnit?: number;

  @Text({ optional: true, max: 300, about: 'Where a ceiling of your own comes from.' })
  ceilingSource?: string;

  @UnitPrice({
    optional: true,
    about: "Floor per base unit, in a sell pool; left out: the producer's reference price of the zone.",
  })
  floorRpPerUnit?: number;

  @Text({ optional: true, max: 300, about: 'Where a floor of your own comes from.' })
  floorSource?: string;

  @ListOf(() => GradeBody, {
    optional: true,
    max: 10,
    about: 'In a sell pool: the qualities that goods are sorted into at the gate; left out: one.',
  })
  grades?: GradeBody[];

  @OneOf(itemModes, { optional: true, about: 'Left out: by tender.' })
  mode?: ItemMode;

  @Part(() => DistributionBody, { optional: true, about: 'Only, and always, with mode `distribution`.' })
  distribution?: DistributionBody;
}

export class CreatePoolBody {
  @Id()
  organiserId: string;

  @Text({ max: 120, example: 'Belanja minggu 48' })
  title: string;

  @Text({ max: 20, pattern: /^\d{2}\.\d{2}$/, about: 'City or regency (Kemendagri code).', example: '32.71' })
  regionCode: string;

  @OneOf(poolSides, {
    optional: true,
    about: '`sell`: koperasi sell together, bids buy from them; left out: `buy`.',
  })
  side?: PoolSide;

  @OneOf(poolPurposes, { optional: true })
  purpose?: string;

  @OneOf(rationingRules, {
    optional: true,
    about:
      `Cara membagi bila barangnya kurang; tanpa pilihan: sebanding. ${aboutRules('id')}\n\n` +
      `How too little is shared; left out: proportional. ${aboutRules('en')}`,
    example: 'equal-awards',
  })
  rationingRule?: RationingRule;

  @Instant({ about: 'When commitments end, by the database clock.' })
  closesAt: string;

  @Whole({ min: 1, max: 2_592_000, about: 'Seconds suppliers have to bid once lots are formed.' })
  biddingPeriodS: number;

  @CivilDate()
  neededFrom: string;

  @CivilDate()
  neededUntil: string;

  @ListOf(() => PoolItemBody, { min: 1, max: 50 })
  items: PoolItemBody[];

  @Part(() => PoolStepsBody, {
    optional: true,
    about: 'Human steps from award to contract: times, deputies.',
  })
  steps?: PoolStepsBody;
  @Part(() => PoolAwardBody, { optional: true, about: 'How its lots are awarded; left out: plainly.' })
  award?: PoolAwardBody;

  @Part(() => PoolPricingBody, {
    optional: true,
    about: 'What its members pay; left out: one price per lot, no fee.',
  })
  pricing?: PoolPricingBody;
  @Part(() => RescueBody, { optional: true, about: 'What happens if a minimum is missed at the close.' })
  rescue?: RescueBody;
}

export class ClosePoolBody {
  @Text({ max: 300, about: 'Why it closes before its time.' })
  reason: string;
}

export class PoolsQuery extends PageQuery {
  @OneOf(poolStates, { optional: true })
  state?: PoolState;
}

export class PoolItemView {
  @Id()
  itemId: string;
  @Whole({ min: 1 })
  position: number;
  @Text()
  commodityCode: string;
  @Text()
  commodityNameId: string;
  @Text()
  commodityNameEn: string;
  @Text()
  packCode: string;
  @Whole({ min: 1, about: 'Milli base units in a pack: 50000 is 50 kg.' })
  packSizeMilli: number;
  @Text({ about: 'UN/CEFACT Rec 20 code of the base unit.' })
  baseUnit: string;
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
    about: `Cara membagi bila barangnya kurang. ${aboutRules('id')}\n\nHow too little is shared. ${aboutRules('en')}`,
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
  @Text({ nullable: true })
  closeReason: string | null;
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

  @Part(() => RescueView, {
    nullable: true,
    about: 'What was declared for a missed minimum, and what came of it.',
  })
  rescue: RescueView | null;
}

export class PoolPageView {
  @ListOf(() => PoolView)
  data: PoolView[];
  @Id({ nullable: true })
  nextCursor: string | null;
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
