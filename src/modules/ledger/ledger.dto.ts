import { accountPurposes, type AccountPurpose } from '../../core/ledger/post-journal.js';
import { Flag, Id, ListOf, MAX_WHOLE, OneOf, Rupiah, Whole } from '../../platform/http/fields.js';

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
}
