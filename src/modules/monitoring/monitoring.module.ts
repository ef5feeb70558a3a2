import { Module } from '@nestjs/common';
import { BidModule } from '../bid/index.js';
import { LotModule } from '../lot/index.js';
import { PoolModule } from '../pool/index.js';
import { SettlementModule } from '../settlement/index.js';
import { ActivityReader } from './activity.reader.js';
import { ComingController } from './coming.controller.js';
import { ComingReader } from './coming.reader.js';
import { CountActivity } from './count-activity.action.js';
import { GaugeReader } from './gauge.reader.js';
import { MetricsController } from './metrics.controller.js';
import { MonitoringController } from './monitoring.controller.js';
import { MonitoringStore } from './monitoring.store.js';
import { OnCommitmentAmended } from './on-commitment-amended.consumer.js';
import { OnCommitmentWithdrawn } from './on-commitment-withdrawn.consumer.js';
import { OnCommitmentsPlaced } from './on-commitments-placed.consumer.js';
import { OnInvoiceIssued } from './on-invoice-issued.consumer.js';
import { OnLotFailed } from './on-lot-failed.consumer.js';
import { OnTenderBegunAnew } from './on-tender-begun-anew.consumer.js';
import { OnPoolOpened } from './on-pool-opened.consumer.js';
import { ParkedReader } from './parked.reader.js';
import { RedriveDelivery } from './redrive-delivery.action.js';
import { ResultsController } from './results.controller.js';
import { ResultsReader } from './results.reader.js';
import { SummaryReader } from './summary.reader.js';
import { TotalsReader } from './totals.reader.js';
import { TraceReader } from './trace.reader.js';
import { WaitingController } from './waiting.controller.js';
import { WaitingReader } from './waiting.reader.js';

@Module({
  imports: [PoolModule, LotModule, BidModule, SettlementModule],
  controllers: [
    ComingController,
    MonitoringController,
    ResultsController,
    MetricsController,
    WaitingController,
  ],
  providers: [
    ActivityReader,
    ComingReader,
    CountActivity,
    GaugeReader,
    MonitoringStore,
    OnCommitmentAmended,
    OnCommitmentWithdrawn,
    OnCommitmentsPlaced,
    OnInvoiceIssued,
    OnLotFailed,
    OnPoolOpened,
    OnTenderBegunAnew,
    ParkedReader,
    RedriveDelivery,
    ResultsReader,
    SummaryReader,
    TotalsReader,
    TraceReader,
    WaitingReader,
  ],
})
export class MonitoringModule {}
