import { Injectable } from '@nestjs/common';
import { disablePerson } from '../../../core/party/judge-disabling.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import type { Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { lockBoth, reachOf } from './lock-both.js';
import { PersonStore } from './person.store.js';

/** Locks a person out: every session ends with it, which the database sees to. */
@Injectable()
export class DisablePerson {
  constructor(
    private readonly db: Db,
    private readonly store: PersonStore,
  ) {}

  async run(caller: Principal, personId: string): Promise<void> {
    // Of parties that are not the caller's too: serving there keeps a person out of a chair's reach.
    const partyIds = await this.store.partyIdsOf(this.db.across('people'), personId);
    await reachOf(this.db, caller).transaction(async (tx) => {
      const { person, by } = await lockBoth(tx, this.store, caller, { personId, partyIds });
      await this.store.disable(tx, personId, disablePerson(person, by));
      await writeAudit(tx, {
        actorId: caller.personId,
        action: 'person-disabled',
        subjectType: 'person',
        subjectId: personId,
      });
    });
  }
}
