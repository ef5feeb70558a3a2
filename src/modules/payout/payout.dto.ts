import {
  payoutMethods,
  payoutStates,
  type PayoutMethod,
  type PayoutState,
} from '../../core/payout/advance-payout.js';
import { dueKinds, type DueKind } from '../../core/payment/dues.js';
import {
  CivilDate,
  Id,
  Ids,
  Instant,
  ListOf,
  OneOf,
  Rupiah,
  Text,
  Whole,
} from '../../platform/http/fields.js';
import { PageQuery, PageView } from '../../platform/http/page.js';
import { OpenDueView } from '../payment/index.js';

export class PayablesQuery extends PageQuery {
  @CivilDate({ optional: true, about: 'Only what is due by the end of this day (UTC+7).' })
  until?: string;
}

export class PayableView extends OpenDueView {
  @Id()
  payeeId: string;
  @Text()
  payeeName: string;
  @Id({ nullable: true, about: 'The payout that is about to pay it.' })
  payoutId: string | null;
  @Id({ nullable: true, about: 'The payment through the gateway that waits for its payer.' })
  paymentId: string | null;
}

export class PayablePage extends PageView {
  @ListOf(() => PayableView)
  data: PayableView[];
}

export class PayoutRequest {
  @Ids({ max: 200, about: 'Dues of one payee, paid together.' })
  dueIds: string[];
  @OneOf(payoutMethods, { optional: true, about: 'Left out: a bank transfer.' })
  method?: PayoutMethod;
  @Text({ min: 3, max: 500, about: 'Shown to who approves.' })
  reason: string;
}

export class PayoutFailedRequest {
  @Text({ min: 3, max: 500 })
  reason: string;
}

export class PayoutItemView {
  @Id()
  dueId: string;
  @OneOf(dueKinds)
  kind: DueKind;
  @Rupiah()
  amountRp: number;
}

export class PayoutView {
  @Id()
  id: string;
  @Id()
  payerId: string;
  @Id()
  payeeId: string;
  @Text()
  payeeName: string;
  @OneOf(payoutMethods)
  method: PayoutMethod;
  @OneOf(payoutStates)
  state: PayoutState;
  @Rupiah()
  amountRp: number;
  @Text({ about: 'What the payer writes into the transfer, so that a statement tells what it was.' })
  reference: string;
  @Id()
  decisionId: string;
  @Instant()
  proposedAt: Date;
  @Instant({ nullable: true })
  approvedAt: Date | null;
  @Instant({ nullable: true })
  sentAt: Date | null;
  @Instant({ nullable: true })
  endedAt: Date | null;
  @Text({ nullable: true, max: 500, about: 'Why it failed, came back or was refused.' })
  reason: string | null;
  @Text({
    nullable: true,
    about:
      'Of a payout that waits for the gateway, to its payer: what was last answered; `given-up`: nobody can say any more whether it was made.',
  })
  gatewayAnswer: string | null;
  @Whole({
    nullable: true,
    about: 'Paid though something else had covered it meanwhile: owed back by the payee.',
  })
  overRp: number | null;
  @Whole({ about: 'Proofs that were uploaded.' })
  proofs: number;
  @ListOf(() => PayoutItemView)
  items: PayoutItemView[];
}

export class PayoutPage extends PageView {
  @ListOf(() => PayoutView)
  data: PayoutView[];
}

export class TransferInstructionsView {
  @Text({ about: 'Clearing code of the bank.' })
  bankCode: string;
  @Text()
  accountNumber: string;
  @Text()
  holderName: string;
  @Rupiah()
  amountRp: number;
  @Text()
  reference: string;
}
