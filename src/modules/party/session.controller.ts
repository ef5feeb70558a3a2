import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ADMINISTRATOR, AllowAnyone, AllowMembers, AllowSignedIn } from '../../platform/auth/allow.js';
import { Caller } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { CloseSession } from './close-session.action.js';
import { CurrentToken } from './current-token.js';
import { OpenSession } from './open-session.action.js';
import { PersonReader } from './person.reader.js';
import { RevokeSessions } from './revoke-sessions.action.js';
import { MeView, OpenSessionRequest, RevokedView, SessionView } from './session.dto.js';

@ApiTags('party')
@Controller('api/v1')
export class SessionController {
  constructor(
    private readonly open: OpenSession,
    private readonly close: CloseSession,
    private readonly revoke: RevokeSessions,
    private readonly db: Db,
    private readonly people: PersonReader,
  ) {}

  @Post('sessions')
  @AllowAnyone()
  @ApiCreatedResponse({ type: SessionView })
  @Problems(401)
  openSession(@Body() body: OpenSessionRequest): Promise<SessionView> {
    return this.open.run(body);
  }

  @Delete('sessions/current')
  @AllowSignedIn()
  @HttpCode(204)
  @ApiNoContentResponse()
  @Problems(401)
  closeSession(@CurrentToken() tokenHash: Buffer): Promise<void> {
    return this.close.run(tokenHash);
  }

  @Get('me')
  @AllowSignedIn()
  @ApiOkResponse({ type: MeView })
  @Problems(401)
  readMe(@Caller() principal: Principal): Promise<MeView> {
    return this.people.meOf(this.db, principal.personId);
  }

  @Delete('people/:personId/sessions')
  @AllowMembers(ADMINISTRATOR)
  @ApiOkResponse({ type: RevokedView })
  @Problems(401, 403, 404)
  revokeSessions(
    @Caller() principal: Principal,
    @UuidParam('personId') personId: string,
  ): Promise<RevokedView> {
    return this.revoke.run(principal, personId);
  }
}
