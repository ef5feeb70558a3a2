import { Injectable } from '@nestjs/common';
import { refuseParty } from '../../../core/party/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import { SecondFactorStore } from './second-factor.store.js';

/** Turns a person's authenticator off, with its recovery codes: their own, or somebody's who has lost it. */
@Injectable()
export class EndFactor {
  constructor(
    private readonly db: Db,
    private readonly factors: SecondFactorStore,
  ) {}

  run(actorId: string, personId: string): Promise<void> {
    const db = actorId === personId ? this.db : this.db.across('people');
    return db.transaction(async (tx) => {
      if (!(await this.factors.remove(tx, personId))) throw refuseParty('SECOND_FACTOR_NOT_ON');
      await writeAudit(tx, {
        actorId,
        action: 'second-factor-off',
        subjectType: 'person',
        subjectId: personId,
      });
    });
  }
}
