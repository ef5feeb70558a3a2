import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { pageLimit, pageOf } from '../../platform/http/page.js';
import { Problems } from '../../platform/http/problems.js';
import { SettlementQuery } from './settlement.dto.js';
import { ClosingCreditPageView, LotClosingPageView, SupplierBillPageView } from './statement.dto.js';
import { StatementReader, type StatementPage } from './statement.reader.js';

/** One entry more than asked for: it tells whether there is a next page. */
const pageAfter = (query: SettlementQuery): StatementPage => ({
  poolId: query.poolId ?? null,
  cursor: query.cursor ?? null,
  limit: pageLimit(query) + 1,
});

@ApiTags('settlement')
@Controller('api/v1')
export class StatementController {
  constructor(
    private readonly db: Db,
    private readonly reader: StatementReader,
  ) {}

  /** What koperasi got back when lots closed: own, of the organiser's pools, or all for observers. */
  @Get('closing-credits')
  @ApiOkResponse({ type: ClosingCreditPageView })
  @Problems(401)
  async credits(
    @Caller() caller: Principal,
    @Query() query: SettlementQuery,
  ): Promise<ClosingCreditPageView> {
    const rows = await this.reader.creditPage(this.db, caller, pageAfter(query));
    return pageOf(rows, pageLimit(query), (row) => row.id);
  }

  /** What lots came to: those that the caller has a line in, of the organiser's pools, or all for observers. */
  @Get('lot-closings')
  @ApiOkResponse({ type: LotClosingPageView })
  @Problems(401)
  async closings(@Caller() caller: Principal, @Query() query: SettlementQuery): Promise<LotClosingPageView> {
    const rows = await this.reader.closingPage(this.db, caller, pageAfter(query));
    return pageOf(rows, pageLimit(query), (row) => row.lotId);
  }

  /** What suppliers billed, by drop: own, of the organiser's pools, or all for observers. */
  @Get('supplier-bills')
  @ApiOkResponse({ type: SupplierBillPageView })
  @Problems(401)
  async bills(@Caller() caller: Principal, @Query() query: SettlementQuery): Promise<SupplierBillPageView> {
    const rows = await this.reader.billPage(this.db, caller, pageAfter(query));
    return pageOf(rows, pageLimit(query), (row) => row.dropId);
  }
}
