import { Module } from '@nestjs/common';
import { BidModule } from '../bid/index.js';
import { LotModule } from '../lot/index.js';
import { PoolModule } from '../pool/index.js';
import { ApproveAward } from './approve-award.action.js';
import { AwardController } from './award.controller.js';
import { AwardReader } from './award.reader.js';
import { AwardSolver } from './award-solver.js';
import { AwardStore } from './award.store.js';
import { ComputeLotAward } from './compute-lot-award.action.js';
import { DistributeLot } from './distribute-lot.action.js';
import { DistributionStore } from './distribution.store.js';
import { OnBidsOpened } from './on-bids-opened.consumer.js';
import { OnLotsFormed } from './on-lots-formed.consumer.js';
import { ProposeAward } from './propose-award.action.js';

@Module({
  imports: [PoolModule, LotModule, BidModule],
  controllers: [AwardController],
  providers: [
    ApproveAward,
    AwardReader,
    AwardSolver,
    AwardStore,
    ComputeLotAward,
    DistributeLot,
    DistributionStore,
    OnBidsOpened,
    OnLotsFormed,
    ProposeAward,
  ],
  exports: [AwardReader],
})
export class AwardModule {}
