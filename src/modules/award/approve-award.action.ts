import { Injectable } from '@nestjs/common';
import { approveAward } from '../../core/award/approve-award.js';
import { refuseAward } from '../../core/award/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { record } from '../../platform/event/record.js';
import { advanceLot } from '../lot/index.js';
import { LotAwarded } from './award.events.js';
import { AwardStore } from './award.store.js';
import { deciderAt } from './read-decider.js';
import { tellLeftOut } from './tell-left-out.js';

/** Approves a proposed award as a second person: the lot is awarded, or fails when there is nothing to award. */
@Injectable()
export class ApproveAward {
  constructor(
    private readonly db: Db,
    private readonly store: AwardStore,
  ) {}

  run(principal: Principal, lotId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const award = await this.store.lock(tx, lotId);
      if (award === undefined) throw refuseAward('AWARD_NOT_FOUND');
      const { to, ...why } = approveAward(award, deciderAt(principal, award.organiserId));
      await this.store.markApproved(tx, award.id, principal.personId);
      await writeAudit(tx, {
        actorId: principal.personId,
        action: 'award-approved',
        subjectType: 'award',
        subjectId: award.id,
        data: { lotId, awardedPacks: award.awardedPacks },
      });
      await advanceLot(tx, lotId, to, { ...why, actorId: principal.personId });
      if (to === 'failed') await tellLeftOut(tx, lotId, award.id);
      if (to === 'awarded') await record(tx, LotAwarded.of({ lotId, awardId: award.id }));
    });
  }
}
