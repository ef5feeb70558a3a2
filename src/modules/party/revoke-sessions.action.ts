import { Injectable } from '@nestjs/common';
import { refuseParty } from '../../core/party/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { PersonReader } from './person.reader.js';
import type { RevokedView } from './session.dto.js';
import { SessionStore } from './session.store.js';

/** Ends all of a person's sessions at once, as when a telephone is lost; it holds from the next request on. */
@Injectable()
export class RevokeSessions {
  constructor(
    private readonly db: Db,
    private readonly people: PersonReader,
    private readonly sessions: SessionStore,
  ) {}

  run(principal: Principal, personId: string): Promise<RevokedView> {
    return this.db.across('people').transaction(async (tx) => {
      if (!(await this.people.isKnown(tx, personId))) throw refuseParty('PERSON_NOT_FOUND');
      const revoked = await this.sessions.revokeAll(tx, personId);
      await writeAudit(tx, {
        actorId: principal.personId,
        action: 'sessions-revoked',
        subjectType: 'person',
        subjectId: personId,
        data: { revoked },
      });
      return { revoked };
    });
  }
}
