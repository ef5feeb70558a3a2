import { checkOutcomes, type CheckOutcome } from '../../core/ledger/nightly-checks.js';
import { accountPurposes, type AccountPurpose } from '../../core/ledger/post-journal.js';
import {
  CivilDate,
  Flag,
  Id,
  Instant,
  ListOf,
  MAX_WHOLE,
  OneOf,
  Rupiah,
  Text,
  Whole,
  Words,
} from '../../platform/http/fields.js';
import { PageView } from '../../platform/http/page.js';

export class OnQuery {
  @CivilDate({ optional: true, about: 'At the end of this civil day (UTC+7); left out: now.' })
  on?: string;
}

export class BalanceView {
  @OneOf(accountPurposes)
  purpose: AccountPurpose;
  @Rupiah({ min: 0 })
  debitRp: number;
  @Rupiah({ min: 0 })
  creditRp: number;
  @Rupiah({ min: -MAX_WHOLE, about: 'Debits minus credits.' })
  balanceRp: number;
}

export class TrialBalanceView {
  @ListOf(() => BalanceView)
  accounts: BalanceView[];
  @Rupiah({ min: -MAX_WHOLE, about: 'Over all accounts; zero, or the books are broken.' })
  sumRp: number;
  @Flag()
  balances: boolean;
  @Whole()
  journals: number;
}

export class PartyBalancesView {
  @Id()
  partyId: string;
  @ListOf(() => BalanceView)
  accounts: BalanceView[];
  @Rupiah({ min: -MAX_WHOLE, about: 'Over all its accounts; zero, or the books are broken.' })
  sumRp: number;
  @Flag()
  balances: boolean;
}

export class BookFaultView {
  @Text({ max: 1000 })
  view: string;
  @Text({ min: 0, max: 1000 })
  subject: string;
  @Text({ min: 0, max: 10_000 })
  detail: string;
}

export class LedgerCheckView {
  @Id()
  id: string;
  @Text({ max: 1000 })
  checkName: string;
  @CivilDate()
  day: string;
  @OneOf(checkOutcomes)
  outcome: CheckOutcome;
  @Words({ about: 'What was looked at.' })
  views: string[];
  @Whole()
  failureCount: number;
  @ListOf(() => BookFaultView, { about: 'The first of them.' })
  failures: BookFaultView[];
  @Instant()
  ranAt: Date;
}

export class LedgerCheckPageView extends PageView {
  @ListOf(() => LedgerCheckView)
  data: LedgerCheckView[];
}
