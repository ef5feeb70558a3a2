import { MOST_TIERS, tierKinds, type TierKind } from '../../core/offer/schedule.js';
import {
  CivilDate,
  Id,
  Instant,
  ListOf,
  OneOf,
  Packs,
  Part,
  Text,
  UnitPrice,
  Whole,
} from '../../platform/http/fields.js';
import { NullOr } from '../../platform/http/null-or.js';
import { Nonce } from './nonce.js';

export class BidTierBody {
  @Packs({ about: 'Fewest packs at this price; rises from tier to tier.', example: 20 })
  fromPacks: number;

  @UnitPrice({
    about: 'Whole rupiah per base unit (kg, litre, piece) once this tier is reached.',
    example: 11_250,
  })
  priceRpPerUnit: number;
}

/** More kecamatan than any city has. */
const MAX_ZONES = 100;

export class ZoneSurchargeBody {
  @Text({
    max: 13,
    pattern: /^\d{2}\.\d{2}(\.\d{2}(\.\d{4})?)?$/,
    about: "A kecamatan of the lot's demand.",
    example: '32.71.01',
  })
  zoneCode: string;

  @NullOr()
  @Whole({
    max: 1_000_000_000,
    about: 'Whole rupiah per base unit on top of the price; null: not delivered there.',
    example: 50,
  })
  rpPerUnit: number | null;
}

/** What a bid says: what is sealed, and what is read when it is opened. */
export class BidTermsBody {
  @Packs({ about: 'Most packs you can deliver.' })
  capacityPacks: number;

  @Packs({ min: 0, about: 'Fewer than this you do not sell; 0 when any number will do.' })
  minimumPacks: number;

  @Whole({ min: 0, max: 365, about: 'Days from contract to delivery.' })
  leadTimeDays: number;

  @ListOf(() => BidTierBody, { min: 1, max: MOST_TIERS })
  tiers: BidTierBody[];

  @OneOf(tierKinds, {
    optional: true,
    about:
      'Whether the tier reached prices every pack (left out), or each pack has the price of the tier it falls into.',
  })
  tierKind?: TierKind;

  @ListOf(() => ZoneSurchargeBody, {
    optional: true,
    max: MAX_ZONES,
    about: 'Kecamatan that are not named have no surcharge.',
  })
  surcharges?: ZoneSurchargeBody[];

  @Packs({ optional: true, nullable: true, about: 'Most packs that one koperasi may get from this bid.' })
  maxPerBuyerPacks?: number | null;

  @Text({
    optional: true,
    nullable: true,
    max: 13,
    pattern: /^\d{2}\.\d{2}(\.\d{2}(\.\d{4})?)?$/,
    about:
      "Ex-warehouse: the region where the goods wait, one that the pool's published freight starts from. Left out: delivered.",
    example: '32.71',
  })
  warehouseCode?: string | null;

  @Whole({
    optional: true,
    max: 10_000,
    about: "Basis points of the goods' price: tax that the buyer cannot recover.",
    example: 1_100,
  })
  taxBps?: number;

  @Whole({ optional: true, max: 365, about: 'Days after receipt that payment is due; left out: cash.' })
  paymentDays?: number;

  @CivilDate({
    optional: true,
    nullable: true,
    about: "Last day that the bid binds, in the organiser's time.",
  })
  validUntil?: string | null;

  @Text({ optional: true, nullable: true, max: 200, about: 'Producer or place of origin.' })
  origin?: string | null;
}

export class SubmitBidBody extends BidTermsBody {
  @Nonce()
  nonce?: string;
}

export class BidTermsView {
  @Packs()
  capacityPacks: number;
  @Packs({ min: 0 })
  minimumPacks: number;
  @Whole({ min: 0, max: 365 })
  leadTimeDays: number;
  @ListOf(() => BidTierBody, { min: 1, max: MOST_TIERS })
  tiers: readonly BidTierBody[];
  @OneOf(tierKinds)
  tierKind: TierKind;
  @ListOf(() => ZoneSurchargeBody, { max: MAX_ZONES })
  surcharges: readonly ZoneSurchargeBody[];
  @Packs({ nullable: true })
  maxPerBuyerPacks: number | null;
  @Text({ nullable: true, about: 'Null: delivered.' })
  warehouseCode: string | null;
  @Whole({ max: 10_000 })
  taxBps: number;
  @Whole({ max: 365 })
  paymentDays: number;
  @CivilDate({ nullable: true })
  validUntil: string | null;
  @Text({ nullable: true })
  origin: string | null;
}

export class BidView {
  @Id({ nullable: true, about: 'Null while it is sealed.' })
  bidId: string | null;
  @Id()
  lotId: string;
  @Id()
  supplierId: string;
  @Text()
  supplierName: string;
  @Whole({
    min: 1,
    about: 'Only ever added; the last one before the deadline counts. Send it in If-Match with the next.',
  })
  revision: number;
  @OneOf(['submitted', 'revised', 'withdrawn', 'standing'])
  action: string;
  @Part(() => BidTermsView, {
    nullable: true,
    about: 'Null while the bid is sealed, also to its bidder, and once it is withdrawn.',
  })
  terms: BidTermsView | null;
  @Instant({ about: 'By the clock of the database.' })
  madeAt: Date;
  @Text({ nullable: true, about: 'As it was published when the bid was sealed; null: a standing offer.' })
  hash: string | null;
  @Text({
    nullable: true,
    max: 20_000,
    about:
      'Once opened, what the hash is of, to the letter: context, nonce and terms in canonical JSON. `printf %s "$text" | sha256sum` gives the hash.',
  })
  sealedText: string | null;
}

export class BidFaultView {
  @Text({ min: 0 })
  field: string;
  @Text()
  rule: string;
  @Text({ max: 1000 })
  id: string;
  @Text({ max: 1000 })
  en: string;
}

/** A bid that failed when it was opened: shown, never dropped. One beyond the lot's limit is in `data` too. */
export class FailedBidView {
  @Id()
  supplierId: string;
  @Text()
  supplierName: string;
  @Whole({ min: 1 })
  revision: number;
  @Text()
  hash: string;
  @Instant()
  madeAt: Date;
  @Text({
    about:
      'Why: `BID_UNDECRYPTABLE`, `BID_HASH_MISMATCH`, `BID_TERMS_UNREADABLE`, `BID_ABOVE_CEILING`, `BID_BELOW_FLOOR` or the rule that it broke.',
  })
  code: string;
  @ListOf(() => BidFaultView)
  faults: readonly BidFaultView[];
}

export class BidsView {
  @ListOf(() => BidView)
  data: BidView[];
  @ListOf(() => FailedBidView, {
    about: 'Bids that failed when they were opened: unreadable, unsound or beyond the limit.',
  })
  failed: FailedBidView[];
}

export class TenderView {
  @Id()
  lotId: string;
  @Instant({ about: 'Deadline, by the clock of the database; the deadline itself is too late.' })
  closesAt: Date;
  @Whole({ min: 1, about: 'How many times bidding began: anew where nobody could open the bids in time.' })
  attempt: number;
  @Instant({ nullable: true })
  openedAt: Date | null;
  @Whole({ nullable: true, about: 'Nobody knows it before the bids are opened.' })
  bidCount: number | null;
}
