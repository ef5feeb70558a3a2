import { enteredStates, MOST_TRIES, type EnteredState } from '../../../core/pool/entered/judge-entered.js';
import {
  CivilDate,
  Flag,
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
import { OwnLineBody } from '../commitment.dto.js';
import { PackedGoodsView } from '../../catalog/index.js';

export class EnterOrderBody {
  @Id()
  koperasiId: string;
  @ListOf(() => OwnLineBody, {
    ...{ min: 1, max: 50 },
    about: 'For the koperasi itself, as it told them; what a kitchen needs, its partner orders.',
  })
  lines: OwnLineBody[];
}

export class OrderCodeBody {
  @Text({ min: 8, max: 20, about: 'Eight digits, as the koperasi read them out; spaces do not matter.' })
  code: string;
}

export class EnteredOrdersQuery extends PageQuery {
  @Id({ optional: true, about: 'Of one pool only.' })
  poolId?: string;
  @QueryFlag({ optional: true, about: 'Only those that still wait for their koperasi.' })
  isWaiting?: boolean;
}

export class EnteredLineView extends PackedGoodsView {
  @Id()
  itemId: string;
  @CivilDate()
  neededBy: string;
  @Packs()
  quantityPacks: number;
  @Packs({ min: 0 })
  tolerancePacks: number;
  @Packs({ min: 0 })
  minimumPacks: number;
  @Rupiah({ nullable: true, about: 'Null in a sell pool.' })
  maxLandedRp: number | null;
  @Rupiah({ nullable: true, about: 'Null in a buy pool.' })
  minProceedsRp: number | null;
  @Flag()
  acceptsMerge: boolean;
}

/** An order that an organiser wrote down for a koperasi. */
export class EnteredOrderView {
  @Id()
  id: string;
  @Id()
  poolId: string;
  @Text()
  poolTitle: string;
  @Text()
  organiserName: string;
  @Id()
  koperasiId: string;
  @Text()
  koperasiName: string;
  @Text({ nullable: true, about: 'To people of the same party and those who oversee; null to all others.' })
  enteredByName: string | null;
  @Instant()
  enteredAt: Date;
  @Instant({
    about: 'Until when it waits, by the clock of the database: the close of its pool at the latest.',
  })
  expiresAt: Date;
  @OneOf(enteredStates)
  state: EnteredState;
  @Flag({ about: 'Whether somebody of the koperasi has a contact that the code was sent to.' })
  isCodeSent: boolean;
  @Whole({ max: MOST_TRIES, about: 'Wrong codes so far; five are the most.' })
  tries: number;
  @OneOf(['code', 'self'], { nullable: true })
  confirmedBy: 'code' | 'self' | null;
  @ListOf(() => EnteredLineView)
  lines: EnteredLineView[];
}

export class EnteredOrderPage extends PageView {
  @ListOf(() => EnteredOrderView)
  data: EnteredOrderView[];
}
