import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import { newId } from '../../platform/new-id.js';
import { DeclarePool, type PoolRequest } from './declare-pool.js';
import { PoolStore } from './pool.store.js';

/** Drafts a pool with all that it declares. */
@Injectable()
export class CreatePool {
  constructor(
    private readonly db: Db,
    private readonly store: PoolStore,
    private readonly declare: DeclarePool,
  ) {}

  run(personId: string, request: PoolRequest): Promise<string> {
    return this.db.transaction(async (tx) => {
      const items = await this.declare.judge(tx, request);
      const id = newId();
      await this.store.insert(tx, { ...request, id, createdBy: personId });
      await this.declare.write(tx, id, request, items);
      await writeAudit(tx, {
        actorId: personId,
        action: 'pool-created',
        subjectType: 'pool',
        subjectId: id,
        data: { items: items.length },
      });
      return id;
    });
  }
}
