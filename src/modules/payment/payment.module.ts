import { Module } from '@nestjs/common';
import { AskGateway } from './ask-gateway.js';
import { AskPayment } from './ask-payment.action.js';
import { ClearPayments } from './clear-payments.js';
import { ConfirmFirmDues } from './confirm-firm-dues.js';
import { DueController } from './due.controller.js';
import { DueReader } from './due.reader.js';
import { GatewayAccountStore } from './gateway-account.store.js';
import { GatewayController } from './gateway.controller.js';
import { KeepGatewayAccount } from './keep-gateway-account.action.js';
import { OnDecisionApproved } from './on-decision-approved.consumer.js';
import { OnNotificationReceived } from './on-notification-received.consumer.js';
import { PartyMoneyController } from './party-money.controller.js';
import { PartyMoneyReader } from './party-money.reader.js';
import { PaymentController } from './payment.controller.js';
import { PaymentStreamController } from './payment-stream.controller.js';
import { PaymentReader } from './payment.reader.js';
import { ProposeRefund } from './propose-refund.action.js';
import { ReceiveNotification } from './receive-notification.action.js';
import { ResolveSuspense } from './resolve-suspense.action.js';
import { StateOutcome } from './state-outcome.action.js';
import { TalkToGateway } from './talk-to-gateway.js';
import { ProveTransfer } from './prove-transfer.action.js';
import { TransferController } from './transfer.controller.js';
import { TransferProofController } from './transfer-proof.controller.js';
import { TransferReader } from './transfer.reader.js';
import { termsControllers, termsProviders } from './terms/wiring.js';
import { TransferDue } from './transfer-due.action.js';
import { WatchPayments } from './watch-payments.js';

@Module({
  controllers: [
    DueController,
    GatewayController,
    PartyMoneyController,
    PaymentController,
    PaymentStreamController,
    TransferController,
    TransferProofController,
    ...termsControllers,
  ],
  providers: [
    AskGateway,
    AskPayment,
    ClearPayments,
    ConfirmFirmDues,
    DueReader,
    GatewayAccountStore,
    KeepGatewayAccount,
    OnDecisionApproved,
    OnNotificationReceived,
    PartyMoneyReader,
    PaymentReader,
    ProposeRefund,
    ReceiveNotification,
    ResolveSuspense,
    StateOutcome,
    TalkToGateway,
    ProveTransfer,
    TransferDue,
    TransferReader,
    WatchPayments,
    ...termsProviders,
  ],
  exports: [ResolveSuspense, StateOutcome],
})
export class PaymentModule {}
