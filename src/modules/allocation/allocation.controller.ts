import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { refuseAllocation } from '../../core/allocation/refusals.js';
import { refuseLot } from '../../core/lot/refusals.js';
import { AllowSignedIn } from '../../platform/auth/allow.js';
import { Caller } from '../../platform/auth/caller.js';
import { partiesOf, type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { PageQuery, pageLimit, pageOf } from '../../platform/http/page.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { LotReader } from '../lot/index.js';
import { PoolReader } from '../pool/index.js';
import { SharePageView, type ShareView } from './allocation.dto.js';
import { AllocationReader, type ShareRow } from './allocation.reader.js';

const asSupplierSees = (share: ShareRow): ShareView => ({
  ...share,
  askedPacks: null,
  allocatedPacks: null,
  draw: null,
});

@ApiTags('allocation')
@Controller('api/v1/lots/:lotId')
export class AllocationController {
  constructor(
    private readonly db: Db,
    private readonly reader: AllocationReader,
    private readonly pools: PoolReader,
    private readonly lots: LotReader,
  ) {}

  /** How a lot was shared out: members of the pool see every line and its draw, a supplier its own packs. */
  @Get('shares')
  @AllowSignedIn()
  @ApiOkResponse({ type: SharePageView })
  @Problems(401, 403, 404)
  async shares(
    @Caller() caller: Principal,
    @UuidParam('lotId') lotId: string,
    @Query() query: PageQuery,
  ): Promise<SharePageView> {
    const lot = await this.lots.lotById(this.db, lotId);
    if (lot === undefined) throw refuseLot('LOT_NOT_FOUND');
    const seesAll = (await this.pools.isInsider(this.db, lot.poolId, caller)) === true;
    const suppliers = partiesOf(caller, 'supplier');
    if (!seesAll && suppliers.length === 0) throw refuseAllocation('NOT_OF_THIS_POOL');
    const limit = pageLimit(query);
    const cursor = query.cursor ?? null;
    const rows = await this.reader.sharePage(this.db, lotId, seesAll ? null : suppliers, cursor, limit + 1);
    return pageOf<ShareView>(seesAll ? rows : rows.map(asSupplierSees), limit, (row) => row.lineId);
  }
}
