import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../../platform/auth/caller.js';
import { type Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { Problems } from '../../../platform/http/problems.js';
import { UuidParam } from '../../../platform/http/uuid-param.js';
import { CurrentToken } from '../current-token.js';
import { EndSession } from '../end-session.action.js';
import { RevokeSessions } from '../revoke-sessions.action.js';
import { OwnSessionsView, RevokedView } from '../session.dto.js';
import { PersonReader } from '../person.reader.js';
import { SessionReader } from '../session.reader.js';
import { BeginFactor } from './begin-factor.action.js';
import { ChangeContact } from './change-contact.action.js';
import { ChangePassword } from './change-password.action.js';
import { ConfirmFactor } from './confirm-factor.action.js';
import { EndFactor } from './end-factor.action.js';
import {
  ChangePasswordRequest,
  CodeRequest,
  ContactRequest,
  FactorBegunView,
  OwnSecurityView,
  RecoveryCodesView,
} from './person.dto.js';

/** What people do about themselves. */
@ApiTags('party')
@Controller('api/v1/me')
export class MeController {
  constructor(
    private readonly db: Db,
    private readonly sessions: SessionReader,
    private readonly people: PersonReader,
    private readonly endSession: EndSession,
    private readonly revoke: RevokeSessions,
    private readonly changePassword: ChangePassword,
    private readonly changeContact: ChangeContact,
    private readonly beginFactor: BeginFactor,
    private readonly confirmFactor: ConfirmFactor,
    private readonly endFactor: EndFactor,
  ) {}

  @Get('sessions')
  @ApiOkResponse({ type: OwnSessionsView })
  @Problems(401)
  async listSessions(
    @Caller() caller: Principal,
    @CurrentToken() tokenHash: Buffer,
  ): Promise<OwnSessionsView> {
    return { data: await this.sessions.liveOf(this.db, caller.personId, tokenHash) };
  }

  /** Signs out everywhere, here too. */
  @Delete('sessions')
  @ApiOkResponse({ type: RevokedView })
  @Problems(401)
  signOutEverywhere(@Caller() caller: Principal): Promise<RevokedView> {
    return this.revoke.run(caller, caller.personId);
  }

  @Delete('sessions/:sessionId')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Problems(401, 404)
  signOutOne(@Caller() caller: Principal, @UuidParam('sessionId') sessionId: string): Promise<void> {
    return this.endSession.run(caller.personId, sessionId);
  }

  /** By what one proves who one is: where codes go, whether an authenticator is on. */
  @Get('security')
  @ApiOkResponse({ type: OwnSecurityView })
  @Problems(401)
  showSecurity(@Caller() { personId }: Principal): Promise<OwnSecurityView> {
    return this.people.ownSecurity(this.db, personId);
  }

  /** Ends all other sessions. */
  @Put('password')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Problems(401, 403, 422, 429)
  setPassword(
    @Caller() caller: Principal,
    @CurrentToken() tokenHash: Buffer,
    @Body() body: ChangePasswordRequest,
  ): Promise<void> {
    return this.changePassword.run(caller.personId, tokenHash, body);
  }

  @Put('contact')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Problems(401, 403)
  setContact(@Caller() caller: Principal, @Body() body: ContactRequest): Promise<void> {
    return this.changeContact.run(caller.personId, body.contact);
  }

  /** Begins to set up an authenticator app (RFC 6238); `confirm` turns it on. */
  @Post('second-factor')
  @ApiCreatedResponse({ type: FactorBegunView })
  @Problems(401, 403, 409)
  beginSecondFactor(@Caller() caller: Principal): Promise<FactorBegunView> {
    return this.beginFactor.run(caller.personId);
  }

  @Post('second-factor/confirm')
  @HttpCode(200)
  @ApiOkResponse({ type: RecoveryCodesView })
  @Problems(401, 403, 409, 429)
  confirmSecondFactor(@Caller() caller: Principal, @Body() body: CodeRequest): Promise<RecoveryCodesView> {
    return this.confirmFactor.run(caller.personId, body.code);
  }

  @Delete('second-factor')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Problems(401, 403, 409)
  endSecondFactor(@Caller() caller: Principal): Promise<void> {
    return this.endFactor.run(caller.personId, caller.personId);
  }
}
