import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Db } from '../../platform/db/db.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { ComingListView, ComingQuery } from './coming.dto.js';
import { ComingReader } from './coming.reader.js';

@ApiTags('monitoring')
@Controller('api/v1/kitchens/:kitchenId/coming')
export class ComingController {
  constructor(
    private readonly db: Db,
    private readonly reader: ComingReader,
  ) {}

  /** What a kitchen needs, day by day: where each is, from whom it comes, and once it was counted how much was sound. */
  @Get()
  @ApiOkResponse({ type: ComingListView })
  @Problems(401, 403)
  async list(
    @UuidParam('kitchenId') kitchenId: string,
    @Query() { from }: ComingQuery,
  ): Promise<ComingListView> {
    // The kitchen's needs are the caller's to see; what became of them is in documents of its koperasi and suppliers.
    return { data: await this.reader.comingTo(this.db.across('trace'), kitchenId, from ?? null) };
  }
}
