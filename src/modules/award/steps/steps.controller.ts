import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { refuseAward } from '../../../core/award/refusals.js';
import { humanSteps } from '../../../core/award/steps/human-steps.js';
import { refuseLot } from '../../../core/lot/refusals.js';
import { Caller } from '../../../platform/auth/caller.js';
import { type Principal } from '../../../platform/auth/principal.js';
import { biddersOf } from '../../bid/index.js';
import { Db } from '../../../platform/db/db.js';
import { Identified } from '../../../platform/http/identified.js';
import { pageLimit, pageOf } from '../../../platform/http/page.js';
import { Problems } from '../../../platform/http/problems.js';
import { UuidParam } from '../../../platform/http/uuid-param.js';
import { BidReader } from '../../bid/index.js';
import { AnswerObjection } from './answer-objection.action.js';
import { ObjectToAward } from './object-to-award.action.js';
import { ProposalReader } from './proposal.reader.js';
import { SignContract } from './sign-contract.action.js';
import {
  ContractsView,
  DeclineBody,
  LotStepsView,
  ObjectionAnswerBody,
  ObjectionBody,
  ObjectionsView,
  StepPageView,
  StepsQuery,
  type StepView,
} from './steps.dto.js';
import { StepsReader, type StepRow } from './steps.reader.js';

const showStep = (row: StepRow): StepView => {
  const { title, by, byDefault } = humanSteps[row.step];
  return {
    ...row,
    titleId: title.id,
    titleEn: title.en,
    by,
    byDefaultId: byDefault.id,
    byDefaultEn: byDefault.en,
  };
};

@ApiTags('award')
@Controller('api/v1')
export class StepsController {
  constructor(
    private readonly db: Db,
    private readonly reader: StepsReader,
    private readonly bids: BidReader,
    private readonly proposals: ProposalReader,
    private readonly objectToAward: ObjectToAward,
    private readonly answerObjection: AnswerObjection,
    private readonly signContract: SignContract,
  ) {}

  /** Every step that waits, with its time, holder, deputy and default: the organiser's desk. */
  @Get('steps')
  @ApiOkResponse({ type: StepPageView })
  @Problems(401, 403)
  async open(@Caller() caller: Principal, @Query() query: StepsQuery): Promise<StepPageView> {
    const rows = await this.reader.openPage(this.db, caller, query);
    return pageOf(rows.map(showStep), pageLimit(query), ({ lotId }) => lotId);
  }

  /** A lot's steps from opening to contract, of every attempt at its award. */
  @Get('lots/:lotId/steps')
  @ApiOkResponse({ type: LotStepsView })
  @Problems(401, 403, 404)
  async ofLot(@Caller() caller: Principal, @UuidParam('lotId') lotId: string): Promise<LotStepsView> {
    const rows = await this.reader.stepsOfLot(this.db, caller, lotId);
    if (rows.length === 0) throw refuseLot('LOT_NOT_FOUND');
    return { data: rows.map(showStep) };
  }

  /** Objects to a proposed award until the end of its standstill, once per party and attempt. */
  @Post('lots/:lotId/award/objections')
  @ApiCreatedResponse({ type: Identified })
  @Problems(401, 403, 404, 409, 422)
  async object(
    @Caller() caller: Principal,
    @UuidParam('lotId') lotId: string,
    @Body() body: ObjectionBody,
  ): Promise<Identified> {
    return { id: await this.objectToAward.run(caller.personId, lotId, body) };
  }

  /** Objections and their answers: all for those who may see the award, for a bidder its own. */
  @Get('lots/:lotId/award/objections')
  @ApiOkResponse({ type: ObjectionsView })
  @Problems(401, 404)
  async objections(@Caller() caller: Principal, @UuidParam('lotId') lotId: string): Promise<ObjectionsView> {
    const seesAll = (await this.bids.sightOf(this.db, lotId, caller)) === 'all';
    const own = seesAll ? [] : await this.proposals.ownBids(this.db, lotId, caller);
    if (!seesAll && own.length === 0) throw refuseAward('AWARD_NOT_FOUND');
    const bidders = seesAll ? null : own.map(({ supplierId }) => supplierId);
    return { data: await this.reader.objectionsOf(this.db, lotId, bidders) };
  }

  /** Answers an objection, as another person than who proposed. */
  @Post('lots/:lotId/award/objections/:objectionId/answer')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Problems(401, 403, 404, 409)
  answer(
    @Caller() caller: Principal,
    @UuidParam('lotId') lotId: string,
    @UuidParam('objectionId') objectionId: string,
    @Body() body: ObjectionAnswerBody,
  ): Promise<void> {
    return this.answerObjection.run(caller, lotId, objectionId, body);
  }

  /** What suppliers were awarded and whether they have signed: a supplier sees its own, who may see the award all. */
  @Get('lots/:lotId/contracts')
  @ApiOkResponse({ type: ContractsView })
  @Problems(401, 404)
  async contracts(@Caller() caller: Principal, @UuidParam('lotId') lotId: string): Promise<ContractsView> {
    const seesAll = (await this.bids.sightOf(this.db, lotId, caller)) === 'all';
    const suppliers = seesAll ? null : biddersOf(caller);
    return { data: await this.reader.contractsOf(this.db, lotId, suppliers) };
  }

  /** A supplier signs for what it was awarded. */
  @Post('lots/:lotId/contracts/:supplierId/sign')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Problems(401, 403, 404, 409)
  sign(
    @Caller() caller: Principal,
    @UuidParam('lotId') lotId: string,
    @UuidParam('supplierId') supplierId: string,
  ): Promise<void> {
    return this.signContract.sign(caller.personId, lotId, supplierId);
  }

  /** A supplier declines: its bid is out, and the lot is awarded anew among the others. */
  @Post('lots/:lotId/contracts/:supplierId/decline')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Problems(401, 403, 404, 409)
  decline(
    @Caller() caller: Principal,
    @UuidParam('lotId') lotId: string,
    @UuidParam('supplierId') supplierId: string,
    @Body() body: DeclineBody,
  ): Promise<void> {
    return this.signContract.decline(caller.personId, lotId, supplierId, body.reason);
  }
}
