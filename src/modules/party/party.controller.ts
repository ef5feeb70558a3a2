import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { PartiesQuery, PartyPage, PartyView, SuspendPartyRequest } from './party.dto.js';
import { PublicPartyReader } from './public-party.reader.js';
import { ReinstateParty } from './reinstate-party.action.js';
import { SuspendParty } from './suspend-party.action.js';

@ApiTags('party')
@Controller('api/v1/parties')
export class PartyController {
  constructor(
    private readonly db: Db,
    private readonly parties: PublicPartyReader,
    private readonly suspend: SuspendParty,
    private readonly reinstate: ReinstateParty,
  ) {}

  @Get()
  @ApiOkResponse({ type: PartyPage })
  @Problems()
  listParties(@Query() query: PartiesQuery): Promise<PartyPage> {
    return this.parties.list(this.db, query);
  }

  @Get(':partyId')
  @ApiOkResponse({ type: PartyView })
  @Problems(404)
  readParty(@UuidParam('partyId') partyId: string): Promise<PartyView> {
    return this.parties.one(this.db, partyId);
  }

  @Post(':partyId/suspend')
  @HttpCode(200)
  @ApiOkResponse({ type: PartyView })
  @Problems(401, 403, 404, 409)
  suspendParty(
    @Caller() principal: Principal,
    @UuidParam('partyId') partyId: string,
    @Body() body: SuspendPartyRequest,
  ): Promise<PartyView> {
    return this.suspend.run(principal, partyId, body.reason);
  }

  @Post(':partyId/reinstate')
  @HttpCode(200)
  @ApiOkResponse({ type: PartyView })
  @Problems(401, 403, 404, 409)
  reinstateParty(@Caller() principal: Principal, @UuidParam('partyId') partyId: string): Promise<PartyView> {
    return this.reinstate.run(principal, partyId);
  }
}
