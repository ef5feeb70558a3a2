import { Module } from '@nestjs/common';
import { BidModule } from '../bid/index.js';
import { LotModule } from '../lot/index.js';
import { PoolModule } from '../pool/index.js';
import { ApproveAward } from './approve-award.action.js';
import { AwardController } from './award.controller.js';
import { AwardCostReader } from './award-cost.reader.js';
import { AwardReader } from './award.reader.js';
import { AwardSolver } from './award-solver.js';
import { AwardStore } from './award.store.js';
import { CoalitionReader } from './coalition.reader.js';
import { ComputeLotAward } from './compute-lot-award.action.js';
import { OnAwardReplaced } from './on-award-replaced.consumer.js';
import { DistributeLot } from './distribute-lot.action.js';
import { DistributionStore } from './distribution.store.js';
import { AwardedPriceController } from './awarded-price.controller.js';
import { AwardedPriceReader } from './awarded-price.reader.js';
import { ExplanationController } from './explanation.controller.js';
import { ExplanationNamesReader } from './explanation-names.reader.js';
import { ExplanationReader } from './explanation.reader.js';
import { OnBidsOpened } from './on-bids-opened.consumer.js';
import { OnLotsFormed } from './on-lots-formed.consumer.js';
import { OnPartySuspended } from './on-party-suspended.consumer.js';
import { ProblemReader } from './problem.reader.js';
import { ProposeAward } from './propose-award.action.js';
import { AwardShareReader } from './share.reader.js';
import { ShareStore } from './share.store.js';
import { AnswerObjection } from './steps/answer-objection.action.js';
import { CourseStore } from './steps/course.store.js';
import { ObjectToAward } from './steps/object-to-award.action.js';
import { OwnController } from './own/own.controller.js';
import { OwnReader } from './own/own.reader.js';
import { ObjectionStore } from './steps/objection.store.js';
import { ProposalController } from './steps/proposal.controller.js';
import { ProposalReader } from './steps/proposal.reader.js';
import { RunDueSteps } from './steps/run-due-steps.action.js';
import { SignContract } from './steps/sign-contract.action.js';
import { StepsController } from './steps/steps.controller.js';
import { StepsReader } from './steps/steps.reader.js';

@Module({
  imports: [BidModule, LotModule, PoolModule],
  controllers: [
    AwardController,
    AwardedPriceController,
    ExplanationController,
    OwnController,
    ProposalController,
    StepsController,
  ],
  providers: [
    AnswerObjection,
    ApproveAward,
    AwardCostReader,
    AwardReader,
    AwardShareReader,
    AwardSolver,
    AwardStore,
    CoalitionReader,
    ComputeLotAward,
    CourseStore,
    ObjectToAward,
    ObjectionStore,
    OnAwardReplaced,
    DistributeLot,
    DistributionStore,
    ExplanationNamesReader,
    AwardedPriceReader,
    ExplanationReader,
    OnBidsOpened,
    OnLotsFormed,
    OnPartySuspended,
    OwnReader,
    ProblemReader,
    ProposalReader,
    ProposeAward,
    ShareStore,
    RunDueSteps,
    SignContract,
    StepsReader,
  ],
  exports: [AwardCostReader, AwardReader, AwardShareReader, AwardSolver],
})
export class AwardModule {}
