import { Injectable } from '@nestjs/common';
import { rescuePool, type MissedItem } from '../../core/pool/rescue-pool.js';
import type { RescueEnd } from '../../core/pool/declare-rescue.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { record } from '../../platform/event/record.js';
import { MergeLines } from './merge-lines.action.js';
import { ItemCancelled } from './pool.events.js';
import { RescueStore, type DeclaredItem, type DeclaredPool } from './rescue.store.js';
import { tellCancelled, tellExtended, tellMerge, tellOutcome, type Missing } from './tell-rescue.js';

const OUTCOMES = { 'go-on': 'went-on', merge: 'merged', cancel: 'cancelled' } as const;

/** What a pool declared for a missed minimum is done, in the transaction that closes it. */
@Injectable()
export class RescuePool {
  constructor(
    private readonly store: RescueStore,
    private readonly mergeLines: MergeLines,
  ) {}

  /**
   * Of a pool that is open and locked by the caller.
   * @param personId who closes it by hand; null when its time is up
   * @returns what the caller is left to do: nothing, for it is open for longer; to close it; to cancel it.
   */
  async run(tx: Tx, poolId: string, personId: string | null): Promise<'extended' | 'closed' | 'cancelled'> {
    const pool = await this.store.declared(tx, poolId);
    if (pool === undefined) return 'closed';
    const items = await this.store.items(tx, poolId);
    const decision = rescuePool({ ...pool, isByHand: personId !== null }, items);
    const missing = decision.missed.map((item): Missing => this.named(poolId, pool, items, item));
    if (decision.does === 'extend') {
      await this.store.extend(tx, poolId, decision.closesAt);
      await writeAudit(tx, {
        actorId: null,
        action: 'pool-extended',
        subjectType: 'pool',
        subjectId: poolId,
        data: { closesAt: decision.closesAt.toISOString() },
      });
      const partyIds = [pool.organiserId, ...(await this.store.partiesIn(tx, poolId, null))];
      for (const item of missing) await tellExtended(tx, item, partyIds, decision.closesAt);
      return 'extended';
    }
    for (const item of missing) await this.end(tx, item, decision.end, personId);
    if (!decision.isCancelled) return 'closed';
    const partyIds = [pool.organiserId, ...(await this.store.partiesIn(tx, poolId, null))];
    await tellCancelled(tx, poolId, pool.title, partyIds);
    return 'cancelled';
  }

  private async end(tx: Tx, item: Missing, end: RescueEnd, personId: string | null): Promise<void> {
    const { poolId, itemId, committedPacks, minimumPacks } = item;
    const outcome = OUTCOMES[end];
    await this.store.saveOutcome(tx, outcome, item);
    await writeAudit(tx, {
      actorId: personId,
      action: 'item-rescued',
      subjectType: 'pool-item',
      subjectId: itemId,
      data: { outcome, committedPacks, minimumPacks },
    });
    if (outcome === 'merged') await tellMerge(tx, item, await this.mergeLines.run(tx, poolId, itemId));
    else {
      const partyIds = [item.organiserId, ...(await this.store.partiesIn(tx, poolId, itemId))];
      await tellOutcome(tx, item, partyIds, outcome === 'went-on' ? 'item-went-on' : 'item-cancelled');
    }
    if (outcome === 'went-on') return;
    await this.store.freeRequirements(tx, poolId, itemId);
    await record(tx, ItemCancelled.of({ poolId, itemId }));
  }

  private named(
    poolId: string,
    { organiserId, title }: DeclaredPool,
    items: readonly DeclaredItem[],
    missed: MissedItem,
  ): Missing {
    const item = items.find(({ itemId }) => itemId === missed.itemId);
    if (item === undefined) throw new Error(`item ${missed.itemId} is not of pool ${poolId}`);
    const name = { id: `${item.nameId} (${item.packCode})`, en: `${item.nameEn} (${item.packCode})` };
    return { ...missed, poolId, organiserId, title, name };
  }
}
