import { Module } from '@nestjs/common';
import { BidController } from './bid.controller.js';
import { BidReader } from './bid.reader.js';
import { BidStore } from './bid.store.js';
import { OnLotsFormed } from './on-lots-formed.consumer.js';
import { OpenDueBids } from './open-due-bids.action.js';
import { OpenTenders } from './open-tenders.action.js';
import { SubmitBid } from './submit-bid.action.js';
import { TenderStore } from './tender.store.js';
import { WithdrawBid } from './withdraw-bid.action.js';

@Module({
  controllers: [BidController],
  providers: [
    BidReader,
    BidStore,
    OnLotsFormed,
    OpenDueBids,
    OpenTenders,
    SubmitBid,
    TenderStore,
    WithdrawBid,
  ],
  exports: [BidReader],
})
export class BidModule {}
