import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { buyersOf, tellLot } from '../lot/index.js';
import { TenderStore } from './tender.store.js';

/**
 * Brings a tender's deadline forward to now, as two people of its organiser decided: nothing is ever opened before a
 * deadline, so an early opening is an early deadline. Once it has passed, there is nothing to bring forward.
 */
@Injectable()
export class EndBidding {
  constructor(private readonly store: TenderStore) {}

  /** @returns false when it had ended already, or the lot is not this organiser's. */
  async run(tx: Tx, organiserId: string, lotId: string, decisionId: string): Promise<boolean> {
    const lot = await tx.first<{ organiserId: string }>(
      'SELECT organiser_id FROM lot JOIN pool ON pool.id = pool_id WHERE lot.id = $1',
      [lotId],
    );
    if (lot?.organiserId !== organiserId || !(await this.store.endNow(tx, lotId))) return false;
    const clock = await tx.first<{ closesAt: Date }>('SELECT closes_at FROM tender WHERE lot_id = $1', [
      lotId,
    ]);
    const told = [organiserId, ...(await buyersOf(tx, lotId)), ...(await this.store.biddersOf(tx, lotId))];
    await tellLot(tx, lotId, told, 'bidding-ended-early', { at: clock?.closesAt.toISOString() ?? '' });
    await writeAudit(tx, {
      actorId: null,
      action: 'bidding-ended-early',
      subjectType: 'lot',
      subjectId: lotId,
      data: { decisionId },
    });
    return true;
  }
}
