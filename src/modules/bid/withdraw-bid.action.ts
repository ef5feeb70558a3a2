import { Injectable } from '@nestjs/common';
import { refuseBid } from '../../core/bid/refusals.js';
import { withdrawBid } from '../../core/bid/withdraw-bid.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import { BidReader, type BidRow } from './bid.reader.js';
import { BidStore } from './bid.store.js';

/** Takes a bid back until the deadline, as one more revision: what was bid before stays on record. */
@Injectable()
export class WithdrawBid {
  constructor(
    private readonly db: Db,
    private readonly store: BidStore,
    private readonly reader: BidReader,
  ) {}

  run(personId: string, lotId: string, supplierId: string): Promise<BidRow> {
    return this.db.transaction(async (tx) => {
      const tender = await this.store.holdTender(tx, lotId);
      if (tender === undefined) throw refuseBid('TENDER_NOT_FOUND');
      const { now, bidId, current } = await this.store.lockBid(tx, lotId, supplierId);
      const revision = withdrawBid({ tender, current, now });
      if (bidId === null) throw refuseBid('BID_NOT_FOUND');
      await this.store.appendRevision(tx, {
        bidId,
        revision,
        action: 'withdrawn',
        terms: null,
        madeBy: personId,
        madeAt: now,
      });
      await writeAudit(tx, {
        actorId: personId,
        action: 'bid-withdrawn',
        subjectType: 'bid',
        subjectId: bidId,
        data: { lotId, supplierId, revision },
      });
      return this.reader.ownBid(tx, lotId, supplierId);
    });
  }
}
