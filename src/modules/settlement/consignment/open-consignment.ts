import { Injectable } from '@nestjs/common';
import { lastSale } from '../../../core/settlement/make-journals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import type { Tx } from '../../../platform/db/sql.js';
import { tellParties } from '../../party/index.js';
import type { LockedDrop } from '../settlement.store.js';
import { ConsignmentStore } from './consignment.store.js';

/** Lets a received drop wait for its invoice while goods of it are on consignment. */
@Injectable()
export class OpenConsignment {
  constructor(private readonly store: ConsignmentStore) {}

  /** @returns whether it waits: nothing is billed before it is sold, back, or its last day is over. */
  async run(tx: Tx, dropId: string, drop: LockedDrop): Promise<boolean> {
    const before = await this.store.lock(tx, dropId);
    if (before !== undefined) return !before.isEnded;
    const { sellerId, buyerId } = lastSale(drop, drop.contractMode);
    const endsAt = await this.store.open(tx, dropId, { sellerId, buyerId });
    if (endsAt === undefined) return false;
    await writeAudit(tx, {
      ...{ actorId: null, action: 'consignment-opened', subjectType: 'drop', subjectId: dropId },
    });
    await tellParties(tx, {
      ...{ partyIds: [buyerId], kind: 'consignment-opened', subjectType: 'drop', subjectId: dropId },
      data: { until: endsAt.toISOString() },
    });
    return true;
  }
}
