import { Injectable } from '@nestjs/common';
import { refusePool } from '../../core/pool/refusals.js';
import { requireDraft } from '../../core/pool/require-draft.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import { DraftStore } from './draft.store.js';

/** Discards a draft for a reason: it binds nobody whom it named any more, and never opens. */
@Injectable()
export class DiscardDraft {
  private readonly store = new DraftStore();

  constructor(private readonly db: Db) {}

  run(personId: string, poolId: string, reason: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const draft = await this.store.lock(tx, poolId);
      if (draft === undefined) throw refusePool('POOL_NOT_FOUND');
      requireDraft(draft);
      await this.store.undeclare(tx, poolId);
      await this.store.markDiscarded(tx, poolId, personId, reason);
      const about = { subjectType: 'pool', subjectId: poolId };
      await writeAudit(tx, { actorId: personId, action: 'draft-discarded', ...about });
    });
  }
}
