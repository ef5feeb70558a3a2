import { Injectable } from '@nestjs/common';
import { erasePerson, type HeldRoles } from '../../../core/party/personal/erase-person.js';
import { refusePersonal } from '../../../core/party/personal/refusals.js';
import { refuseParty } from '../../../core/party/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import type { Tx } from '../../../platform/db/sql.js';
import { forgetCredentials } from '../person/forget-credentials.js';
import { SessionStore } from '../session.store.js';
import type { ErasedView } from './personal.dto.js';
import { PersonalStore } from './personal.store.js';

/**
 * Erases a person (UU PDP): what names them goes, their id stays, so that all that was written under it, the audit
 * chain first, stands as it was. They may belong to several parties, so it looks across the walls, for this alone.
 */
@Injectable()
export class ErasePerson {
  constructor(
    private readonly db: Db,
    private readonly store: PersonalStore,
    private readonly sessions: SessionStore,
  ) {}

  /** As the person themselves, who write their login to confirm. */
  ofSelf(personId: string, login: string): Promise<ErasedView> {
    return this.erase(personId, personId, login.trim().toLowerCase());
  }

  /** As the administrator, when the person asked for it elsewhere. */
  async ofAnother(actorId: string, personId: string): Promise<ErasedView> {
    if (actorId === personId) throw refusePersonal('ADMINISTRATOR_ERASES_OTHERS');
    return this.erase(actorId, personId, null);
  }

  private erase(actorId: string, personId: string, confirmation: string | null): Promise<ErasedView> {
    return this.db.across('people').transaction(async (tx) => {
      const held = await this.lockHeld(tx, personId);
      const person = await this.store.lockPerson(tx, personId);
      if (person === undefined) throw refuseParty('PERSON_NOT_FOUND');
      if (person.erasedAt !== null) return { personId, erasedAt: person.erasedAt };
      if (confirmation !== null && confirmation !== person.login)
        throw refusePersonal('ERASING_NOT_CONFIRMED', {}, 'login');
      erasePerson(held);
      const sessions = await this.sessions.revokeAll(tx, personId);
      await this.store.leaveParties(tx, personId);
      await forgetCredentials(tx, personId);
      const erasedAt = await this.store.erase(tx, personId);
      await writeAudit(tx, {
        actorId,
        action: 'person-erased',
        subjectType: 'person',
        subjectId: personId,
        data: { parties: held.length, sessions },
      });
      return { personId, erasedAt };
    });
  }

  /** The person's roles under the locks of their parties, in the order of their ids. */
  private async lockHeld(tx: Tx, personId: string): Promise<HeldRoles[]> {
    await this.store.lockParties(tx, personId);
    return this.store.held(tx, personId);
  }
}
