import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Db } from '../../../platform/db/db.js';
import { Problems } from '../../../platform/http/problems.js';
import { RegionListView, RegionsQuery } from './region.dto.js';
import { RegionReader } from './region.reader.js';

@ApiTags('party')
@Controller('api/v1/regions')
export class RegionController {
  constructor(
    private readonly db: Db,
    private readonly regions: RegionReader,
  ) {}

  /** Districts and villages of a city: what a party's place is chosen from. */
  @Get()
  @ApiOkResponse({ type: RegionListView })
  @Problems()
  async listRegions(@Query() { within }: RegionsQuery): Promise<RegionListView> {
    return { data: await this.regions.within(this.db, within) };
  }
}
