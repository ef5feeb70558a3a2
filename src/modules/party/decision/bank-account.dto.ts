import type { AccountState } from '../../../core/party/decision/list-accounts.js';
import { Id, Instant, ListOf, OneOf, Text } from '../../../platform/http/fields.js';

const states: readonly AccountState[] = [
  'proposed',
  'refused',
  'expired',
  'cooling-off',
  'stopped',
  'effective',
  'replaced',
];

export class BankAccountRequest {
  @Text({ max: 3, pattern: /^\d{3}$/, example: '002', about: 'Clearing code of the bank: 002 is BRI.' })
  bankCode: string;
  @Text({ max: 20, pattern: /^\d{6,20}$/, example: '0123456789' })
  accountNumber: string;
  @Text({ min: 2, max: 120, about: 'As the bank writes it.' })
  holderName: string;
}

export class StopAccountRequest {
  @Text({ min: 3, max: 500 })
  reason: string;
}

export class BankAccountView {
  @Id()
  id: string;
  @Id({ about: 'The decision by which it changes.' })
  decisionId: string;
  @OneOf(states, { about: 'One at most is effective: where money is paid to.' })
  state: AccountState;
  @Text()
  bankCode: string;
  @Text({ about: 'Its last four digits; the rest is never shown.' })
  accountNumber: string;
  @Text()
  holderName: string;
  @Instant({ nullable: true, about: 'From when it is paid to, once it is approved.' })
  effectiveFrom: Date | null;
}

export class BankAccountListView {
  @ListOf(() => BankAccountView)
  data: BankAccountView[];
}
