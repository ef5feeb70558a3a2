import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { KitchenController } from './kitchen.controller.js';
import { KitchenWeeksController } from './kitchen-weeks.controller.js';
import { KitchenReader } from './kitchen.reader.js';
import { KitchenStore } from './kitchen.store.js';
import { PlaceRequirement } from './place-requirement.action.js';
import { PublishRequirement } from './publish-requirement.action.js';

@Module({
  imports: [CatalogModule],
  controllers: [KitchenWeeksController, KitchenController],
  providers: [KitchenReader, KitchenStore, PlaceRequirement, PublishRequirement],
  exports: [KitchenReader],
})
export class KitchenModule {}
