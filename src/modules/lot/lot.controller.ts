import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { refuseLot } from '../../core/lot/refusals.js';
import { refusePool } from '../../core/pool/refusals.js';
import { Caller } from '../../platform/auth/caller.js';
import { oversees, partiesOf, type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { PageQuery, pageLimit, pageOf } from '../../platform/http/page.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { PoolReader } from '../pool/index.js';
import { LotView, MemberLinePageView, PoolLotsView } from './lot.dto.js';
import { LotReader, type LotRow } from './lot.reader.js';

/** Whose lines the caller sees: null stands for all. */
const seenBy = (caller: Principal, organiserId: string): string[] | null =>
  oversees(caller) || partiesOf(caller, 'organiser').includes(organiserId)
    ? null
    : partiesOf(caller, 'koperasi');

@ApiTags('lot')
@Controller('api/v1')
export class LotController {
  constructor(
    private readonly db: Db,
    private readonly reader: LotReader,
    private readonly pools: PoolReader,
  ) {}

  /** The lots of a closed pool with their demand per kecamatan: public. */
  @Get('pools/:poolId/lots')
  @ApiOkResponse({ type: PoolLotsView })
  @Problems(404)
  async list(@UuidParam('poolId') poolId: string): Promise<PoolLotsView> {
    const pool = await this.pools.poolById(this.db, poolId);
    if (pool === undefined || pool.state === 'draft') throw refusePool('POOL_NOT_FOUND');
    return { data: await this.withZones(await this.reader.lotsOfPool(this.db, poolId)) };
  }

  /** One lot: public. */
  @Get('lots/:lotId')
  @ApiOkResponse({ type: LotView })
  @Problems(404)
  async show(@UuidParam('lotId') lotId: string): Promise<LotView> {
    const [lot] = await this.withZones([await this.lot(lotId)]);
    if (lot === undefined) throw refuseLot('LOT_NOT_FOUND');
    return lot;
  }

  /** A koperasi sees its own lines; the pool's organiser and the observers see all. */
  @Get('lots/:lotId/lines')
  @ApiOkResponse({ type: MemberLinePageView })
  @Problems(401, 403, 404)
  async lines(
    @Caller() caller: Principal,
    @UuidParam('lotId') lotId: string,
    @Query() query: PageQuery,
  ): Promise<MemberLinePageView> {
    const { organiserId } = await this.lot(lotId);
    const limit = pageLimit(query);
    const seen = seenBy(caller, organiserId);
    const rows = await this.reader.linePage(this.db, lotId, seen, query.cursor ?? null, limit + 1);
    return pageOf(rows, limit, (row) => row.lineId);
  }

  /** Lines that are in no lot, each with its reason; seen by the same as the lines of lots. */
  @Get('pools/:poolId/refused-lines')
  @ApiOkResponse({ type: MemberLinePageView })
  @Problems(401, 403, 404)
  async refused(
    @Caller() caller: Principal,
    @UuidParam('poolId') poolId: string,
    @Query() query: PageQuery,
  ): Promise<MemberLinePageView> {
    const pool = await this.pools.poolById(this.db, poolId);
    if (pool === undefined) throw refusePool('POOL_NOT_FOUND');
    const limit = pageLimit(query);
    const seen = seenBy(caller, pool.organiserId);
    const rows = await this.reader.refusedPage(this.db, poolId, seen, query.cursor ?? null, limit + 1);
    return pageOf(rows, limit, (row) => row.lineId);
  }

  private async lot(lotId: string): Promise<LotRow> {
    const lot = await this.reader.lotById(this.db, lotId);
    if (lot === undefined) throw refuseLot('LOT_NOT_FOUND');
    return lot;
  }

  private async withZones(lots: readonly LotRow[]): Promise<LotView[]> {
    const zones = await this.reader.zonesOf(
      this.db,
      lots.map((lot) => lot.id),
    );
    return lots.map((lot) => ({
      id: lot.id,
      poolId: lot.poolId,
      itemId: lot.itemId,
      mode: lot.mode,
      commodityCode: lot.commodityCode,
      commodityNameId: lot.commodityNameId,
      commodityNameEn: lot.commodityNameEn,
      packCode: lot.packCode,
      packNameId: lot.packNameId,
      packNameEn: lot.packNameEn,
      packSizeMilli: lot.packSizeMilli,
      baseUnit: lot.baseUnit,
      side: lot.side,
      ceilingRpPerUnit: lot.ceilingRpPerUnit,
      state: lot.state,
      quantityPacks: lot.quantityPacks,
      lineCount: lot.lineCount,
      koperasiCount: lot.koperasiCount,
      failedReason: lot.failedReason,
      formedAt: lot.formedAt,
      zones: zones.filter((zone) => zone.lotId === lot.id).map(({ lotId: _, ...zone }) => zone),
    }));
  }
}
