import { Module } from '@nestjs/common';
import { AwardModule } from '../award/index.js';
import { BidModule } from '../bid/index.js';
import { LotModule } from '../lot/index.js';
import { PoolModule } from '../pool/index.js';
import { AllocateLot } from './allocate-lot.action.js';
import { AllocationController } from './allocation.controller.js';
import { AllocationReader } from './allocation.reader.js';
import { AllocationStore } from './allocation.store.js';
import { OnContractsSigned } from './on-contracts-signed.consumer.js';
import { RequestController } from './request.controller.js';
import { RequestReader } from './request.reader.js';

@Module({
  imports: [PoolModule, LotModule, BidModule, AwardModule],
  controllers: [AllocationController, RequestController],
  providers: [AllocateLot, AllocationReader, AllocationStore, OnContractsSigned, RequestReader],
  exports: [AllocationReader],
})
export class AllocationModule {}
