import { Module } from '@nestjs/common';
import { IssueInvoice } from './issue-invoice.action.js';
import { IssuePaymentRequest } from './issue-payment-request.action.js';
import { OnDropDispatched } from './on-drop-dispatched.consumer.js';
import { OnDropReceived } from './on-drop-received.consumer.js';
import { PriceReader } from './price.reader.js';
import { SettlementController } from './settlement.controller.js';
import { SettlementReader } from './settlement.reader.js';
import { SettlementStore } from './settlement.store.js';

@Module({
  controllers: [SettlementController],
  providers: [
    IssueInvoice,
    IssuePaymentRequest,
    OnDropDispatched,
    OnDropReceived,
    PriceReader,
    SettlementReader,
    SettlementStore,
  ],
})
export class SettlementModule {}
