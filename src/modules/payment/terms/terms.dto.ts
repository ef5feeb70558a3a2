import {
  CivilDate,
  Flag,
  Id,
  Instant,
  ListOf,
  OneOf,
  Part,
  Rupiah,
  Text,
  Whole,
} from '../../../platform/http/fields.js';
import { PageQuery, PageView } from '../../../platform/http/page.js';
import { termsKinds, type TermsKind } from '../../../core/payment/terms/use-terms.js';
import { ageingSides, type AgeingSide } from './terms.reader.js';

export class GrantTermsBody {
  @Id({ about: 'Who may pay later.' })
  buyerId: string;
  @Whole({ max: 180, about: 'Days to pay (tempo); 0: cash.' })
  days: number;
  @OneOf(termsKinds, {
    optional: true,
    about:
      '`tempo`: paid so many days after receipt; `consignment`: paid for as it is sold, the rest of it by then. Left out: tempo.',
  })
  kind?: TermsKind;
  @Rupiah({ about: 'Up to how much it may owe in all to buy on these terms.' })
  limitRp: number;
  @Instant({ optional: true, about: 'Left out, or past: at once.' })
  effectiveFrom?: string;
}

export class CreditTermsView {
  @Id()
  id: string;
  @Id()
  grantorId: string;
  @Text()
  grantorName: string;
  @Id()
  buyerId: string;
  @Text()
  buyerName: string;
  @OneOf(termsKinds)
  kind: TermsKind;
  @Whole()
  days: number;
  @Rupiah()
  limitRp: number;
  @Instant()
  effectiveFrom: Date;
  @Flag()
  isInForce: boolean;
}

export class CreditTermsPage extends PageView {
  @ListOf(() => CreditTermsView)
  data: CreditTermsView[];
}

export class AgeingSideQuery {
  @OneOf(ageingSides, { about: '`receivable`: what others owe the party; `payable`: what it owes others.' })
  side: AgeingSide;
}

export class AgeingQuery extends PageQuery {
  @OneOf(ageingSides, { about: '`receivable`: what others owe the party; `payable`: what it owes others.' })
  side: AgeingSide;
}

export class AgesView {
  @Rupiah({ min: 0, about: 'Not due yet, or today.' })
  current: number;
  @Rupiah({ min: 0 })
  late1To30: number;
  @Rupiah({ min: 0 })
  late31To60: number;
  @Rupiah({ min: 0 })
  late61To90: number;
  @Rupiah({ min: 0 })
  lateOver90: number;
  @Rupiah({ min: 0 })
  totalRp: number;
}

export class PartyAgesView extends AgesView {
  @Id()
  partyId: string;
  @Text()
  partyName: string;
}

export class AgeingView extends PageView {
  @CivilDate()
  on: string;
  @ListOf(() => PartyAgesView, { about: 'Those with the most first.' })
  data: PartyAgesView[];
  @Part(() => AgesView, { about: 'Of all parties, on whatever page.' })
  total: AgesView;
}

export class OnTimeScoreView {
  @Whole({ about: 'Of the last dues, those that are paid or whose day is over.' })
  counted: number;
  @Whole()
  onTime: number;
  @Whole({ nullable: true, max: 10_000, about: 'In 1/10,000; null where nothing counts yet.' })
  shareBps: number | null;
}
