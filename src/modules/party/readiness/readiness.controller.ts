import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../../platform/auth/caller.js';
import { type Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { Problems } from '../../../platform/http/problems.js';
import { UuidParam } from '../../../platform/http/uuid-param.js';
import { CheckReader } from './check.reader.js';
import { PartyCheckListView, ReadinessView } from './readiness.dto.js';
import { ReadinessReader } from './readiness.reader.js';

@ApiTags('party')
@Controller('api/v1/parties/:partyId')
export class ReadinessController {
  constructor(
    private readonly db: Db,
    private readonly readiness: ReadinessReader,
    private readonly checks: CheckReader,
  ) {}

  /** What the party still lacks to trade and be paid, the next step first; and why it is suspended, if it is. */
  @Get('readiness')
  @ApiOkResponse({ type: ReadinessView })
  @Problems(401, 403, 404)
  readReadiness(
    @Caller() { personId }: Principal,
    @UuidParam('partyId') partyId: string,
  ): Promise<ReadinessView> {
    return this.readiness.of(this.db, partyId, personId);
  }

  /** Whose documents wait for this organiser or the administrator to check them. */
  @Get('checks')
  @ApiOkResponse({ type: PartyCheckListView })
  @Problems(401, 403)
  async listChecks(@UuidParam('partyId') partyId: string): Promise<PartyCheckListView> {
    return { data: await this.checks.checksOf(this.db.across('judge-supplier'), partyId) };
  }
}
