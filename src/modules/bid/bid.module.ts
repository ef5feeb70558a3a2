import { Module } from '@nestjs/common';
import { BidController } from './bid.controller.js';
import { BidReader } from './bid.reader.js';
import { BidStore } from './bid.store.js';
import { OnLotsFormed } from './on-lots-formed.consumer.js';
import { OpenDueBids } from './open-due-bids.action.js';
import { OpenTenders } from './open-tenders.action.js';
import { SubmitBid } from './submit-bid.action.js';
import { SubmitSupplierTerms } from './submit-supplier-terms.action.js';
import { SupplierTermsController } from './supplier-terms.controller.js';
import { SupplierTermsReader } from './supplier-terms.reader.js';
import { SupplierTermsStore } from './supplier-terms.store.js';
import { TenderStore } from './tender.store.js';
import { WithdrawBid } from './withdraw-bid.action.js';

@Module({
  controllers: [BidController, SupplierTermsController],
  providers: [
    BidReader,
    BidStore,
    OnLotsFormed,
    OpenDueBids,
    OpenTenders,
    SubmitBid,
    SubmitSupplierTerms,
    SupplierTermsReader,
    SupplierTermsStore,
    TenderStore,
    WithdrawBid,
  ],
  exports: [BidReader, SupplierTermsReader],
})
export class BidModule {}
