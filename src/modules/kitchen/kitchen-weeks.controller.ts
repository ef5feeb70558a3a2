import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { KitchenWeeksView } from './kitchen.dto.js';
import { KitchenReader } from './kitchen.reader.js';

@ApiTags('kitchen')
@Controller('api/v1/kitchens/:kitchenId/requirements')
export class KitchenWeeksController {
  constructor(
    private readonly db: Db,
    private readonly kitchens: KitchenReader,
  ) {}

  /** The weeks a kitchen has written something for, the newest first, a year of them at most. */
  @Get()
  @ApiOkResponse({ type: KitchenWeeksView })
  @Problems(401, 403)
  async weeks(
    @Caller() principal: Principal,
    @UuidParam('kitchenId') kitchenId: string,
  ): Promise<KitchenWeeksView> {
    return { data: await this.kitchens.weeksFor(this.db, principal, kitchenId) };
  }
}
