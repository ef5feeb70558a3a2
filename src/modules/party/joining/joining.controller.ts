import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../../platform/auth/caller.js';
import { type Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { PageQuery } from '../../../platform/http/page.js';
import { Problems } from '../../../platform/http/problems.js';
import { UuidParam } from '../../../platform/http/uuid-param.js';
import { reachOf } from '../person/lock-both.js';
import { AcceptInvitation } from './accept-invitation.action.js';
import { ChangeRoles } from './change-roles.action.js';
import {
  AcceptInvitationRequest,
  InvitationCodeRequest,
  InvitationPage,
  InviteRequest,
  IssuedInvitationView,
  JoinedView,
  OfferedInvitationView,
} from './invitation.dto.js';
import { InvitationReader } from './invitation.reader.js';
import { Invite } from './invite.action.js';
import { MemberListView, RolesRequest } from './members.dto.js';
import { MemberReader } from './member.reader.js';
import { ReissueInvitation } from './reissue-invitation.action.js';
import { RevokeInvitation } from './revoke-invitation.action.js';

@ApiTags('party')
@Controller('api/v1')
export class JoiningController {
  constructor(
    private readonly db: Db,
    private readonly invitations: InvitationReader,
    private readonly invite: Invite,
    private readonly accept: AcceptInvitation,
    private readonly revoke: RevokeInvitation,
    private readonly reissue: ReissueInvitation,
    private readonly members: MemberReader,
    private readonly roles: ChangeRoles,
  ) {}

  /** Invites a new party, or a person to one that is here. The code is answered this once. */
  @Post('parties/:partyId/invitations')
  @ApiCreatedResponse({ type: IssuedInvitationView })
  @Problems(401, 403, 404, 409, 422)
  issueInvitation(
    @Caller() principal: Principal,
    @UuidParam('partyId') partyId: string,
    @Body() body: InviteRequest,
  ): Promise<IssuedInvitationView> {
    return this.invite.run(principal, partyId, body);
  }

  @Get('parties/:partyId/invitations')
  @ApiOkResponse({ type: InvitationPage })
  @Problems(401, 403, 404)
  listInvitations(@UuidParam('partyId') partyId: string, @Query() query: PageQuery): Promise<InvitationPage> {
    return this.invitations.page(this.db, partyId, query);
  }

  @Delete('parties/:partyId/invitations/:invitationId')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Problems(401, 403, 404, 409)
  revokeInvitation(
    @Caller() { personId }: Principal,
    @UuidParam('partyId') partyId: string,
    @UuidParam('invitationId') invitationId: string,
  ): Promise<void> {
    return this.revoke.run(personId, partyId, invitationId);
  }

  /** Sends it again under a new code, which is answered this once; the old code ends. */
  @Post('parties/:partyId/invitations/:invitationId/reissue')
  @ApiCreatedResponse({ type: IssuedInvitationView })
  @Problems(401, 403, 404, 409, 422)
  reissueInvitation(
    @Caller() principal: Principal,
    @UuidParam('partyId') partyId: string,
    @UuidParam('invitationId') invitationId: string,
  ): Promise<IssuedInvitationView> {
    return this.reissue.run(principal, partyId, invitationId);
  }

  /** What a code offers, before it is accepted; sent in the body, so that no log keeps it. */
  @Post('invitations/show')
  @HttpCode(200)
  @ApiOkResponse({ type: OfferedInvitationView })
  @Problems(404)
  showInvitation(@Body() { code }: InvitationCodeRequest): Promise<OfferedInvitationView> {
    return this.invitations.offered(this.db.across('accept-invitation'), code);
  }

  /** Accepts as a new person, with a login and password of one's own choice. */
  @Post('invitations/accept')
  @ApiCreatedResponse({ type: JoinedView })
  @Problems(404, 409, 422)
  acceptInvitation(@Body() body: AcceptInvitationRequest): Promise<JoinedView> {
    return this.accept.asNewPerson(body);
  }

  /** Accepts as the person who is signed in. */
  @Post('invitations/join')
  @ApiCreatedResponse({ type: JoinedView })
  @Problems(401, 404, 409)
  joinParty(@Caller() { personId }: Principal, @Body() { code }: InvitationCodeRequest): Promise<JoinedView> {
    return this.accept.asMember(personId, code);
  }

  /** Who acts for a party, for its own people and the administrator. */
  @Get('parties/:partyId/people')
  @ApiOkResponse({ type: MemberListView })
  @Problems(401, 403, 404)
  async listPeople(
    @Caller() principal: Principal,
    @UuidParam('partyId') partyId: string,
  ): Promise<MemberListView> {
    return { data: await this.members.peopleOf(reachOf(this.db, principal), partyId) };
  }

  /** What somebody may do at a party, as its chair says; `If-Match` carries the version of the roles seen. */
  @Put('parties/:partyId/people/:personId/roles')
  @ApiHeader({ name: 'If-Match', required: true, example: '"1"' })
  @ApiOkResponse({ type: MemberListView })
  @Problems(401, 403, 404, 409, 412, 428)
  async changeRoles(
    @Caller() principal: Principal,
    @UuidParam('partyId') partyId: string,
    @UuidParam('personId') personId: string,
    @IfMatch() seenVersion: number,
    @Body() { roles }: RolesRequest,
  ): Promise<MemberListView> {
    return { data: await this.roles.run(principal.personId, partyId, personId, seenVersion, roles) };
  }
}
