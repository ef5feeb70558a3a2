import {
  aboutForfeit,
  depositForfeits,
  type DepositForfeit,
} from '../../../core/pool/deposit/declare-deposit.js';
import { poolStates, type PoolState } from '../../../core/pool/pool-state.js';
import { Flag, Id, Instant, ListOf, OneOf, Rupiah, Text, Whole } from '../../../platform/http/fields.js';
import { PageView } from '../../../platform/http/page.js';

const aboutForfeits = depositForfeits
  .map((forfeit) => `\`${forfeit}\`: ${aboutForfeit[forfeit].id} ${aboutForfeit[forfeit].en}`)
  .join(' ');

/** What a pool declares of deposits; left out: none is asked. */
export class PoolDepositBody {
  @Whole({ max: 10_000, about: 'Of the worst that a koperasi can come to pay, in 1/10,000: 1000 is 10 %.' })
  rateBps: number;

  @OneOf(depositForfeits, { optional: true, about: `Left out: none. ${aboutForfeits}` })
  forfeit?: DepositForfeit;

  @Whole({ optional: true, max: 90, about: 'Days within which what goes back is paid; left out: 7.' })
  returnDays?: number;

  @Whole({
    optional: true,
    max: 172_800,
    about: 'Seconds after closing in which a payment made before it may still be heard of; left out: 900.',
  })
  graceS?: number;
}

export class PoolDepositView {
  @Whole({ max: 10_000, about: 'In 1/10,000 of the worst; 0: no deposit.' })
  rateBps: number;
  @OneOf(depositForfeits)
  forfeit: DepositForfeit;
  @Whole()
  returnDays: number;
  @Whole()
  graceS: number;
}

export class DepositStandView {
  @Id()
  id: string;
  @Id()
  koperasiId: string;
  @Text()
  koperasiName: string;
  @Rupiah({ min: 0, about: 'What its lines ask for as they stand.' })
  requiredRp: number;
  @Rupiah({ min: 0 })
  paidRp: number;
  @Rupiah({ min: 0, about: 'From other pools, by consent.' })
  carriedInRp: number;
  @Rupiah({ min: 0 })
  carriedOutRp: number;
  @Rupiah({
    min: -1_000_000_000_000_000,
    about: 'Below zero where a payment was taken back after it was used.',
  })
  heldRp: number;
  @Rupiah({ min: 0, about: 'What it has paid of invoices and requests.' })
  appliedRp: number;
  @Rupiah({ min: 0 })
  forfeitedRp: number;
  @Rupiah({ min: 0, about: 'What went back or is to be paid back.' })
  backRp: number;
  @Rupiah({ min: 0, about: 'What of it has been paid.' })
  returnedRp: number;
  @Id({ nullable: true, about: 'The due to pay; null where nothing is missing.' })
  openDueId: string | null;
  @Rupiah({ min: 0 })
  missingRp: number;
  @Instant({ nullable: true, about: 'Until when what goes back is paid; null when nothing is on its way.' })
  returnDueAt: Date | null;
}

/** A deposit of a koperasi's own, with the pool it is for. */
export class OwnDepositView extends DepositStandView {
  @Id()
  poolId: string;
  @Text()
  poolTitle: string;
  @OneOf(poolStates)
  poolState: PoolState;
  @Id()
  organiserId: string;
  @Text()
  organiserName: string;
  @Text({ nullable: true, about: 'The pool that takes what goes back, where the koperasi consented.' })
  carriesTo: string | null;
}

export class OwnDepositPageView extends PageView {
  @ListOf(() => OwnDepositView)
  data: OwnDepositView[];
}

export class DepositPageView extends PageView {
  @ListOf(() => DepositStandView)
  data: DepositStandView[];
}

export class CarryDepositBody {
  @Id({ about: "The koperasi's consent: what goes back of this pool's deposit counts there instead." })
  koperasiId: string;
  @Id({ about: 'An open pool of the same organiser.' })
  toPoolId: string;
}

export class SetLimitBody {
  @Id()
  koperasiId: string;
  @Rupiah({ nullable: true, about: 'What it may have ordered and not paid at most; null lifts the limit.' })
  limitRp: number | null;
  @Instant({ optional: true, about: 'Left out, or past: at once.' })
  effectiveFrom?: string;
}

export class LimitView {
  @Id()
  id: string;
  @Id()
  organiserId: string;
  @Id()
  koperasiId: string;
  @Text()
  koperasiName: string;
  @Rupiah({ nullable: true })
  limitRp: number | null;
  @Instant()
  effectiveFrom: Date;
  @Instant()
  setAt: Date;
  @Flag({ about: 'Of those of one koperasi the last that has begun.' })
  isInForce: boolean;
}

export class LimitPage extends PageView {
  @ListOf(() => LimitView)
  data: LimitView[];
}

export class ExposureView {
  @Rupiah({ nullable: true, about: 'Null: no limit.' })
  limitRp: number | null;
  @Rupiah({ min: 0, about: 'Unpaid requests and balances.' })
  unpaidRp: number;
  @Rupiah({ min: 0, about: 'The worst of what is ordered and not asked for yet.' })
  committedRp: number;
  @Rupiah({ nullable: true, min: 0, about: 'What would still fit; null without a limit.' })
  leftRp: number | null;
}

export class PartyExposureView extends ExposureView {
  @Id()
  organiserId: string;
  @Text()
  organiserName: string;
  @Id()
  koperasiId: string;
  @Text()
  koperasiName: string;
}

export class ExposurePage extends PageView {
  @ListOf(() => PartyExposureView)
  data: PartyExposureView[];
}
