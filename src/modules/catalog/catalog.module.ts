import { Module } from '@nestjs/common';
import { CatalogController } from './catalog.controller.js';
import { CatalogReader } from './catalog.reader.js';
import { CommodityReader } from './commodity.reader.js';
import { PriceReferenceReader } from './price-reference.reader.js';
import { PriceReferenceStore } from './price-reference.store.js';
import { RecordPriceReference } from './record-price-reference.action.js';

@Module({
  controllers: [CatalogController],
  providers: [
    CatalogReader,
    CommodityReader,
    PriceReferenceReader,
    PriceReferenceStore,
    RecordPriceReference,
  ],
  exports: [CatalogReader],
})
export class CatalogModule {}
