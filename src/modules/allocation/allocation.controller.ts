import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { refuseAllocation } from '../../core/allocation/refusals.js';
import { wordLeftOut } from '../../core/award/word-left-out.js';
import { refuseLot } from '../../core/lot/refusals.js';
import { Caller } from '../../platform/auth/caller.js';
import { oversees, partiesOf, type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { PageQuery, pageLimit, pageOf } from '../../platform/http/page.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { LotReader } from '../lot/index.js';
import { PoolReader } from '../pool/index.js';
import { SharePageView, type ShareView } from './allocation.dto.js';
import { AllocationReader, type ShareRow } from './allocation.reader.js';

const unsaid = { reason: null, reasonId: null, reasonEn: null, wouldPacks: null, wouldAmountRp: null };

const asSupplierSees = (share: ShareRow): ShareView => ({
  ...share,
  askedPacks: null,
  allocatedPacks: null,
  draw: null,
  amountRp: null,
  ...unsaid,
});

/** Why a line gets nothing tells of its limit: that is for its own koperasi, the organiser and who oversees all. */
const asMemberSees =
  (caller: Principal, organiserId: string) =>
  (share: ShareRow): ShareView => {
    const isOwn = partiesOf(caller, 'koperasi', 'organiser').some((partyId) =>
      [share.koperasiId, organiserId].includes(partyId),
    );
    if (share.reason === null || !(isOwn || oversees(caller))) return { ...share, ...unsaid };
    const { wouldPacks, wouldAmountRp } = share;
    const would = wouldPacks === null ? null : { packs: wouldPacks, amountRp: wouldAmountRp ?? 0 };
    const { id: reasonId, en: reasonEn } = wordLeftOut(share.reason, would);
    return { ...share, reasonId, reasonEn };
  };

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
    return pageOf<ShareView>(
      rows.map(seesAll ? asMemberSees(caller, lot.organiserId) : asSupplierSees),
      limit,
      (row) => row.lineId,
    );
  }
}
