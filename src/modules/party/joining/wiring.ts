import { AcceptInvitation } from './accept-invitation.action.js';
import { ChangeRoles } from './change-roles.action.js';
import { InvitationReader } from './invitation.reader.js';
import { InvitationStore } from './invitation.store.js';
import { Invite } from './invite.action.js';
import { JoiningController } from './joining.controller.js';
import { MemberReader } from './member.reader.js';
import { MemberStore } from './member.store.js';
import { ReissueInvitation } from './reissue-invitation.action.js';
import { RevokeInvitation } from './revoke-invitation.action.js';

/** How parties and people join, and what they may do: of the party module. */
export const joining = {
  controllers: [JoiningController],
  providers: [
    AcceptInvitation,
    ChangeRoles,
    InvitationReader,
    InvitationStore,
    Invite,
    MemberReader,
    MemberStore,
    ReissueInvitation,
    RevokeInvitation,
  ],
};
