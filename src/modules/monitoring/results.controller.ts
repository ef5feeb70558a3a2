import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { refusePool } from '../../core/pool/refusals.js';
import { Visitor } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { pageOf } from '../../platform/http/page.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { PoolReader, type PoolRow } from '../pool/index.js';
import { PoolBroughtPageView, type PoolBroughtView, PoolResultsView, ResultsQuery } from './results.dto.js';
import { ResultsReader, type ToldResults } from './results.reader.js';

const showBrought = (
  { id: poolId, title, regionCode, side, purpose, closedAt }: PoolRow,
  { koperasiCount, togetherRp, aloneRp, savedRp }: ToldResults,
) => ({
  ...{ poolId, title, regionCode, side, purpose, closedAt },
  ...{ koperasiCount, togetherRp, aloneRp, savedRp },
});

@ApiTags('monitoring')
@Controller('api/v1')
export class ResultsController {
  constructor(
    private readonly db: Db,
    private readonly pools: PoolReader,
    private readonly reader: ResultsReader,
  ) {}

  /** What settled pools brought together against alone, the newest first: public. */
  @Get('pool-results')
  @ApiOkResponse({ type: PoolBroughtPageView })
  @Problems()
  async list(@Query() { cursor, limit = 6 }: ResultsQuery): Promise<PoolBroughtPageView> {
    const pools = await this.pools.page(this.db, { state: 'settled' }, [], cursor ?? null, limit + 1);
    const { data, nextCursor } = pageOf(pools, limit, (pool) => pool.id);
    const across = this.db.across('pool-results');
    const brought: PoolBroughtView[] = [];
    // One after the other: a visitor of the front page needs no more than one connection.
    for (const pool of data) brought.push(showBrought(pool, await this.reader.resultsOf(across, pool)));
    return { data: brought, nextCursor };
  }

  /** What a pool brought, of the lots whose contract is signed: per lot and kecamatan to everybody, per koperasi to its members. */
  @Get('pools/:poolId/results')
  @ApiOkResponse({ type: PoolResultsView })
  @Problems(404)
  async show(
    @Visitor() visitor: Principal | undefined,
    @UuidParam('poolId') poolId: string,
  ): Promise<PoolResultsView> {
    const pool = await this.pools.poolById(this.db, poolId);
    if (pool === undefined || pool.state === 'draft') throw refusePool('POOL_NOT_FOUND');
    const results = await this.reader.resultsOf(this.db.across('pool-results'), pool);
    const brought = showBrought(pool, results);
    const isInsider =
      visitor !== undefined && (await this.pools.isInsider(this.db, poolId, visitor)) === true;
    return {
      ...brought,
      lots: [...results.lots],
      districts: [...results.districts],
      koperasi: isInsider ? [...results.koperasi] : null,
    };
  }
}
