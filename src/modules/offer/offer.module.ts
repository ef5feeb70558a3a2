import { Module } from '@nestjs/common';
import { EndOffer } from './end-offer.action.js';
import { OfferController } from './offer.controller.js';
import { OfferReader } from './offer.reader.js';
import { OfferStore } from './offer.store.js';
import { PublishOffer } from './publish-offer.action.js';

@Module({
  controllers: [OfferController],
  providers: [EndOffer, OfferReader, OfferStore, PublishOffer],
  exports: [OfferReader],
})
export class OfferModule {}
