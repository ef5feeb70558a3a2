import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller, Visitor } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { ApproveAward } from './approve-award.action.js';
import { AwardView } from './award.dto.js';
import { AwardReader } from './award.reader.js';
import { ProposeAward } from './propose-award.action.js';
import { showAward } from './show-award.js';

@ApiTags('award')
@Controller('api/v1/lots/:lotId/award')
export class AwardController {
  constructor(
    private readonly db: Db,
    private readonly reader: AwardReader,
    private readonly proposeAward: ProposeAward,
    private readonly approveAward: ApproveAward,
  ) {}

  /** Who delivers what at which price, and why the others do not: for the pool's members, its organiser and observers once the bids are opened. */
  @Get()
  @ApiOkResponse({ type: AwardView })
  @Problems(404)
  async show(
    @Visitor() visitor: Principal | undefined,
    @UuidParam('lotId') lotId: string,
  ): Promise<AwardView> {
    return showAward(await this.reader.shownAward(this.db, lotId, visitor));
  }

  /** Proposes what the engine computed. */
  @Post('propose')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Problems(401, 403, 404, 409)
  propose(@Caller() caller: Principal, @UuidParam('lotId') lotId: string): Promise<void> {
    return this.proposeAward.run(caller, lotId);
  }

  /** Approves a proposal, as a chair and another person than its proposer; what the system proposed takes two, of whom one is a chair. */
  @Post('approve')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Problems(401, 403, 404, 409)
  approve(@Caller() caller: Principal, @UuidParam('lotId') lotId: string): Promise<void> {
    return this.approveAward.run(caller, lotId);
  }
}
