import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { KitchenModule } from '../kitchen/index.js';
import { AmendCommitment } from './amend-commitment.action.js';
import { AwardRuleReader } from './award-rule.reader.js';
import { AwardRuleStore } from './award-rule.store.js';
import { CloseDuePools } from './close-due-pools.js';
import { ClosePool } from './close-pool.action.js';
import { CommitmentController } from './commitment.controller.js';
import { CommitmentReader } from './commitment.reader.js';
import { CommitmentStore } from './commitment.store.js';
import { CreatePool } from './create-pool.action.js';
import { JoinRequirements } from './join-requirements.action.js';
import { OnPoolOpened } from './on-pool-opened.consumer.js';
import { OnRequirementPublished } from './on-requirement-published.consumer.js';
import { OpenPool } from './open-pool.action.js';
import { PlaceCommitments } from './place-commitments.action.js';
import { PoolController } from './pool.controller.js';
import { PoolMemory } from './pool-memory.js';
import { PoolReader } from './pool.reader.js';
import { PoolStore } from './pool.store.js';
import { WithdrawCommitment } from './withdraw-commitment.action.js';

@Module({
  imports: [CatalogModule, KitchenModule],
  controllers: [PoolController, CommitmentController],
  providers: [
    AmendCommitment,
    AwardRuleReader,
    AwardRuleStore,
    CloseDuePools,
    ClosePool,
    CommitmentReader,
    CommitmentStore,
    CreatePool,
    JoinRequirements,
    OnPoolOpened,
    OnRequirementPublished,
    OpenPool,
    PlaceCommitments,
    PoolMemory,
    PoolReader,
    PoolStore,
    WithdrawCommitment,
  ],
  exports: [AwardRuleReader, PoolReader, CommitmentReader],
})
export class PoolModule {}
