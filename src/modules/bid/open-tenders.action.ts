import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { TenderStore } from './tender.store.js';

/** Invites bids on lots, each until its pool's bidding period has passed. A lot that has its tender keeps it. */
@Injectable()
export class OpenTenders {
  constructor(private readonly store: TenderStore) {}

  async run(tx: Tx, lotIds: readonly string[]): Promise<void> {
    for (const lotId of await this.store.begin(tx, lotIds))
      await writeAudit(tx, { actorId: null, action: 'tender-begun', subjectType: 'lot', subjectId: lotId });
  }
}
