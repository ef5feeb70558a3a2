import { Injectable } from '@nestjs/common';
import { changeRoles } from '../../../core/party/joining/change-roles.js';
import { refuseParty } from '../../../core/party/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import type { Role } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { requireVersion } from '../../../platform/http/if-match.js';
import type { MemberPersonView } from './members.dto.js';
import { MemberReader } from './member.reader.js';
import { MemberStore } from './member.store.js';
import { versionOfRoles } from './version-of-roles.js';

/**
 * Gives and takes what somebody may do at a party; it holds from their next request on. The same roles again change
 * nothing, whatever was seen.
 */
@Injectable()
export class ChangeRoles {
  constructor(
    private readonly db: Db,
    private readonly store: MemberStore,
    private readonly reader: MemberReader,
  ) {}

  run(
    actorId: string,
    partyId: string,
    personId: string,
    seenVersion: number,
    roles: readonly Role[],
  ): Promise<MemberPersonView[]> {
    return this.db.transaction(async (tx) => {
      if (!(await this.store.lockParty(tx, partyId))) throw refuseParty('PARTY_NOT_FOUND');
      const scene = await this.store.rolesScene(tx, partyId, personId);
      const change = changeRoles(scene, roles);
      if (change !== null) {
        requireVersion(versionOfRoles(scene.current), seenVersion);
        await this.store.changeRoles(tx, partyId, personId, change);
        await writeAudit(tx, {
          actorId,
          action: 'roles-changed',
          subjectType: 'person',
          subjectId: personId,
          data: { partyId, given: change.given.join(' '), taken: change.taken.join(' ') },
        });
      }
      return this.reader.peopleOf(tx, partyId);
    });
  }
}
