import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../../platform/auth/caller.js';
import { type Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { Problems } from '../../../platform/http/problems.js';
import { UuidParam } from '../../../platform/http/uuid-param.js';
import { ProposalView } from './proposal.dto.js';
import { ProposalReader } from './proposal.reader.js';

@ApiTags('award')
@Controller('api/v1/lots/:lotId/award')
export class ProposalController {
  constructor(
    private readonly db: Db,
    private readonly reader: ProposalReader,
  ) {}

  /** What a bidder may object to, from the proposal on: who is to deliver how much at which price, and why its own bid is not among them. */
  @Get('proposal')
  @ApiOkResponse({ type: ProposalView })
  @Problems(401, 404)
  show(@Caller() caller: Principal, @UuidParam('lotId') lotId: string): Promise<ProposalView> {
    return this.reader.proposalOf(this.db, lotId, caller);
  }
}
