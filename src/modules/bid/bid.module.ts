import { Module } from '@nestjs/common';
import { BidController } from './bid.controller.js';
import { BidReader } from './bid.reader.js';
import { BidStore } from './bid.store.js';
import { committeeControllers, committeeProviders } from './committee/index.js';
import { EndBidding } from './end-bidding.action.js';
import { RunUnopened } from './run-unopened.action.js';
import { FailedBidReader } from './failed-bid.reader.js';
import { MakeWantedKeys } from './make-wanted-keys.action.js';
import { OnDecisionApproved } from './on-decision-approved.consumer.js';
import { OnLotsFormed } from './on-lots-formed.consumer.js';
import { OnTenderBegunAnew } from './on-tender-begun-anew.consumer.js';
import { OpenDueBids } from './open-due-bids.action.js';
import { OpenTenders } from './open-tenders.action.js';
import { ReceiptReader } from './receipt.reader.js';
import { SealedBidController } from './sealed-bid.controller.js';
import { SealedBidStore } from './sealed-bid.store.js';
import { SealedHashReader } from './sealed-hash.reader.js';
import { SealingKeyReader } from './sealing-key.reader.js';
import { SealingKeyStore } from './sealing-key.store.js';
import { SubmitBid } from './submit-bid.action.js';
import { SubmitSupplierTerms } from './submit-supplier-terms.action.js';
import { SupplierTermsController } from './supplier-terms.controller.js';
import { SupplierTermsReader } from './supplier-terms.reader.js';
import { SupplierTermsStore } from './supplier-terms.store.js';
import { TenderListController } from './tender-list.controller.js';
import { TenderListReader } from './tender-list.reader.js';
import { TenderStore } from './tender.store.js';
import { WithdrawBid } from './withdraw-bid.action.js';

@Module({
  controllers: [
    BidController,
    SealedBidController,
    SupplierTermsController,
    TenderListController,
    ...committeeControllers,
  ],
  providers: [
    BidReader,
    BidStore,
    EndBidding,
    RunUnopened,
    FailedBidReader,
    MakeWantedKeys,
    OnDecisionApproved,
    OnLotsFormed,
    OnTenderBegunAnew,
    OpenDueBids,
    OpenTenders,
    ReceiptReader,
    SealedBidStore,
    SealedHashReader,
    SealingKeyReader,
    SealingKeyStore,
    SubmitBid,
    SubmitSupplierTerms,
    SupplierTermsReader,
    SupplierTermsStore,
    TenderListReader,
    TenderStore,
    WithdrawBid,
    ...committeeProviders,
  ],
  exports: [BidReader, SupplierTermsReader],
})
export class BidModule {}
