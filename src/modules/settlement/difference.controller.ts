import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { pageLimit, pageOf, PageQuery } from '../../platform/http/page.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { DropDifferencePageView } from './difference.dto.js';
import { DifferenceReader } from './difference.reader.js';

@ApiTags('settlement')
@Controller('api/v1/pools/:poolId/differences')
export class DifferenceController {
  constructor(
    private readonly db: Db,
    private readonly reader: DifferenceReader,
  ) {}

  /** What of a pool's drops came short, damaged or is set aside, and what became of it: for its organiser and observers. */
  @Get()
  @ApiOkResponse({ type: DropDifferencePageView })
  @Problems(401, 403, 404)
  async listDifferences(
    @Caller() caller: Principal,
    @UuidParam('poolId') poolId: string,
    @Query() query: PageQuery,
  ): Promise<DropDifferencePageView> {
    const limit = pageLimit(query);
    const rows = await this.reader.page(this.db, caller, poolId, query.cursor ?? null, limit + 1);
    return pageOf(rows, limit, (row) => row.dropId);
  }
}
