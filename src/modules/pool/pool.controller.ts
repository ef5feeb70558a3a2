import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { refusePool } from '../../core/pool/refusals.js';
import { AllowAnyone, AllowMembers, AllowSignedIn, inBody, ofRow } from '../../platform/auth/allow.js';
import { Caller, Visitor } from '../../platform/auth/caller.js';
import { partiesOf, type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { Identified } from '../../platform/http/identified.js';
import { pageLimit, pageOf } from '../../platform/http/page.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { AwardRuleReader } from './award-rule.reader.js';
import { ClosePool } from './close-pool.action.js';
import { CreatePool, type PoolRequest } from './create-pool.action.js';
import { DistributionReader } from './distribution.reader.js';
import { GradeReader } from './grade.reader.js';
import { OpenPool } from './open-pool.action.js';
import {
  ClosePoolBody,
  CreatePoolBody,
  PoolDetailView,
  PoolPageView,
  PoolTotalsView,
  PoolsQuery,
} from './pool.dto.js';
import { PoolReader, type PoolRow } from './pool.reader.js';
import { PricingReader } from './pricing.reader.js';
import { RescueReader } from './rescue.reader.js';
import { showItem, termsOf } from './show-distribution.js';
import { showSteps, stepsOf } from './pool-steps.js';

const requestOf = (body: CreatePoolBody): PoolRequest => ({
  organiserId: body.organiserId,
  title: body.title,
  regionCode: body.regionCode,
  side: body.side ?? 'buy',
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
});

const ownPool = ofRow('pool', 'organiser_id', 'poolId');

@ApiTags('pool')
@Controller('api/v1/pools')
export class PoolController {
  constructor(
    private readonly db: Db,
    private readonly reader: PoolReader,
    private readonly awardRules: AwardRuleReader,
    private readonly pricings: PricingReader,
    private readonly rescues: RescueReader,
    private readonly distributions: DistributionReader,
    private readonly grades: GradeReader,
    private readonly createPool: CreatePool,
    private readonly openPool: OpenPool,
    private readonly closePool: ClosePool,
  ) {}

  /** Drafts a pool. */
  @Post()
  @AllowMembers({ kind: 'organiser', roles: ['officer', 'chair'], owner: inBody('organiserId') })
  @ApiCreatedResponse({ type: Identified })
  @Problems(401, 403, 404, 409, 422)
  async create(@Caller() caller: Principal, @Body() body: CreatePoolBody): Promise<Identified> {
    return { id: await this.createPool.run(caller.personId, requestOf(body)) };
  }

  /** Pools that have been opened, newest first; an organiser sees its drafts too. */
  @Get()
  @AllowSignedIn()
  @ApiOkResponse({ type: PoolPageView })
  @Problems(401)
  async list(@Caller() caller: Principal, @Query() query: PoolsQuery): Promise<PoolPageView> {
    const limit = pageLimit(query);
    const rows = await this.reader.page(
      this.db,
      query.state ?? null,
      partiesOf(caller, 'organiser'),
      query.cursor ?? null,
      limit + 1,
    );
    return pageOf(rows, limit, (row) => row.id);
  }

  /** A pool that has been opened, with its items: public; a draft is shown to its organiser. */
  @Get(':poolId')
  @AllowAnyone()
  @ApiOkResponse({ type: PoolDetailView })
  @Problems(404)
  async show(
    @Visitor() visitor: Principal | undefined,
    @UuidParam('poolId') poolId: string,
  ): Promise<PoolDetailView> {
    const items = await this.reader.itemsOf(this.db, poolId);
    const terms = await this.distributions.ofPool(this.db, poolId);
    const grades = await this.grades.ofPool(this.db, poolId);
    const pool = await this.shown(visitor, poolId);
    return {
      ...pool,
      items: items.map((item) => showItem(pool.side, item, terms, grades)),
      steps: showSteps(await stepsOf(this.db, poolId)),
      award: await this.awardRules.ruleOf(this.db, poolId),
      pricing: await this.pricings.pricingOf(this.db, poolId),
      rescue: await this.rescues.rescueOf(this.db, poolId),
    };
  }

  /** How much is committed per item and kecamatan: public. */
  @Get(':poolId/totals')
  @AllowAnyone()
  @ApiOkResponse({ type: PoolTotalsView })
  @Problems(404)
  async totals(
    @Visitor() visitor: Principal | undefined,
    @UuidParam('poolId') poolId: string,
  ): Promise<PoolTotalsView> {
    await this.shown(visitor, poolId);
    return { data: await this.reader.totalsOf(this.db, poolId) };
  }

  @Post(':poolId/open')
  @HttpCode(204)
  @AllowMembers({ kind: 'organiser', roles: ['officer', 'chair'], owner: ownPool })
  @ApiNoContentResponse()
  @Problems(401, 403, 404, 409, 422)
  open(@Caller() caller: Principal, @UuidParam('poolId') poolId: string): Promise<void> {
    return this.openPool.run(caller.personId, poolId);
  }

  /** Closes before its time; the worker then forms lots. */
  @Post(':poolId/close')
  @HttpCode(204)
  @AllowMembers({ kind: 'organiser', roles: ['officer', 'chair'], owner: ownPool })
  @ApiNoContentResponse()
  @Problems(401, 403, 404, 409)
  close(
    @Caller() caller: Principal,
    @UuidParam('poolId') poolId: string,
    @Body() body: ClosePoolBody,
  ): Promise<void> {
    return this.closePool.byHand(caller.personId, poolId, body.reason);
  }

  private async shown(visitor: Principal | undefined, poolId: string): Promise<PoolRow> {
    const pool = await this.reader.poolById(this.db, poolId);
    const isOwn = visitor !== undefined && partiesOf(visitor, 'organiser').includes(pool?.organiserId ?? '');
    if (pool === undefined || (pool.state === 'draft' && !isOwn)) throw refusePool('POOL_NOT_FOUND');
    return pool;
  }
}
