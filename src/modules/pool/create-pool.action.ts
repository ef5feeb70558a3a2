import { Injectable } from '@nestjs/common';
import { draftPool, type ItemRequest } from '../../core/pool/draft-pool.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Clock } from '../../platform/clock.js';
import { Db } from '../../platform/db/db.js';
import { newId } from '../../platform/new-id.js';
import { PoolReader } from './pool.reader.js';
import { PoolStore, type NewPool } from './pool.store.js';

export interface PoolRequest extends Omit<NewPool, 'id' | 'createdBy'> {
  readonly items: readonly ItemRequest[];
}

/** Drafts a pool with its items, each with a ceiling that has a source. */
@Injectable()
export class CreatePool {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly store: PoolStore,
    private readonly reader: PoolReader,
  ) {}

  run(personId: string, request: PoolRequest): Promise<string> {
    return this.db.transaction(async (tx) => {
      const packs = await this.reader.packsFor(tx, request.items.map((item) => item.packCode), request.regionCode);
      const items = draftPool(request, packs, await this.clock.now(tx)).map((item) => ({ ...item, id: newId() }));
      const id = newId();
      await this.store.insert(tx, { ...request, id, createdBy: personId }, items);
      await writeAudit(tx, { actorId: personId, action: 'pool-created', subjectType: 'pool', subjectId: id, data: { items: items.length } });
      return id;
    });
  }
}
