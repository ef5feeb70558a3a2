import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { refusePool } from '../../core/pool/refusals.js';
import { Caller, Visitor } from '../../platform/auth/caller.js';
import { partiesOf, type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { pageLimit, pageOf } from '../../platform/http/page.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { AwardRuleReader } from './award-rule.reader.js';
import { ClosePool } from './close-pool.action.js';
import { DistributionReader } from './distribution.reader.js';
import { GradeReader } from './grade.reader.js';
import { OpenPool } from './open-pool.action.js';
import { ClosePoolBody, PoolDetailView, PoolPageView, PoolTotalsView, PoolsQuery } from './pool.dto.js';
import { PoolReader, type PoolRow } from './pool.reader.js';
import { PricingReader } from './pricing.reader.js';
import { RescueReader } from './rescue.reader.js';
import { showItem } from './show-distribution.js';
import { depositOfPool } from './deposit/keep-deposit.js';
import { plainDeposit } from '../../core/pool/deposit/declare-deposit.js';
import { sealOf, showSeal } from './pool-seal.js';
import { showSteps, stepsOf } from './pool-steps.js';

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
    private readonly openPool: OpenPool,
    private readonly closePool: ClosePool,
  ) {}

  /** Pools that have been opened, newest first; an organiser sees its drafts too. */
  @Get()
  @ApiOkResponse({ type: PoolPageView })
  @Problems(401)
  async list(@Visitor() visitor: Principal | undefined, @Query() query: PoolsQuery): Promise<PoolPageView> {
    const limit = pageLimit(query);
    const rows = await this.reader.page(
      this.db,
      { state: query.state ?? null, organiserId: query.organiserId ?? null },
      visitor === undefined ? [] : partiesOf(visitor, 'organiser'),
      query.cursor ?? null,
      limit + 1,
    );
    return pageOf(rows, limit, (row) => row.id);
  }

  /** A pool that has been opened, with its items: public; a draft is shown to its organiser. */
  @Get(':poolId')
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
      seal: showSeal(await sealOf(this.db, poolId)),
      ...((await depositOfPool(this.db, poolId)) ?? { deposit: plainDeposit, dueBy: 'bid' }),
      rescue: await this.rescues.rescueOf(this.db, poolId),
    };
  }

  /** How much is committed per item and kecamatan: public. */
  @Get(':poolId/totals')
  @ApiOkResponse({ type: PoolTotalsView })
  @Problems(404)
  async totals(
    @Visitor() visitor: Principal | undefined,
    @UuidParam('poolId') poolId: string,
  ): Promise<PoolTotalsView> {
    await this.shown(visitor, poolId);
    return { data: await this.reader.totalsOf(this.db.across('pool-totals'), poolId) };
  }

  @Post(':poolId/open')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Problems(401, 403, 404, 409, 422)
  open(@Caller() caller: Principal, @UuidParam('poolId') poolId: string): Promise<void> {
    return this.openPool.run(caller.personId, poolId);
  }

  /** Closes before its time; the worker then forms lots. */
  @Post(':poolId/close')
  @HttpCode(204)
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
