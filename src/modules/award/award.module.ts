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
import { OnBidsOpened } from './on-bids-opened.consumer.js';
import { ProblemReader } from './problem.reader.js';
import { ProposeAward } from './propose-award.action.js';

@Module({
  imports: [BidModule, LotModule, PoolModule],
  controllers: [AwardController],
  providers: [
    ApproveAward,
    AwardReader,
    AwardSolver,
    AwardStore,
    ComputeLotAward,
    OnBidsOpened,
    ProblemReader,
    ProposeAward,
  ],
  exports: [AwardReader, AwardSolver],
})
export class AwardModule {}
