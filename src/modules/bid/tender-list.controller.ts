import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Db } from '../../platform/db/db.js';
import { pageLimit, pageOf } from '../../platform/http/page.js';
import { TenderListPage, TendersQuery } from './tender-list.dto.js';
import { TenderListReader } from './tender-list.reader.js';

@ApiTags('bid')
@Controller('api/v1/tenders')
export class TenderListController {
  constructor(
    private readonly db: Db,
    private readonly reader: TenderListReader,
  ) {}

  /** Lots that bids are asked for now, over all pools, the earliest deadline first: public. */
  @Get()
  @ApiOkResponse({ type: TenderListPage })
  async list(@Query() query: TendersQuery): Promise<TenderListPage> {
    const limit = pageLimit(query);
    const rows = await this.reader.asked(this.db, query.regionCode ?? null, query.cursor ?? null, limit + 1);
    return pageOf(rows, limit, ({ lotId }) => lotId);
  }
}
