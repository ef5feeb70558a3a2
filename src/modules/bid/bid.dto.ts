import { MAX_TIERS } from '../../core/bid/bid-terms.js';
import {
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

export class BidTierBody {
  @Packs({ about: 'Fewest packs at this price; rises from tier to tier.', example: 20 })
  fromPacks: number;

  @UnitPrice({
    about: 'Whole rupiah per base unit (kg, litre, piece) for all packs once this tier is reached.',
    example: 11_250,
  })
  priceRpPerUnit: number;
}

export class SubmitBidBody {
  @Packs({ about: 'Most packs you can deliver.' })
  capacityPacks: number;

  @Packs({ min: 0, about: 'Fewer than this you do not sell; 0 when any number will do.' })
  minimumPacks: number;

  @Whole({ min: 0, max: 365, about: 'Days from contract to delivery.' })
  leadTimeDays: number;

  @ListOf(() => BidTierBody, { min: 1, max: MAX_TIERS })
  tiers: BidTierBody[];
}

export class BidTermsView {
  @Packs()
  capacityPacks: number;
  @Packs({ min: 0 })
  minimumPacks: number;
  @Whole({ min: 0, max: 365 })
  leadTimeDays: number;
  @ListOf(() => BidTierBody, { min: 1, max: MAX_TIERS })
  tiers: readonly BidTierBody[];
}

export class BidView {
  @Id()
  bidId: string;
  @Id()
  lotId: string;
  @Id()
  supplierId: string;
  @Text()
  supplierName: string;
  @Whole({ min: 1, about: 'Revisions are only ever added; the last one before the deadline counts.' })
  revision: number;
  @OneOf(['submitted', 'revised', 'withdrawn'])
  action: string;
  @Part(() => BidTermsView, { nullable: true, about: 'Null once the bid is withdrawn.' })
  terms: BidTermsView | null;
  @Instant({ about: 'By the clock of the database.' })
  madeAt: Date;
}

export class BidsView {
  @ListOf(() => BidView)
  data: BidView[];
}

export class TenderView {
  @Id()
  lotId: string;
  @Instant({ about: 'Deadline, by the clock of the database; the deadline itself is too late.' })
  closesAt: Date;
  @Instant({ nullable: true })
  openedAt: Date | null;
  @Whole({ nullable: true, about: 'Nobody knows it before the bids are opened.' })
  bidCount: number | null;
}
