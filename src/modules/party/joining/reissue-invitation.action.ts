import { Injectable } from '@nestjs/common';
import { reissueInvitation } from '../../../core/party/joining/accept-invitation.js';
import { refuseJoining } from '../../../core/party/joining/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import type { Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import type { IssuedInvitationView } from './invitation.dto.js';
import { InvitationStore } from './invitation.store.js';
import { Invite } from './invite.action.js';

/**
 * Sends an invitation again, with a new code and time of its own, judged as of now; the old code ends in the same
 * transaction, so that never two of them let in.
 */
@Injectable()
export class ReissueInvitation {
  constructor(
    private readonly db: Db,
    private readonly store: InvitationStore,
    private readonly invite: Invite,
  ) {}

  run(principal: Principal, partyId: string, invitationId: string): Promise<IssuedInvitationView> {
    return this.db.transaction(async (tx) => {
      const old = await this.store.lockWhole(tx, partyId, invitationId);
      reissueInvitation(old);
      if (old === undefined) throw refuseJoining('INVITATION_NOT_FOUND');
      await this.store.markRevoked(tx, invitationId, principal.personId);
      await writeAudit(tx, {
        actorId: principal.personId,
        action: 'invitation-revoked',
        subjectType: 'invitation',
        subjectId: invitationId,
        data: { partyId },
      });
      return this.invite.issue(tx, principal, partyId, old, 'invitation-reissued');
    });
  }
}
