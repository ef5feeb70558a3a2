import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { KitchenModule } from '../kitchen/index.js';
import { OfferModule } from '../offer/index.js';
import { AmendCommitment } from './amend-commitment.action.js';
import { AwardRuleReader } from './award-rule.reader.js';
import { AwardRuleStore } from './award-rule.store.js';
import { BindOffers } from './bind-offers.action.js';
import { BoundOfferReader } from './bound-offer.reader.js';
import { CloseDuePools } from './close-due-pools.js';
import { ClosePool } from './close-pool.action.js';
import { CommitmentController } from './commitment.controller.js';
import { CommitmentReader } from './commitment.reader.js';
import { CommitmentStore } from './commitment.store.js';
import { CreatePool } from './create-pool.action.js';
import { DeclarePool } from './declare-pool.js';
import { depositControllers, depositProviders } from './deposit/wiring.js';
import { DiscardDraft } from './discard-draft.action.js';
import { DistributionReader } from './distribution.reader.js';
import { DraftController } from './draft.controller.js';
import { enteredControllers, enteredProviders } from './entered/wiring.js';
import { GradeReader } from './grade.reader.js';
import { GradeStore } from './grade.store.js';
import { JoiningStore } from './joining.store.js';
import { JoinRequirements } from './join-requirements.action.js';
import { MergeLines } from './merge-lines.action.js';
import { MergeStore } from './merge.store.js';
import { OnItemCancelled } from './on-item-cancelled.consumer.js';
import { OnPoolOpened } from './on-pool-opened.consumer.js';
import { OnRequirementPublished } from './on-requirement-published.consumer.js';
import { OpenPool } from './open-pool.action.js';
import { PlaceCommitments } from './place-commitments.action.js';
import { PoolController } from './pool.controller.js';
import { PoolPhonesController } from './pool-phones.controller.js';
import { PoolMemory } from './pool-memory.js';
import { PoolReader } from './pool.reader.js';
import { PoolStore } from './pool.store.js';
import { PricingReader } from './pricing.reader.js';
import { PricingStore } from './pricing.store.js';
import { RedeclareDraft } from './redeclare-draft.action.js';
import { ReviseDraft } from './revise-draft.action.js';
import { RescuePool } from './rescue-pool.action.js';
import { RescueReader } from './rescue.reader.js';
import { RescueStore } from './rescue.store.js';
import { WithdrawCommitment } from './withdraw-commitment.action.js';

@Module({
  imports: [CatalogModule, KitchenModule, OfferModule],
  controllers: [
    DraftController,
    PoolController,
    PoolPhonesController,
    CommitmentController,
    ...depositControllers,
    ...enteredControllers,
  ],
  providers: [
    AmendCommitment,
    AwardRuleReader,
    AwardRuleStore,
    BindOffers,
    BoundOfferReader,
    CloseDuePools,
    ClosePool,
    CommitmentReader,
    CommitmentStore,
    CreatePool,
    DeclarePool,
    DiscardDraft,
    RedeclareDraft,
    ReviseDraft,
    DistributionReader,
    GradeReader,
    GradeStore,
    JoiningStore,
    JoinRequirements,
    MergeLines,
    MergeStore,
    OnItemCancelled,
    OnPoolOpened,
    OnRequirementPublished,
    OpenPool,
    PlaceCommitments,
    PoolMemory,
    PoolReader,
    PoolStore,
    PricingReader,
    PricingStore,
    RescuePool,
    RescueReader,
    RescueStore,
    WithdrawCommitment,
    ...depositProviders,
    ...enteredProviders,
  ],
  exports: [
    AwardRuleReader,
    BoundOfferReader,
    CommitmentReader,
    DistributionReader,
    PoolReader,
    PricingReader,
  ],
})
export class PoolModule {}
