import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { refuseAccess } from '../../../platform/auth/refusals.js';
import { Db } from '../../../platform/db/db.js';
import { PersonStore } from './person.store.js';

/** Says where a person's one-time codes go: whoever may change that can become the person, so that it takes a step-up. */
@Injectable()
export class ChangeContact {
  constructor(
    private readonly db: Db,
    private readonly store: PersonStore,
  ) {}

  run(personId: string, contact: string | null): Promise<void> {
    return this.db.transaction(async (tx) => {
      if (!(await this.store.setContact(tx, personId, contact))) throw refuseAccess('NOT_SIGNED_IN');
      await writeAudit(tx, {
        actorId: personId,
        action: 'contact-changed',
        subjectType: 'person',
        subjectId: personId,
      });
    });
  }
}
