import { Injectable } from '@nestjs/common';
import { enablePerson } from '../../../core/party/judge-disabling.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import type { Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { lockBoth, reachOf } from './lock-both.js';
import { PersonStore } from './person.store.js';

/** Lets a person in again; they sign in anew. */
@Injectable()
export class EnablePerson {
  constructor(
    private readonly db: Db,
    private readonly store: PersonStore,
  ) {}

  async run(caller: Principal, personId: string): Promise<void> {
    // Of parties that are not the caller's too: serving there keeps a person out of a chair's reach.
    const partyIds = await this.store.partyIdsOf(this.db.across('people'), personId);
    await reachOf(this.db, caller).transaction(async (tx) => {
      const { person, by } = await lockBoth(tx, this.store, caller, { personId, partyIds });
      enablePerson(person, by);
      await this.store.enable(tx, personId);
      await writeAudit(tx, {
        actorId: caller.personId,
        action: 'person-enabled',
        subjectType: 'person',
        subjectId: personId,
      });
    });
  }
}
