import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../platform/auth/caller.js';
import type { Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { WaitingView } from './waiting.dto.js';
import { WaitingReader } from './waiting.reader.js';

@ApiTags('monitoring')
@Controller('api/v1/parties/:partyId/waiting')
export class WaitingController {
  constructor(
    private readonly db: Db,
    private readonly reader: WaitingReader,
  ) {}

  /** How many things of each kind wait for the caller: one question instead of a list each. */
  @Get()
  @ApiOkResponse({ type: WaitingView })
  @Problems(401, 403)
  show(@UuidParam('partyId') partyId: string, @Caller() caller: Principal): Promise<WaitingView> {
    return this.reader.waitingFor(this.db, caller, partyId);
  }
}
