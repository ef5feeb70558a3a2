import { MOST_TIERS, tierKinds, type TierKind } from '../../core/offer/schedule.js';
import {
  CivilDate,
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
import { PageQuery, PageView } from '../../platform/http/page.js';

const MOST_DISTRICTS = 200;
const ABOUT_KIND =
  '`all-units`: the tier reached prices every pack; `incremental`: each pack at the tier it falls into.';

export class OfferTierBody {
  @Packs({ about: 'Fewest packs at this price; rises from tier to tier.', example: 40 })
  fromPacks: number;

  @UnitPrice({
    about: 'Whole rupiah per base unit, all taxes included; never rises with volume.',
    example: 11_500,
  })
  priceRpPerUnit: number;
}

export class DistrictSurchargeBody {
  @Text({ max: 20, about: 'Kecamatan (Kemendagri code).', example: '32.71.01' })
  districtCode: string;

  @Rupiah({
    min: 0,
    nullable: true,
    about: 'Per base unit on top of the tier price; null: not delivered there.',
  })
  surchargeRpPerUnit: number | null;
}

export class PublishOfferBody {
  @Id()
  supplierId: string;

  @Text({ max: 60, about: "The catalog's pack.", example: 'BERAS-MEDIUM/XSA50' })
  packCode: string;

  @Text({
    max: 20,
    pattern: /^\d{2}\.\d{2}$/,
    about: 'City or regency whose pools it binds.',
    example: '32.71',
  })
  regionCode: string;

  @OneOf(tierKinds, { optional: true, about: `${ABOUT_KIND} Left out: all-units.` })
  tierKind?: TierKind;

  @ListOf(() => OfferTierBody, { min: 1, max: MOST_TIERS })
  tiers: OfferTierBody[];

  @Packs({ optional: true, nullable: true, about: 'Most packs for one pool; left out or null: any number.' })
  capacityPacks?: number | null;

  @Packs({ min: 0, optional: true, about: 'Fewer over all of a pool you do not sell; 0 when left out.' })
  minimumPacks?: number;

  @Whole({ min: 0, max: 365, about: 'Days from contract to delivery.' })
  leadTimeDays: number;

  @ListOf(() => DistrictSurchargeBody, {
    max: MOST_DISTRICTS,
    optional: true,
    about: 'Kecamatan that cost more, or that you do not deliver to; the others cost nothing more.',
  })
  surcharges?: DistrictSurchargeBody[];

  @CivilDate({ about: 'First day of need that it covers.' })
  validFrom: string;

  @CivilDate({ about: 'Last day of need; it binds a pool whose days of need all lie between.' })
  validUntil: string;
}

export class OffersQuery extends PageQuery {
  @Text({ optional: true, max: 20 })
  regionCode?: string;

  @Text({ optional: true, max: 60 })
  packCode?: string;
}

export class OfferTermsView {
  @OneOf(tierKinds, { about: ABOUT_KIND })
  tierKind: TierKind;
  @ListOf(() => OfferTierBody)
  tiers: readonly OfferTierBody[];
  @Packs({ nullable: true, about: 'Null: any number.' })
  capacityPacks: number | null;
  @Packs({ min: 0 })
  minimumPacks: number;
  @Whole({ min: 0, max: 365 })
  leadTimeDays: number;
  @ListOf(() => DistrictSurchargeBody)
  surcharges: DistrictSurchargeBody[];
  @CivilDate()
  validFrom: string;
  @CivilDate()
  validUntil: string;
}

export class OfferRevisionView {
  @Whole({ min: 1, about: 'Revisions are only ever added; the last before a pool opens binds it.' })
  revision: number;
  @OneOf(['published', 'replaced', 'ended'])
  action: string;
  @Part(() => OfferTermsView, { nullable: true, about: 'Null once it is ended.' })
  terms: OfferTermsView | null;
  @Instant({ about: 'By the clock of the database.' })
  madeAt: Date;
}

export class OfferView extends OfferRevisionView {
  @Id()
  id: string;
  @Id()
  supplierId: string;
  @Text()
  supplierName: string;
  @Text()
  packCode: string;
  @Text()
  regionCode: string;
}

export class OfferDetailView extends OfferView {
  @ListOf(() => OfferRevisionView)
  history: OfferRevisionView[];
}

export class OfferPageView extends PageView {
  @ListOf(() => OfferView)
  data: OfferView[];
}
