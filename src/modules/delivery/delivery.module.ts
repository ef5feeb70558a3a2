import { Module } from '@nestjs/common';
import { AllocationModule } from '../allocation/index.js';
import { DeliveryController } from './delivery.controller.js';
import { DeliveryReader } from './delivery.reader.js';
import { DeliveryStore } from './delivery.store.js';
import { DispatchDrop } from './dispatch-drop.action.js';
import { NoteController } from './note.controller.js';
import { NoteReader } from './note.reader.js';
import { OnLotAllocated } from './on-lot-allocated.consumer.js';
import { PlanDrops } from './plan-drops.action.js';
import { PlanStore } from './plan.store.js';
import { ReceiveDrop } from './receive-drop.action.js';

@Module({
  imports: [AllocationModule],
  controllers: [DeliveryController, NoteController],
  providers: [
    ...[DeliveryReader, DeliveryStore, DispatchDrop, NoteReader, OnLotAllocated, PlanDrops],
    ...[PlanStore, ReceiveDrop],
  ],
})
export class DeliveryModule {}
