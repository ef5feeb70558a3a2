import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { refusePool } from '../../../core/pool/refusals.js';
import { Caller } from '../../../platform/auth/caller.js';
import { oversees, partiesOf, type Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { Identified } from '../../../platform/http/identified.js';
import { PageQuery, pageLimit, pageOf } from '../../../platform/http/page.js';
import { Problems } from '../../../platform/http/problems.js';
import { UuidParam } from '../../../platform/http/uuid-param.js';
import { PoolReader } from '../pool.reader.js';
import { CarryDeposit } from './carry-deposit.action.js';
import {
  CarryDepositBody,
  DepositPageView,
  ExposurePage,
  ExposureView,
  LimitPage,
  OwnDepositPageView,
  SetLimitBody,
} from './deposit.dto.js';
import { DepositReader } from './deposit.reader.js';
import { ExposureReader, type StandingExposure } from './exposure.reader.js';
import { SetLimit } from './set-limit.action.js';

/** Beside it what would still fit. */
const withLeft = <Standing extends StandingExposure>(
  standing: Standing,
): Standing & { leftRp: number | null } => {
  const { limitRp, unpaidRp, committedRp } = standing;
  return { ...standing, leftRp: limitRp === null ? null : Math.max(0, limitRp - unpaidRp - committedRp) };
};

@ApiTags('pool')
@Controller('api/v1')
export class DepositController {
  private readonly deposits = new DepositReader();
  private readonly exposures = new ExposureReader();

  constructor(
    private readonly db: Db,
    private readonly pools: PoolReader,
    private readonly carryDeposit: CarryDeposit,
    private readonly setLimit: SetLimit,
  ) {}

  /** What koperasi deposited on a pool and what became of it: own, of the organiser's pool, or all for observers. */
  @Get('pools/:poolId/deposits')
  @ApiOkResponse({ type: DepositPageView })
  @Problems(401, 403, 404)
  async list(
    @Caller() caller: Principal,
    @UuidParam('poolId') poolId: string,
    @Query() query: PageQuery,
  ): Promise<DepositPageView> {
    const pool = await this.pools.poolById(this.db, poolId);
    if (pool === undefined) throw refusePool('POOL_NOT_FOUND');
    const seesAll = oversees(caller) || partiesOf(caller, 'organiser').includes(pool.organiserId);
    const own = seesAll ? null : partiesOf(caller, 'koperasi');
    const limit = pageLimit(query);
    const rows = await this.deposits.page(this.db, poolId, own, query.cursor ?? null, limit + 1);
    return pageOf(rows, limit, (row) => row.id);
  }

  /** Consents that what goes back of this pool's deposit counts in another pool instead, as far as it asks for one. */
  @Post('pools/:poolId/deposits/carry')
  @ApiCreatedResponse({ type: Identified })
  @Problems(401, 403, 404, 409, 422)
  async carry(
    @Caller() caller: Principal,
    @UuidParam('poolId') poolId: string,
    @Body() { koperasiId, toPoolId }: CarryDepositBody,
  ): Promise<Identified> {
    return { id: await this.carryDeposit.ask(caller.personId, poolId, koperasiId, toPoolId) };
  }

  /** Sets what a koperasi of the organiser's region may have ordered and not paid at most, from a moment on. */
  @Post('parties/:partyId/exposure-limits')
  @ApiCreatedResponse({ type: Identified })
  @Problems(401, 403, 404, 422)
  async limit(
    @Caller() caller: Principal,
    @UuidParam('partyId') organiserId: string,
    @Body() { effectiveFrom, ...body }: SetLimitBody,
  ): Promise<Identified> {
    const from = effectiveFrom === undefined ? {} : { effectiveFrom: new Date(effectiveFrom) };
    return { id: await this.setLimit.run(caller.personId, organiserId, { ...body, ...from }) };
  }

  /** Limits that an organiser set, or that were set for a koperasi, the last set first. */
  @Get('parties/:partyId/exposure-limits')
  @ApiOkResponse({ type: LimitPage })
  @Problems(401, 403)
  async limits(@UuidParam('partyId') partyId: string, @Query() query: PageQuery): Promise<LimitPage> {
    const limit = pageLimit(query);
    const rows = await this.exposures.limits(this.db, partyId, query.cursor ?? null, limit + 1);
    return pageOf(rows, limit, ({ id }) => id);
  }

  /** What a koperasi has ordered and not paid with an organiser, beside its limit. */
  @Get('parties/:partyId/exposures/:koperasiId')
  @ApiOkResponse({ type: ExposureView })
  @Problems(401, 403)
  async exposure(
    @UuidParam('partyId') organiserId: string,
    @UuidParam('koperasiId') koperasiId: string,
  ): Promise<ExposureView> {
    return withLeft(await this.exposures.standing(this.db, organiserId, koperasiId));
  }

  /** The same with every organiser that a koperasi orders with, or of every koperasi that orders with an organiser. */
  @Get('parties/:partyId/exposures')
  @ApiOkResponse({ type: ExposurePage })
  @Problems(401, 403)
  async listExposures(
    @UuidParam('partyId') partyId: string,
    @Query() query: PageQuery,
  ): Promise<ExposurePage> {
    const limit = pageLimit(query);
    const rows = await this.exposures.ofParty(this.db, partyId, query.cursor ?? null, limit + 1);
    return pageOf(rows.map(withLeft), limit, ({ organiserId, koperasiId }) =>
      organiserId === partyId ? koperasiId : organiserId,
    );
  }

  /** What a koperasi deposited on all pools, and what became of it. */
  @Get('parties/:partyId/deposits')
  @ApiOkResponse({ type: OwnDepositPageView })
  @Problems(401, 403)
  async listOwnDeposits(
    @UuidParam('partyId') koperasiId: string,
    @Query() query: PageQuery,
  ): Promise<OwnDepositPageView> {
    const limit = pageLimit(query);
    const rows = await this.deposits.ofKoperasi(this.db, koperasiId, query.cursor ?? null, limit + 1);
    const heldRp = await this.deposits.heldOf(this.db, koperasiId);
    return { ...pageOf(rows, limit, (row) => row.id), heldRp };
  }
}
