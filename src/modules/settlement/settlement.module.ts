import { Module } from '@nestjs/common';
import { AwardModule } from '../award/index.js';
import { PoolModule } from '../pool/index.js';
import { CloseLot } from './close-lot.action.js';
import { ClosingStore } from './closing.store.js';
import { IssueInvoice } from './issue-invoice.action.js';
import { IssuePaymentRequest } from './issue-payment-request.action.js';
import { OnDropDispatched } from './on-drop-dispatched.consumer.js';
import { OnDropReceived } from './on-drop-received.consumer.js';
import { OnLotAllocated } from './on-lot-allocated.consumer.js';
import { PriceLot } from './price-lot.action.js';
import { PriceReader } from './price.reader.js';
import { PriceStore } from './price.store.js';
import { ProceedsReader } from './proceeds.reader.js';
import { SettlementController } from './settlement.controller.js';
import { SettlementReader } from './settlement.reader.js';
import { SettlementStore } from './settlement.store.js';
import { StatementController } from './statement.controller.js';
import { StatementReader } from './statement.reader.js';

@Module({
  imports: [AwardModule, PoolModule],
  controllers: [SettlementController, StatementController],
  providers: [
    CloseLot,
    ClosingStore,
    IssueInvoice,
    IssuePaymentRequest,
    OnDropDispatched,
    OnDropReceived,
    OnLotAllocated,
    PriceLot,
    PriceReader,
    PriceStore,
    ProceedsReader,
    SettlementReader,
    SettlementStore,
    StatementReader,
  ],
  exports: [PriceReader],
})
export class SettlementModule {}
