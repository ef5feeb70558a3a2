import { Injectable } from '@nestjs/common';
import { revokeInvitation } from '../../../core/party/joining/accept-invitation.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import { InvitationStore } from './invitation.store.js';

/** Takes an invitation back that nobody has accepted; said again it changes nothing. */
@Injectable()
export class RevokeInvitation {
  constructor(
    private readonly db: Db,
    private readonly store: InvitationStore,
  ) {}

  run(personId: string, partyId: string, invitationId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      if (!revokeInvitation(await this.store.lockOne(tx, partyId, invitationId))) return;
      await this.store.markRevoked(tx, invitationId, personId);
      await writeAudit(tx, {
        actorId: personId,
        action: 'invitation-revoked',
        subjectType: 'invitation',
        subjectId: invitationId,
        data: { partyId },
      });
    });
  }
}
