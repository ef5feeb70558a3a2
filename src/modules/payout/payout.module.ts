import { Module } from '@nestjs/common';
import { PaymentModule } from '../payment/index.js';
import { ApprovePayout } from './approve-payout.action.js';
import { DropLapsedPayouts } from './drop-lapsed-payouts.js';
import { CallStore } from './gateway/call.store.js';
import { HearPayout } from './gateway/hear-payout.action.js';
import { PayoutAccountController } from './gateway/payout-account.controller.js';
import { PayoutAccountStore } from './gateway/payout-account.store.js';
import { PayoutNotificationController } from './gateway/payout-notification.controller.js';
import { SendByGateway } from './gateway/send-by-gateway.js';
import { SetPayoutAccount } from './gateway/set-payout-account.action.js';
import { OnDecisionApproved } from './on-decision-approved.consumer.js';
import { PayoutController } from './payout.controller.js';
import { PayoutReader } from './payout.reader.js';
import { PayoutStore } from './payout.store.js';
import { ProposePayout } from './propose-payout.action.js';
import { ProvePayout } from './prove-payout.action.js';
import { SendPayout } from './send-payout.action.js';
import { ImportStatement } from './statement/import-statement.action.js';
import { ResolveLine } from './statement/resolve-line.action.js';
import { BankStatementController } from './statement/bank-statement.controller.js';
import { BankStatementReader } from './statement/bank-statement.reader.js';
import { BankStatementStore } from './statement/bank-statement.store.js';
import { ResolveTask } from './suspense/resolve-task.action.js';
import { SuspenseTaskController } from './suspense/suspense-task.controller.js';
import { SuspenseTaskReader } from './suspense/suspense-task.reader.js';

@Module({
  imports: [PaymentModule],
  controllers: [
    PayoutController,
    PayoutAccountController,
    PayoutNotificationController,
    BankStatementController,
    SuspenseTaskController,
  ],
  providers: [
    ApprovePayout,
    DropLapsedPayouts,
    ImportStatement,
    OnDecisionApproved,
    PayoutReader,
    PayoutStore,
    ProposePayout,
    ProvePayout,
    ResolveLine,
    ResolveTask,
    SendPayout,
    BankStatementReader,
    BankStatementStore,
    CallStore,
    HearPayout,
    PayoutAccountStore,
    SendByGateway,
    SetPayoutAccount,
    SuspenseTaskReader,
  ],
})
export class PayoutModule {}
