import { Injectable } from '@nestjs/common';
import { acceptInvitation, codeOf, firstState } from '../../../core/party/joining/accept-invitation.js';
import { refuseJoining } from '../../../core/party/joining/refusals.js';
import { judgeLogin } from '../../../core/party/judge-login.js';
import { judgePassword } from '../../../core/party/judge-password.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import type { Tx } from '../../../platform/db/sql.js';
import { newId } from '../../../platform/new-id.js';
import { createPerson, plainLogin } from '../create-person.js';
import { hashPassword } from '../hash-password.js';
import { PartyReader } from '../party.reader.js';
import { tellParties } from '../tell-parties.js';
import type { AcceptInvitationRequest, JoinedView } from './invitation.dto.js';
import { InvitationReader } from './invitation.reader.js';
import { InvitationStore, type LockedInvitation } from './invitation.store.js';

/**
 * Lets in whoever holds the code: party, person and roles come into being in one transaction, once. Who accepts
 * belongs to no party yet, so it looks across the walls, for this alone.
 */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly db: Db,
    private readonly store: InvitationStore,
    private readonly reader: InvitationReader,
    private readonly parties: PartyReader,
  ) {}

  /** As somebody who is not here yet. */
  async asNewPerson({ code, login, name, password, contact }: AcceptInvitationRequest): Promise<JoinedView> {
    judgeLogin(plainLogin(login));
    judgePassword(password, plainLogin(login));
    // A code of nobody must not cost the work of a password.
    await this.reader.offered(this.across, code).catch((error: unknown) => this.sayWhy(code, error));
    const passwordHash = await hashPassword(password);
    return this.across.transaction((tx) =>
      this.accept(tx, code, () =>
        createPerson(tx, { login, name: name.trim(), passwordHash, contact: contact ?? null }),
      ),
    );
  }

  /** As somebody who has a login already, and now acts for one party more. */
  asMember(personId: string, code: string): Promise<JoinedView> {
    return this.across.transaction((tx) => this.accept(tx, code, () => Promise.resolve(personId)));
  }

  private get across(): ReturnType<Db['across']> {
    return this.db.across('accept-invitation');
  }

  /** Why a code lets nobody in, by the same rules as under its lock. */
  private sayWhy(code: string, otherwise: unknown): Promise<never> {
    return this.across.transaction(async (tx) => {
      const invitation = await this.store.lockByCode(tx, code);
      acceptInvitation(invitation, invitation?.now ?? new Date(0));
      throw otherwise;
    });
  }

  private async accept(tx: Tx, code: string, personOf: () => Promise<string>): Promise<JoinedView> {
    const invitation = await this.store.lockByCode(tx, code);
    acceptInvitation(invitation, invitation?.now ?? new Date(0));
    if (invitation === undefined) throw refuseJoining('INVITATION_NOT_FOUND');
    const partyId = await this.partyOf(tx, invitation);
    const personId = await personOf();
    await this.store.giveRoles(tx, personId, partyId, invitation.roles);
    await this.store.markAccepted(tx, invitation.id, personId, partyId);
    const [party] = await this.parties.partiesByIds(tx, [partyId]);
    if (party === undefined) throw new Error('the party that was joined is not there');
    await writeAudit(tx, {
      actorId: personId,
      action: 'invitation-accepted',
      subjectType: 'invitation',
      subjectId: invitation.id,
      data: { partyId, isNewParty: invitation.newKind !== null, roles: invitation.roles.join(' ') },
    });
    if (invitation.newKind === null)
      await tellParties(tx, {
        ...{ partyIds: [partyId], kind: 'person-joined', subjectType: 'person', subjectId: personId },
        data: { roles: invitation.roles.join(', ') },
      });
    else
      await tellParties(tx, {
        ...{ partyIds: [invitation.partyId], kind: 'party-joined', subjectType: 'party', subjectId: partyId },
        data: { party: party.name },
      });
    return { personId, partyId, partyState: party.state };
  }

  /** The party to join: the one that was meant, or the one that now begins. */
  private async partyOf(tx: Tx, invitation: LockedInvitation): Promise<string> {
    const { joinPartyId, newKind, newRegionCode } = invitation;
    if (newKind === null) {
      if (joinPartyId === null) throw new Error('an invitation to no party');
      return joinPartyId;
    }
    const id = newId();
    await this.store.insertParty(tx, {
      id,
      code: codeOf(newKind, newRegionCode, id),
      state: firstState(newKind),
      invitationId: invitation.id,
    });
    await writeAudit(tx, {
      actorId: null,
      action: 'party-joined',
      subjectType: 'party',
      subjectId: id,
      data: { kind: newKind, invitationId: invitation.id, invitedBy: invitation.partyId },
    });
    return id;
  }
}
