import { itemModes, type ItemMode } from '../../core/pool/draft-distribution.js';
import { contractModes, type ContractMode } from '../../core/pool/contract-mode.js';
import { poolPurposes } from '../../core/pool/purpose.js';
import { poolSides, type PoolSide } from '../../core/pool/side.js';
import { aboutRationingRules, rationingRules, type RationingRule } from '../../core/pool/rationing-rule.js';
import {
  CivilDate,
  Id,
  Instant,
  ListOf,
  OneOf,
  Part,
  Text,
  UnitPrice,
  Whole,
} from '../../platform/http/fields.js';
import { DistributionBody } from './distribution.dto.js';
import { GradeBody } from './grade.dto.js';
import { PoolStepsBody } from './steps.dto.js';
import { PoolDepositBody } from './deposit/deposit.dto.js';
import { dueByTerms, type DueBy } from './deposit/keep-deposit.js';
import { PoolAwardBody } from './pool-award.dto.js';
import { PoolPricingBody } from './pool-pricing.dto.js';
import { PoolSealBody } from './pool-seal.dto.js';
import { RescueBody } from './rescue.dto.js';

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

/** All that a pool declares before it opens. */
export class DeclarePoolBody {
  @Text({ max: 120, example: 'Belanja minggu 48' })
  title: string;

  @Text({ max: 20, pattern: /^\d{2}\.\d{2}$/, about: 'City or regency (Kemendagri code).', example: '32.71' })
  regionCode: string;

  @OneOf(poolSides, {
    optional: true,
    about: '`sell`: koperasi sell together, bids buy from them; left out: `buy`.',
  })
  side?: PoolSide;

  @OneOf(contractModes, {
    optional: true,
    about:
      '`direct`: who delivers sells to who gets the goods; `secondary`: to the organiser, who sells them on, in a sell pool too. Left out: `direct`.',
  })
  contractMode?: ContractMode;

  @OneOf(poolPurposes, { optional: true })
  purpose?: string;

  @OneOf(rationingRules, {
    optional: true,
    about:
      `Cara membagi bila barangnya kurang; tanpa pilihan: sebanding. ${aboutRationingRules('id')}\n\n` +
      `How too little is shared; left out: proportional. ${aboutRationingRules('en')}`,
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
  @Part(() => PoolSealBody, {
    optional: true,
    about: 'How its bids are sealed and opened; left out: by the system, at their deadline.',
  })
  seal?: PoolSealBody;
  @Part(() => PoolDepositBody, { optional: true, about: 'Deposits on commitments; left out: none.' })
  deposit?: PoolDepositBody;
  @OneOf(dueByTerms, {
    optional: true,
    about: "Whose terms say when a bill falls due: the bid's (left out), or those granted to each party.",
  })
  dueBy?: DueBy;
}

export class CreatePoolBody extends DeclarePoolBody {
  @Id()
  organiserId: string;
}
