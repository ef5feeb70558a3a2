import { Module } from '@nestjs/common';
import { PoolModule } from '../pool/index.js';
import { FormLots } from './form-lots.action.js';
import { LotController } from './lot.controller.js';
import { LotReader } from './lot.reader.js';
import { LotStore } from './lot.store.js';
import { OnLotFailed } from './on-lot-failed.consumer.js';
import { OnPoolCancelled } from './on-pool-cancelled.consumer.js';
import { OnPoolClosed } from './on-pool-closed.consumer.js';

@Module({
  imports: [PoolModule],
  controllers: [LotController],
  providers: [FormLots, LotReader, LotStore, OnLotFailed, OnPoolCancelled, OnPoolClosed],
  exports: [LotReader],
})
export class LotModule {}
