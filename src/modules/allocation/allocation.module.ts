import { Module } from '@nestjs/common';
import { AwardModule } from '../award/index.js';
import { LotModule } from '../lot/index.js';
import { PoolModule } from '../pool/index.js';
import { AllocateLot } from './allocate-lot.action.js';
import { AllocationController } from './allocation.controller.js';
import { AllocationReader } from './allocation.reader.js';
import { AllocationStore } from './allocation.store.js';
import { OnContractsSigned } from './on-contracts-signed.consumer.js';

@Module({
  imports: [PoolModule, LotModule, AwardModule],
  controllers: [AllocationController],
  providers: [AllocateLot, AllocationReader, AllocationStore, OnContractsSigned],
  exports: [AllocationReader],
})
export class AllocationModule {}
