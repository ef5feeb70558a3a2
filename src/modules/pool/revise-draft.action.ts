import { Injectable } from '@nestjs/common';
import { refusePool } from '../../core/pool/refusals.js';
import { reviseDraft } from '../../core/pool/revise-draft.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import { requireVersion } from '../../platform/http/if-match.js';
import { DraftStore } from './draft.store.js';
import type { ReviseDraftBody } from './revise-draft.dto.js';

/** Changes the name and the times of a draft; of two who saw the same version one wins and the other looks again. */
@Injectable()
export class ReviseDraft {
  private readonly store = new DraftStore();

  constructor(private readonly db: Db) {}

  run(personId: string, poolId: string, seenVersion: number, change: ReviseDraftBody): Promise<number> {
    return this.db.transaction(async (tx) => {
      const draft = await this.store.lock(tx, poolId);
      if (draft === undefined) throw refusePool('POOL_NOT_FOUND');
      requireVersion(draft.version, seenVersion);
      const next = {
        title: change.title ?? draft.title,
        biddingPeriodS: change.biddingPeriodS ?? draft.biddingPeriodS,
        closesAt: change.closesAt === undefined ? draft.closesAt : new Date(change.closesAt),
        neededFrom: change.neededFrom ?? draft.neededFrom,
        neededUntil: change.neededUntil ?? draft.neededUntil,
      };
      reviseDraft(draft, next, await this.store.closesOn(tx, poolId, next.closesAt));
      const version = await this.store.revise(tx, poolId, next);
      await writeAudit(tx, {
        ...{ actorId: personId, action: 'draft-revised', subjectType: 'pool', subjectId: poolId },
        data: { version },
      });
      return version;
    });
  }
}
