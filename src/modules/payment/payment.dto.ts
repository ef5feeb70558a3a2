import { paymentStates, type PaymentState } from '../../core/payment/advance-payment.js';
import { dueKinds, type DueKind } from '../../core/payment/dues.js';
import {
  Flag,
  Id,
  Ids,
  Instant,
  ListOf,
  OneOf,
  Part,
  Rupiah,
  Text,
  Whole,
} from '../../platform/http/fields.js';
import { channels, type Channel } from '../../platform/gateway/gateway.js';
import type { RefundState } from './refund.store.js';

export class PaymentRequestBody {
  @Ids({ max: 50, about: 'Open dues of one payer to one payee.' })
  dueIds: string[];
  @OneOf(channels)
  channel: Channel;
}

export class InstructionsView {
  @Text({ optional: true, max: 20 })
  bank?: string;
  @Text({ optional: true, max: 40, about: 'The virtual account to pay to.' })
  vaNumber?: string;
  @Text({ optional: true, max: 40 })
  billerCode?: string;
  @Text({ optional: true, max: 40 })
  billKey?: string;
  @Text({ optional: true, max: 4000, about: 'What the QRIS picture says.' })
  qrText?: string;
  @Text({ optional: true, max: 2000 })
  redirectUrl?: string;
}

export class PaymentItemView {
  @Id()
  dueId: string;
  @OneOf(dueKinds)
  kind: DueKind;
  @Text({ nullable: true })
  poolTitle: string | null;
  @Rupiah()
  amountRp: number;
}

export class RefundView {
  @Id()
  id: string;
  @Id({ about: 'The due that it pays: what is owed back.' })
  dueId: string;
  @Rupiah()
  amountRp: number;
  @Text({ max: 200 })
  reason: string;
  @OneOf(['proposed', 'approved', 'done', 'refused'])
  state: RefundState;
  @Id({ about: 'The decision of two people that it waits for.' })
  decisionId: string;
  @Text({ nullable: true, about: 'Why the gateway refused it.' })
  fault: string | null;
  @Instant()
  proposedAt: Date;
  @Instant({ nullable: true })
  doneAt: Date | null;
}

export class PaymentView {
  @Id()
  id: string;
  @Text({ max: 50, about: 'Under which the gateway knows it.' })
  orderId: string;
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
  @Rupiah({ min: 0, about: 'What the gateway keeps; borne by who is paid.' })
  feeRp: number;
  @OneOf(paymentStates)
  state: PaymentState;
  @Rupiah({ min: 0 })
  refundedRp: number;
  @Part(() => InstructionsView, { nullable: true, about: 'Null until the gateway has given them.' })
  instructions: InstructionsView | null;
  @Text({ nullable: true, about: 'Why the gateway refused it.' })
  fault: string | null;
  @Instant()
  expiresAt: Date;
  @Instant({ nullable: true })
  settledAt: Date | null;
  @Instant({ nullable: true, about: 'From then on no bank takes it back.' })
  firmAt: Date | null;
  @Instant()
  createdAt: Date;
  @Flag({ about: 'Whether its channel takes money back to where it came from.' })
  isRefundable: boolean;
  @Flag({ about: 'Its payer gave it up; the gateway may not have said so yet.' })
  isCancelAsked: boolean;
  @Whole({ min: 1 })
  version: number;
  @ListOf(() => PaymentItemView)
  items: PaymentItemView[];
  @ListOf(() => RefundView)
  refunds: RefundView[];
}

export class RefundRequest {
  @Id({ about: 'What the payee owes back: a due of kind credit, deposit-return or money-back.' })
  dueId: string;
  @Rupiah()
  amountRp: number;
  @Text({ min: 3, max: 200 })
  reason: string;
}
