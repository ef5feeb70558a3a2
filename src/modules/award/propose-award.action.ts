import { Injectable } from '@nestjs/common';
import { proposeAward } from '../../core/award/propose-award.js';
import { refuseAward } from '../../core/award/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { AwardStore } from './award.store.js';
import { deciderAt } from './read-decider.js';

/** Proposes what the engine computed; it binds nobody until another person approves. */
@Injectable()
export class ProposeAward {
  constructor(
    private readonly db: Db,
    private readonly store: AwardStore,
  ) {}

  run(principal: Principal, lotId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const award = await this.store.lock(tx, lotId);
      if (award === undefined) throw refuseAward('AWARD_NOT_FOUND');
      proposeAward(award, deciderAt(principal, award.organiserId));
      await this.store.markProposed(tx, award.id, principal.personId);
      await writeAudit(tx, {
        actorId: principal.personId,
        action: 'award-proposed',
        subjectType: 'award',
        subjectId: award.id,
        data: { lotId },
      });
    });
  }
}
