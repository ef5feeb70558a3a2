import { Injectable } from '@nestjs/common';
import { refuseLot } from '../../core/lot/refusals.js';
import { refusePool } from '../../core/pool/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { record } from '../../platform/event/record.js';
import { newId } from '../../platform/new-id.js';
import { releaseLines, settlePool } from '../pool/index.js';
import { LotsFormed } from './lot.events.js';
import { LotStore } from './lot.store.js';

/**
 * Turns a closed pool's lines into one lot per item. Running it again, or twice at once, changes nothing.
 * A pool none of whose lines was accepted has come to its end.
 */
@Injectable()
export class FormLots {
  constructor(private readonly store: LotStore) {}

  async run(tx: Tx, poolId: string): Promise<void> {
    const pool = await this.store.lockPool(tx, poolId);
    if (pool === undefined) throw refusePool('POOL_NOT_FOUND');
    if (pool.state === 'draft' || pool.state === 'open') throw refuseLot('POOL_NOT_CLOSED_YET');
    if (pool.state === 'cancelled') return this.refuseAll(tx, poolId);
    if (pool.state !== 'closed' || (await this.store.isFormed(tx, poolId))) return;
    const itemIds = await this.store.itemIdsOf(tx, poolId);
    const lots = await this.store.form(tx, poolId, itemIds, itemIds.map(newId));
    for (const { id, quantityPacks, lineCount, koperasiCount } of lots)
      await writeAudit(tx, {
        actorId: null,
        action: 'lot-formed',
        subjectType: 'lot',
        subjectId: id,
        data: { quantityPacks, lineCount, koperasiCount },
      });
    await releaseLines(tx, poolId, await this.store.refusedIds(tx, poolId), 'REFUSED');
    await record(tx, LotsFormed.of({ poolId, lotIds: lots.map((lot) => lot.id) }));
    if (lots.length === 0) await settlePool(tx, poolId);
  }

  /** Of a cancelled pool every line is refused, by the same rule that refuses some of a closed one. */
  private async refuseAll(tx: Tx, poolId: string): Promise<void> {
    if (await this.store.isRefused(tx, poolId)) return;
    const itemIds = await this.store.itemIdsOf(tx, poolId);
    await this.store.form(tx, poolId, itemIds, itemIds.map(newId));
    await writeAudit(tx, { actorId: null, action: 'lines-refused', subjectType: 'pool', subjectId: poolId });
  }
}
