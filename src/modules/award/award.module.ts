import { Module } from '@nestjs/common';
import { BidModule } from '../bid/index.js';
import { LotModule } from '../lot/index.js';
import { ApproveAward } from './approve-award.action.js';
import { AwardController } from './award.controller.js';
import { AwardReader } from './award.reader.js';
import { AwardSolver } from './award-solver.js';
import { AwardStore } from './award.store.js';
import { ComputeLotAward } from './compute-lot-award.action.js';
import { OnAwardReplaced } from './on-award-replaced.consumer.js';
import { OnBidsOpened } from './on-bids-opened.consumer.js';
import { ProposeAward } from './propose-award.action.js';
import { AnswerObjection } from './steps/answer-objection.action.js';
import { CourseStore } from './steps/course.store.js';
import { ObjectToAward } from './steps/object-to-award.action.js';
import { ObjectionStore } from './steps/objection.store.js';
import { RunDueSteps } from './steps/run-due-steps.action.js';
import { SignContract } from './steps/sign-contract.action.js';
import { StepsController } from './steps/steps.controller.js';
import { StepsReader } from './steps/steps.reader.js';

@Module({
  imports: [BidModule, LotModule],
  controllers: [AwardController, StepsController],
  providers: [
    AnswerObjection,
    ApproveAward,
    AwardReader,
    AwardSolver,
    AwardStore,
    ComputeLotAward,
    CourseStore,
    ObjectToAward,
    ObjectionStore,
    OnAwardReplaced,
    OnBidsOpened,
    ProposeAward,
    RunDueSteps,
    SignContract,
    StepsReader,
  ],
  exports: [AwardReader],
})
export class AwardModule {}
