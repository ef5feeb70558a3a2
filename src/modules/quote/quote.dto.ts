import { poolStates, type PoolState } from '../../core/pool/pool-state.js';
import { OfferTermsView } from '../offer/index.js';
import {
  Id,
  Instant,
  ListOf,
  OneOf,
  Packs,
  Part,
  Rupiah,
  Text,
  UnitPrice,
  Whole,
} from '../../platform/http/fields.js';
import { PackedGoodsView } from '../catalog/index.js';

const MOST_PACKS = 1_000_000;

export class GuaranteeStepView {
  @Packs({ about: 'For lines of at least so many packs.' })
  fromPacks: number;
  @Rupiah({
    about: 'No line pays more per base unit, everything included, whatever others order or suppliers bid.',
  })
  worstRpPerUnit: number;
}

export class NextTierView {
  @Packs({ about: 'Packs more, over all of the item.' })
  missingPacks: number;
  @Rupiah({ about: 'Guaranteed per base unit then.' })
  priceRpPerUnit: number;
  @Rupiah()
  savesRpPerUnit: number;
  @Rupiah({ min: 0, nullable: true, about: 'What each koperasi that is in now saves, on average.' })
  savesRpPerKoperasi: number | null;
}

export class ItemMeterView extends PackedGoodsView {
  @Id()
  itemId: string;
  @Whole({ about: 'Packs committed now.' })
  committedPacks: number;
  @Whole({
    about: 'Of these, packs that stay at the guaranteed price: the limit price of the others is below it.',
  })
  stayingPacks: number;
  @Whole({ about: 'Koperasi that are in.' })
  koperasiCount: number;
  @Rupiah()
  ceilingRpPerUnit: number;
  @Rupiah({
    nullable: true,
    about:
      'Landed price per base unit that is guaranteed if the pool closed now: what the engine awards for what is committed, with every standing offer as a bid. Null: only the ceiling is certain.',
  })
  guaranteedRpPerUnit: number | null;
  @Whole({ about: 'Committed packs that no standing offer reaches; counted in at the ceiling.' })
  unreachedPacks: number;
  @Part(() => NextTierView, { nullable: true, about: 'The nearest volume at which that price is lower.' })
  nextTier: NextTierView | null;
  @ListOf(() => GuaranteeStepView)
  worst: readonly GuaranteeStepView[];
}

export class MeterView {
  @Id()
  poolId: string;
  @OneOf(poolStates)
  state: PoolState;
  @Instant()
  closesAt: Date;
  @Instant({ about: 'By the clock of the database.' })
  now: Date;
  @Whole({ about: 'Seconds until it closes, by the clock of the database.' })
  timeLeftS: number;
  @ListOf(() => ItemMeterView)
  items: ItemMeterView[];
}

export class QuoteLineBody {
  @Id()
  itemId: string;

  @Packs({ max: MOST_PACKS })
  quantityPacks: number;

  @Packs({ max: MOST_PACKS, min: 0, optional: true })
  tolerancePacks?: number;

  @UnitPrice({
    optional: true,
    nullable: true,
    about: 'The most you would pay per base unit, everything included.',
  })
  maxLandedRp?: number | null;
}

export class QuoteBody {
  @Id()
  koperasiId: string;

  @ListOf(() => QuoteLineBody, { min: 1, max: 50 })
  lines: QuoteLineBody[];
}

export class QuotedLineView {
  @Id()
  itemId: string;
  @Packs()
  quantityPacks: number;
  @Packs({ min: 0 })
  tolerancePacks: number;
  @Rupiah({ nullable: true })
  maxLandedRp: number | null;
  @Rupiah({
    about:
      'Per base unit, never exceeded: your own limit, the ceiling or what a standing offer promises your packs alone. The commitment answers it back as `worstLandedRp`.',
  })
  worstRpPerUnit: number;
  @Rupiah({ about: 'For quantity and tolerance at the worst price, fees included.' })
  worstAmountRp: number;
  @Rupiah({
    nullable: true,
    about: 'Guaranteed if the pool closed now with this line in it; null: only the worst is.',
  })
  guaranteedRpPerUnit: number | null;
  @Rupiah({ nullable: true, about: 'For the quantity at that price.' })
  guaranteedAmountRp: number | null;
}

export class QuoteView {
  @ListOf(() => QuotedLineView)
  data: QuotedLineView[];
}

export class ItemOfferView {
  @Id()
  itemId: string;
  @Id()
  offerId: string;
  @Whole({ min: 1, about: 'The revision that stood when the pool opened.' })
  revision: number;
  @Id()
  supplierId: string;
  @Text()
  supplierName: string;
  @Instant()
  publishedAt: Date;
  @Part(() => OfferTermsView)
  terms: OfferTermsView;
}

export class ItemOffersView {
  @ListOf(() => ItemOfferView)
  data: ItemOfferView[];
}
