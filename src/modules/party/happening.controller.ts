import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Db } from '../../platform/db/db.js';
import { PageQuery } from '../../platform/http/page.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { HappeningPage } from './happening.dto.js';
import { HappeningReader } from './happening.reader.js';

@ApiTags('party')
@Controller('api/v1/parties/:partyId/happenings')
export class HappeningController {
  constructor(
    private readonly db: Db,
    private readonly happenings: HappeningReader,
  ) {}

  /** What happened to a party, newest first: its own members, and who oversees all. */
  @Get()
  @ApiOkResponse({ type: HappeningPage })
  @Problems(401, 403, 404)
  listHappenings(@UuidParam('partyId') partyId: string, @Query() query: PageQuery): Promise<HappeningPage> {
    return this.happenings.page(this.db, partyId, query);
  }
}
