import { accountPurposes, type AccountPurpose } from '../../core/ledger/post-journal.js';
import { MAX_LINES } from '../../core/ledger/write-statement.js';
import {
  CivilDate,
  Id,
  Instant,
  ListOf,
  MAX_WHOLE,
  OneOf,
  Rupiah,
  Text,
} from '../../platform/http/fields.js';

export class StatementQuery {
  @CivilDate({ about: 'The first civil day (UTC+7).' })
  from: string;
  @CivilDate({ about: 'The last civil day, itself included; a year after the first at the most.' })
  to: string;
}

export const statementFormats = ['csv', 'pdf'] as const;

export class StatementFileQuery extends StatementQuery {
  @OneOf(statementFormats)
  format: (typeof statementFormats)[number];
}

export class StatementAccountView {
  @OneOf(accountPurposes)
  purpose: AccountPurpose;
  @Rupiah({ min: -MAX_WHOLE, about: 'Debits minus credits before the first day.' })
  openingRp: number;
  @Rupiah({ min: 0 })
  debitRp: number;
  @Rupiah({ min: 0 })
  creditRp: number;
  @Rupiah({ min: -MAX_WHOLE })
  closingRp: number;
}

export class CounterpartyView {
  @Id()
  partyId: string;
  @Text({ max: 1000 })
  name: string;
}

export class StatementLineView {
  @Id()
  journalId: string;
  @Text({ max: 1000, about: 'What the journal is about.' })
  kind: string;
  @Text({ max: 1000, about: 'The document it stands for, such as `invoice:<id>`.' })
  businessKey: string;
  @Text({ nullable: true, max: 1000, about: 'That document as people know it, such as its number.' })
  reference: string | null;
  @Id({ nullable: true, about: 'The journal that it takes back.' })
  reversesId: string | null;
  @Instant({ about: 'The moment it is about.' })
  effectiveAt: Date;
  @Instant()
  postedAt: Date;
  @ListOf(() => CounterpartyView)
  counterparties: CounterpartyView[];
  @OneOf(accountPurposes)
  purpose: AccountPurpose;
  @Rupiah({ min: -MAX_WHOLE, about: 'A debit above zero, a credit below.' })
  amountRp: number;
  @Rupiah({ min: -MAX_WHOLE, about: 'What the account holds after it.' })
  balanceRp: number;
}

export class StatementView {
  @Id()
  partyId: string;
  @Text({ max: 1000 })
  code: string;
  @Text({ max: 1000 })
  name: string;
  @CivilDate()
  from: string;
  @CivilDate()
  to: string;
  @ListOf(() => StatementAccountView)
  accounts: StatementAccountView[];
  @ListOf(() => StatementLineView, { max: MAX_LINES })
  lines: StatementLineView[];
}
