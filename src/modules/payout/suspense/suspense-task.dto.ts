import {
  suspenseSources,
  suspenseWays,
  type SuspenseSource,
  type SuspenseWay,
} from '../../../core/payout/list-ways.js';
import { dueKinds, type DueKind } from '../../../core/payment/dues.js';
import { Id, Instant, ListOf, OneOf, Rupiah, Text, Whole, Words } from '../../../platform/http/fields.js';
import { PageView } from '../../../platform/http/page.js';

const reasons = [
  'late',
  'not-owed',
  'unknown',
  'reversed',
  'refund-unknown',
  'unproved',
  'unexplained',
] as const;

export class PossibleDueView {
  @Id()
  id: string;
  @OneOf(dueKinds)
  kind: DueKind;
  @Id()
  payerId: string;
  @Text()
  payerName: string;
  @Text({ nullable: true })
  poolTitle: string | null;
  @Rupiah()
  openRp: number;
}

export class PossibleReturnView {
  @Id()
  payoutId: string;
  @Text()
  payeeName: string;
}

export class SuspenseTaskView {
  @Id()
  id: string;
  @OneOf(suspenseSources, { about: 'A payment through the gateway, or a line of a bank statement.' })
  source: SuspenseSource;
  @Id({ about: 'Who holds it, and decides.' })
  holderId: string;
  @Text()
  holderName: string;
  @Id({
    nullable: true,
    about: 'Who paid it; of a line whoever its reference names; null while nobody knows.',
  })
  payerId: string | null;
  @Text({ nullable: true })
  payerName: string | null;
  @Rupiah({
    about:
      'What lies there; when reversed, what is missing; where a person is asked what became of a payment, what was paid.',
  })
  amountRp: number;
  @OneOf(reasons, {
    about:
      'It came after its time; what it was for was paid or dropped meanwhile; nobody knows what it is; a bank took back what had been given back already; a part of a payment went back and the gateway does not say how much; word came of a payment and the gateway cannot be asked any more; a statement shows it without saying what for.',
  })
  reason: (typeof reasons)[number];
  @Text({ min: 0, max: 2000, nullable: true, about: "The statement's own words." })
  text: string | null;
  @Instant({ about: 'Since when it waits.' })
  arisenAt: Date;
  @Instant({ about: 'From when on it may be decided about: before, a bank may take it back.' })
  firmAt: Date;
  @Id({ nullable: true, about: 'The decision of two people, proposed already, that it goes back.' })
  decisionId: string | null;
  @Words({
    about: `What can become of it now, of: ${suspenseWays.join(', ')}; none while a bank may still take it back, and for who paid it.`,
  })
  ways: SuspenseWay[];
  @ListOf(() => PossibleDueView, { max: 20, about: 'Open dues that it may be for; the same amount first.' })
  possibleDues: PossibleDueView[];
  @ListOf(() => PossibleReturnView, {
    max: 20,
    about: 'Payouts of the same amount whose money it may be, come back.',
  })
  possibleReturns: PossibleReturnView[];
  @Whole({ min: 1, about: 'For If-Match.' })
  version: number;
}

export class SuspenseTaskPage extends PageView {
  @ListOf(() => SuspenseTaskView)
  data: SuspenseTaskView[];
}

export class ResolveTaskRequest {
  @OneOf(suspenseWays, {
    about:
      '`due`: it covers this due. `money-back`: it goes back; of a payment once a second person approves, of a line as a due that is paid out by two. `credit`: the next bills of its payer are paid from it. `ask-again`: its payer owes it again. `refunded`: `amountRp` of the payment went back; `paid`, `taken-back`, `unchanged`: what became of a payment of which word came that nobody can prove. Of a line that is not booked also `payout`: it was this payout; `return`: this payout, which the bank gave back (also of a line that is booked); `transfer`: this transfer, which its payee had confirmed before; `gateway`: the payment gateway paid out; `not-ours`: none of this business.',
  })
  as: SuspenseWay;
  @Id({
    optional: true,
    about:
      'The due, the payout, the transfer; of a line with `money-back` or `credit` the party whose money it is.',
  })
  id?: string;
  @Text({ optional: true, min: 3, max: 500, about: 'With `money-back` of a payment: why.' })
  reason?: string;
  @Rupiah({ optional: true, min: 0, about: 'With `gateway`: the fee it kept.' })
  feeRp?: number;
  @Rupiah({ optional: true, min: 1, about: 'With `refunded`: how much of the payment went back.' })
  amountRp?: number;
}
