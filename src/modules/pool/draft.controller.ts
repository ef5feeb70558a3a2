import { Body, Controller, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { refusePool } from '../../core/pool/refusals.js';
import { Caller } from '../../platform/auth/caller.js';
import type { Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { Identified } from '../../platform/http/identified.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { CreatePool } from './create-pool.action.js';
import { CreatePoolBody, DeclarePoolBody } from './create-pool.dto.js';
import type { PoolRequest } from './declare-pool.js';
import { DiscardDraft } from './discard-draft.action.js';
import { NamedPeopleView } from './named-people.dto.js';
import { DiscardDraftBody } from './pool.dto.js';
import { sealOf } from './pool-seal.js';
import { stepsOf } from './pool-steps.js';
import { PoolReader } from './pool.reader.js';
import { RedeclareDraft } from './redeclare-draft.action.js';
import { ReviseDraft } from './revise-draft.action.js';
import { RevisedDraftView, ReviseDraftBody } from './revise-draft.dto.js';
import { termsOf } from './show-distribution.js';

const requestOf = (body: DeclarePoolBody): Omit<PoolRequest, 'organiserId'> => ({
  title: body.title,
  regionCode: body.regionCode,
  side: body.side ?? 'buy',
  contractMode: body.contractMode ?? 'direct',
  purpose: body.purpose ?? 'ordinary',
  rationingRule: body.rationingRule ?? 'proportional',
  closesAt: new Date(body.closesAt),
  biddingPeriodS: body.biddingPeriodS,
  neededFrom: body.neededFrom,
  neededUntil: body.neededUntil,
  items: body.items.map(({ distribution, ...item }) =>
    distribution === undefined ? item : { ...item, distribution: termsOf(distribution) },
  ),
  ...(body.steps === undefined ? {} : { steps: body.steps }),
  ...(body.award === undefined ? {} : { award: body.award }),
  ...(body.pricing === undefined ? {} : { pricing: body.pricing }),
  rescue: body.rescue,
  ...(body.seal === undefined ? {} : { seal: body.seal }),
  ...(body.deposit === undefined ? {} : { deposit: body.deposit }),
  ...(body.dueBy === undefined ? {} : { dueBy: body.dueBy }),
});

/** Pools before they open: drafted, changed, discarded. */
@ApiTags('pool')
@Controller('api/v1/pools')
export class DraftController {
  constructor(
    private readonly db: Db,
    private readonly reader: PoolReader,
    private readonly createPool: CreatePool,
    private readonly reviseDraft: ReviseDraft,
    private readonly redeclareDraft: RedeclareDraft,
    private readonly discardDraft: DiscardDraft,
  ) {}

  /** Drafts a pool. */
  @Post()
  @ApiCreatedResponse({ type: Identified })
  @Problems(401, 403, 404, 409, 422)
  async create(@Caller() caller: Principal, @Body() body: CreatePoolBody): Promise<Identified> {
    const request = { ...requestOf(body), organiserId: body.organiserId };
    return { id: await this.createPool.run(caller.personId, request) };
  }

  /** Changes the name and the times of a draft; what it declares besides stands. */
  @Patch(':poolId')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version seen.' })
  @ApiOkResponse({ type: RevisedDraftView })
  @Problems(401, 403, 404, 409, 412, 422, 428)
  async revise(
    @Caller() caller: Principal,
    @UuidParam('poolId') poolId: string,
    @IfMatch() seen: number,
    @Body() body: ReviseDraftBody,
  ): Promise<RevisedDraftView> {
    return { version: await this.reviseDraft.run(caller.personId, poolId, seen, body) };
  }

  /** Declares a draft anew, whole: what is left out is as usual, as in a new one. */
  @Put(':poolId/declaration')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version seen.' })
  @ApiOkResponse({ type: RevisedDraftView })
  @Problems(401, 403, 404, 409, 412, 422, 428)
  async redeclare(
    @Caller() caller: Principal,
    @UuidParam('poolId') poolId: string,
    @IfMatch() seen: number,
    @Body() body: DeclarePoolBody,
  ): Promise<RevisedDraftView> {
    return { version: await this.redeclareDraft.run(caller.personId, poolId, seen, requestOf(body)) };
  }

  /** Whom a pool names for its steps and its seal. */
  @Get(':poolId/named-people')
  @ApiOkResponse({ type: NamedPeopleView })
  @Problems(401, 403, 404)
  async named(@UuidParam('poolId') poolId: string): Promise<NamedPeopleView> {
    if ((await this.reader.poolById(this.db, poolId)) === undefined) throw refusePool('POOL_NOT_FOUND');
    const [steps, seal] = await Promise.all([stepsOf(this.db, poolId), sealOf(this.db, poolId)]);
    const named = ({ holderId, deputyId }: (typeof steps)['proposal']) => ({ holderId, deputyId });
    return {
      proposal: named(steps.proposal),
      answer: named(steps.answer),
      approval: named(steps.approval),
      sealHolderIds: seal.holderPersonIds,
      sealDeputyId: seal.deputyId,
    };
  }

  /** Nothing comes of a draft: it binds nobody whom it named, and never opens. */
  @Post(':poolId/discard')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Problems(401, 403, 404, 409)
  discard(
    @Caller() caller: Principal,
    @UuidParam('poolId') poolId: string,
    @Body() body: DiscardDraftBody,
  ): Promise<void> {
    return this.discardDraft.run(caller.personId, poolId, body.reason);
  }
}
