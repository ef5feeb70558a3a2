import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { inviteParty, invitePerson, type Inviter } from '../../../core/party/joining/draft-invitation.js';
import { refuseJoining } from '../../../core/party/joining/refusals.js';
import { refuseParty } from '../../../core/party/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import type { Principal, Role } from '../../../platform/auth/principal.js';
import { CONFIG, type Config } from '../../../platform/config/config.js';
import { Db } from '../../../platform/db/db.js';
import type { Tx } from '../../../platform/db/sql.js';
import { newId } from '../../../platform/new-id.js';
import type { InviteRequest, IssuedInvitationView } from './invitation.dto.js';
import { InvitationReader } from './invitation.reader.js';
import { InvitationStore, type InvitedTo } from './invitation.store.js';
import { hashInvitation } from './judged-invitation.js';
import { rolesAt } from './roles-at.js';

const CODE_BYTES = 18;
/** Who begins a party alone, as in a small one. */
const ALL_HANDS: readonly Role[] = ['chair', 'officer', 'warehouse'];

/** Issues an invitation: its code is answered once and kept as a hash. */
@Injectable()
export class Invite {
  constructor(
    private readonly db: Db,
    private readonly store: InvitationStore,
    private readonly reader: InvitationReader,
    @Inject(CONFIG) private readonly config: Pick<Config, 'INVITATION_HOURS'>,
  ) {}

  async run(principal: Principal, partyId: string, request: InviteRequest): Promise<IssuedInvitationView> {
    const { party, joinPartyId } = request;
    if (party !== undefined && joinPartyId !== undefined)
      throw refuseJoining('INVITED_TO_TWO_PARTIES', {}, 'joinPartyId');
    const to: InvitedTo = {
      joinPartyId: party === undefined ? (joinPartyId ?? partyId) : null,
      roles: [...new Set(request.roles ?? (party === undefined ? [] : ALL_HANDS))],
      kind: party?.kind ?? null,
      name: party?.name.trim() ?? null,
      regionCode: party?.regionCode ?? null,
      storageKg: party?.storageKg ?? null,
      capabilities: party?.hasColdStore === true ? ['cold-store'] : [],
      partnerKoperasiId: party?.partnerKoperasiId ?? null,
    };
    return this.db.transaction((tx) => this.issue(tx, principal, partyId, to));
  }

  /** Judges and issues it within a transaction. @throws Refusal */
  async issue(
    tx: Tx,
    principal: Principal,
    partyId: string,
    to: InvitedTo,
    action: 'invitation-issued' | 'invitation-reissued' = 'invitation-issued',
  ): Promise<IssuedInvitationView> {
    const party = await this.store.inviter(tx, partyId);
    if (party === undefined) throw refuseParty('PARTY_NOT_FOUND');
    const decisionId =
      to.joinPartyId === null || to.joinPartyId === partyId
        ? null
        : await this.store.openDecision(tx, partyId, to.joinPartyId);
    await this.judge(tx, { ...party, roles: rolesAt(principal, partyId) }, partyId, to, decisionId !== null);
    const id = newId();
    const code = randomBytes(CODE_BYTES).toString('base64url');
    await this.store.insert(tx, {
      ...to,
      ...{ id, partyId, invitedBy: principal.personId, codeHash: hashInvitation(code), decisionId },
      hours: this.config.INVITATION_HOURS,
    });
    await writeAudit(tx, {
      actorId: principal.personId,
      action,
      subjectType: 'invitation',
      subjectId: id,
      data: { partyId, joinPartyId: to.joinPartyId, kind: to.kind, roles: to.roles.join(' ') },
    });
    const invitation: Omit<IssuedInvitationView, 'code'> = await this.reader.one(tx, id);
    return { ...invitation, code };
  }

  private async judge(
    tx: Tx,
    inviter: Inviter,
    partyId: string,
    to: InvitedTo,
    isDecided: boolean,
  ): Promise<void> {
    const { kind, joinPartyId, regionCode, partnerKoperasiId, roles } = to;
    if (kind === null) {
      const joined =
        joinPartyId === null
          ? undefined
          : await this.store.joined(this.db.across('accept-invitation'), joinPartyId);
      invitePerson(inviter, joined && { ...joined, isDecided, isOwn: joinPartyId === partyId }, roles);
      return;
    }
    const isRegionKnown = await this.store.isRegion(tx, regionCode);
    const partner =
      partnerKoperasiId === null ? null : { isKoperasi: await this.store.isKoperasi(tx, partnerKoperasiId) };
    inviteParty(inviter, { kind, regionCode, isRegionKnown, partner }, roles);
  }
}
