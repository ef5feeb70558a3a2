import { bidOutcomes, type BidOutcome } from '../../../core/award/tell-outcome.js';
import { itemModes, type ItemMode } from '../../../core/pool/draft-distribution.js';
import { lotStates, type LotState } from '../../../core/lot/advance-lot.js';
import { poolSides, type PoolSide } from '../../../core/pool/side.js';
import {
  Id,
  Instant,
  ListOf,
  OneOf,
  Packs,
  QueryFlag,
  Rupiah,
  Text,
  Whole,
} from '../../../platform/http/fields.js';
import { PageQuery, PageView } from '../../../platform/http/page.js';
import { ContractView } from '../steps/steps.dto.js';
import { PackedGoodsView } from '../../catalog/index.js';

export class OwnContractsQuery extends PageQuery {
  @QueryFlag({ optional: true, about: 'True: only what waits for an answer; left out: all.' })
  waiting?: boolean;
}

export class OwnContractView extends ContractView {
  @Id()
  awardId: string;
  @Id()
  lotId: string;
  @Id()
  poolId: string;
  @Text()
  poolTitle: string;
  @Text()
  organiserName: string;
  @OneOf(poolSides)
  side: PoolSide;
  @OneOf(itemModes, { about: '`distribution`: at a price that was fixed before, with a request file.' })
  mode: ItemMode;
  @OneOf(lotStates)
  lotState: LotState;
  @Text()
  commodityNameId: string;
  @Text()
  commodityNameEn: string;
  @Text()
  packCode: string;
  @Whole({ min: 1, about: 'Milli base units in a pack.' })
  packSizeMilli: number;
  @Text({ about: 'UN/CEFACT Rec 20 code of the base unit.' })
  baseUnit: string;
}

export class OwnContractPageView extends PageView {
  @ListOf(() => OwnContractView)
  data: OwnContractView[];
}

export class OwnBidView extends PackedGoodsView {
  @Id()
  lotId: string;
  @Id()
  poolId: string;
  @Text()
  poolTitle: string;
  @OneOf(poolSides)
  side: PoolSide;
  @OneOf(lotStates)
  lotState: LotState;
  @Packs({ about: 'What the lot asks for.' })
  quantityPacks: number;
  @Instant({ about: 'Until when bids could be made.' })
  closesAt: Date;
  @Whole({ min: 1 })
  revision: number;
  @Instant()
  madeAt: Date;
  @OneOf(bidOutcomes, {
    about:
      '`weighed`: opened, nothing is proposed yet; `not-taken`: it could not be taken when it was opened; `proposed`: with packs, not approved yet.',
  })
  outcome: BidOutcome;
  @Packs({ min: 0, nullable: true, about: 'Null until an award is proposed.' })
  awardedPacks: number | null;
  @Rupiah({ nullable: true, about: 'What these packs come to.' })
  amountRp: number | null;
  @Text({ nullable: true, max: 500, about: 'Why it got nothing, in Bahasa Indonesia.' })
  reasonId: string | null;
  @Text({ nullable: true, max: 500, about: 'The same in English.' })
  reasonEn: string | null;
}

export class OwnBidPageView extends PageView {
  @ListOf(() => OwnBidView)
  data: OwnBidView[];
}
