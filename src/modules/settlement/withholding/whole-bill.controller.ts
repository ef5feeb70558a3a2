import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../../platform/auth/caller.js';
import { type Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { Identified } from '../../../platform/http/identified.js';
import { pageLimit, pageOf } from '../../../platform/http/page.js';
import { Problems } from '../../../platform/http/problems.js';
import { UuidParam } from '../../../platform/http/uuid-param.js';
import { SettlementQuery } from '../settlement.dto.js';
import { WholeBillPage, WriteSlipBody } from './whole-bill.dto.js';
import { WholeBillReader } from './whole-bill.reader.js';
import { WriteSlip } from './write-slip.action.js';

@ApiTags('settlement')
@Controller('api/v1/whole-bills')
export class WholeBillController {
  constructor(
    private readonly db: Db,
    private readonly reader: WholeBillReader,
    private readonly writeSlip: WriteSlip,
  ) {}

  /** What suppliers billed an organiser that resells, a bill per lot, with the tax that was withheld of each. */
  @Get()
  @ApiOkResponse({ type: WholeBillPage })
  @Problems(401)
  async list(@Caller() caller: Principal, @Query() query: SettlementQuery): Promise<WholeBillPage> {
    const limit = pageLimit(query);
    const page = { poolId: query.poolId ?? null, cursor: query.cursor ?? null, limit: limit + 1 };
    return pageOf(await this.reader.page(this.db, caller, page), limit, ({ id }) => id);
  }

  /** The organiser writes the number of the slip by which the supplier proves what was withheld. */
  @Post(':wholeBillId/slips')
  @ApiCreatedResponse({ type: Identified })
  @Problems(401, 403, 404, 422)
  async slip(
    @Caller() caller: Principal,
    @UuidParam('wholeBillId') wholeBillId: string,
    @Body() { code, slipNumber }: WriteSlipBody,
  ): Promise<Identified> {
    return { id: await this.writeSlip.run(caller.personId, wholeBillId, code, slipNumber) };
  }
}
