import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { CallerAddress } from '../../platform/http/caller-address.js';
import { CallerDevice } from '../../platform/http/caller-device.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { CloseSession } from './close-session.action.js';
import { CurrentToken } from './current-token.js';
import { OpenSession } from './open-session.action.js';
import { StepUp } from './person/step-up.action.js';
import { PersonReader } from './person.reader.js';
import { RevokeSessions } from './revoke-sessions.action.js';
import {
  MeView,
  OpenSessionRequest,
  RevokedView,
  SessionView,
  SteppedUpView,
  StepUpRequest,
} from './session.dto.js';

@ApiTags('party')
@Controller('api/v1')
export class SessionController {
  constructor(
    private readonly open: OpenSession,
    private readonly close: CloseSession,
    private readonly stepUp: StepUp,
    private readonly revoke: RevokeSessions,
    private readonly db: Db,
    private readonly people: PersonReader,
  ) {}

  @Post('sessions')
  @ApiCreatedResponse({ type: SessionView })
  @Problems(401, 429)
  openSession(
    @Body() body: OpenSessionRequest,
    @CallerAddress() address: string,
    @CallerDevice() userAgent: string,
  ): Promise<SessionView> {
    return this.open.run(body, address, userAgent);
  }

  @Delete('sessions/current')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Problems(401)
  closeSession(@CurrentToken() tokenHash: Buffer): Promise<void> {
    return this.close.run(tokenHash);
  }

  /** Proves again who is asking; signing in counts as doing so. What needs it answers 403 STEP_UP_REQUIRED. */
  @Post('sessions/current/step-up')
  @HttpCode(200)
  @ApiOkResponse({ type: SteppedUpView })
  @Problems(401, 403, 429)
  stepUpSession(
    @Caller() principal: Principal,
    @CurrentToken() tokenHash: Buffer,
    @Body() body: StepUpRequest,
  ): Promise<SteppedUpView> {
    return this.stepUp.run(principal.personId, tokenHash, body);
  }

  @Get('me')
  @ApiOkResponse({ type: MeView })
  @Problems(401)
  readMe(@Caller() principal: Principal): Promise<MeView> {
    return this.people.meOf(this.db, principal.personId);
  }

  @Delete('people/:personId/sessions')
  @ApiOkResponse({ type: RevokedView })
  @Problems(401, 403, 404)
  revokeSessions(
    @Caller() principal: Principal,
    @UuidParam('personId') personId: string,
  ): Promise<RevokedView> {
    return this.revoke.run(principal, personId);
  }
}
