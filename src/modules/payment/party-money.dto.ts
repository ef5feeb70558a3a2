import { paymentStates, type PaymentState } from '../../core/payment/advance-payment.js';
import { Id, Instant, ListOf, OneOf, QueryFlag, Rupiah, Text } from '../../platform/http/fields.js';
import { PageQuery, PageView } from '../../platform/http/page.js';
import { channels, type Channel } from '../../platform/gateway/gateway.js';
import { OpenDueView } from './open-due.dto.js';

export class ReceivablesQuery extends PageQuery {
  @Id({ optional: true, about: 'Only what this party owes.' })
  payerId?: string;
  @QueryFlag({
    optional: true,
    about: 'True: only what its payer says it has transferred, unjudged; left out: all.',
  })
  claimed?: boolean;
}

export class ReceivableView extends OpenDueView {
  @Id()
  payerId: string;
  @Text()
  payerName: string;
}

export class ReceivablePage extends PageView {
  @ListOf(() => ReceivableView)
  data: ReceivableView[];
}

/** A payment in a list; how to pay it stands in the payment. */
export class PaymentEntryView {
  @Id()
  id: string;
  @Id()
  payerId: string;
  @Text()
  payerName: string;
  @Id()
  payeeId: string;
  @Text()
  payeeName: string;
  @OneOf(channels)
  channel: Channel;
  @Rupiah()
  amountRp: number;
  @OneOf(paymentStates)
  state: PaymentState;
  @Instant()
  createdAt: Date;
  @Instant({ nullable: true })
  settledAt: Date | null;
}

export class PaymentPage extends PageView {
  @ListOf(() => PaymentEntryView)
  data: PaymentEntryView[];
}
