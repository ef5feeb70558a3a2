import { Injectable } from '@nestjs/common';
import { refusePool } from '../../core/pool/refusals.js';
import { requireDraft } from '../../core/pool/require-draft.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import { requireVersion } from '../../platform/http/if-match.js';
import { DeclarePool, type PoolRequest } from './declare-pool.js';
import { DraftStore } from './draft.store.js';

/**
 * Declares a draft anew, whole: items, limits, rules, people, as if it were drafted now. Nobody has joined it, so that
 * nobody is bound by what it said before; what is refused leaves it as it was.
 */
@Injectable()
export class RedeclareDraft {
  private readonly store = new DraftStore();

  constructor(
    private readonly db: Db,
    private readonly declare: DeclarePool,
  ) {}

  run(
    personId: string,
    poolId: string,
    seenVersion: number,
    asked: Omit<PoolRequest, 'organiserId'>,
  ): Promise<number> {
    return this.db.transaction(async (tx) => {
      const draft = await this.store.lock(tx, poolId);
      if (draft === undefined) throw refusePool('POOL_NOT_FOUND');
      requireVersion(draft.version, seenVersion);
      requireDraft(draft);
      const request = { ...asked, organiserId: draft.organiserId };
      const items = await this.declare.judge(tx, request);
      await this.store.undeclare(tx, poolId);
      const version = await this.store.redeclare(tx, poolId, request);
      await this.declare.write(tx, poolId, request, items);
      await writeAudit(tx, {
        ...{ actorId: personId, action: 'draft-redeclared', subjectType: 'pool', subjectId: poolId },
        data: { version, items: items.length },
      });
      return version;
    });
  }
}
