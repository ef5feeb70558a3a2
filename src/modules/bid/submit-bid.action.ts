import { Injectable } from '@nestjs/common';
import type { BidTerms } from '../../core/bid/bid-terms.js';
import { completeTerms } from '../../core/bid/complete-terms.js';
import { refuseBid } from '../../core/bid/refusals.js';
import { requireBidder } from '../../core/bid/require-bidder.js';
import { requireInTime, submitBid } from '../../core/bid/submit-bid.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';
import { BidReader, type BidRow } from './bid.reader.js';
import { BidStore } from './bid.store.js';
import { requireBetterThanOffer } from './require-better-than-offer.js';

/** Takes a sealed bid: its first revision, or the next. What is sent twice is written once. */
@Injectable()
export class SubmitBid {
  constructor(
    private readonly db: Db,
    private readonly store: BidStore,
    private readonly reader: BidReader,
  ) {}

  run(personId: string, lotId: string, supplierId: string, terms: BidTerms): Promise<BidRow> {
    return this.db.transaction(async (tx) => {
      const tender = await this.store.holdTender(tx, lotId);
      if (tender === undefined) throw refuseBid('TENDER_NOT_FOUND');
      const supplier = await this.store.bidder(tx, null, lotId, supplierId);
      if (supplier === undefined) throw refuseBid('SUPPLIER_NOT_FOUND');
      const places = await this.store.places(tx, lotId);
      const { now, bidId, current } = await this.store.lockBid(tx, lotId, supplierId);
      requireInTime(tender, now);
      requireBidder(supplier.side, supplier);
      const next = submitBid({ side: supplier.side, tender, places, supplier, current, terms, now });
      if (next !== null) {
        await requireBetterThanOffer(tx, lotId, supplierId, terms);
        const id = bidId ?? (await this.begin(tx, lotId, supplierId));
        await this.store.appendRevision(tx, {
          ...next,
          bidId: id,
          terms: completeTerms(terms),
          madeBy: personId,
          madeAt: now,
        });
        await writeAudit(tx, {
          actorId: personId,
          action: `bid-${next.action}`,
          subjectType: 'bid',
          subjectId: id,
          data: { lotId, supplierId, revision: next.revision },
        });
      }
      return this.reader.ownBid(tx, lotId, supplierId);
    });
  }

  private async begin(tx: Tx, lotId: string, supplierId: string): Promise<string> {
    const bidId = newId();
    await this.store.insertBid(tx, bidId, lotId, supplierId);
    return bidId;
  }
}
