import { Injectable } from '@nestjs/common';
import { refuseBid } from '../../core/bid/refusals.js';
import { withdrawBid } from '../../core/bid/withdraw-bid.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import { requireVersion } from '../../platform/http/if-match.js';
import { BidReader, type BidRow } from './bid.reader.js';
import { BidStore } from './bid.store.js';
import { SealedBidStore } from './sealed-bid.store.js';
import { SealingKeyReader } from './sealing-key.reader.js';

/** Takes a bid back until the deadline, as one more revision: what was sealed before stays on record, and shut. */
@Injectable()
export class WithdrawBid {
  constructor(
    private readonly db: Db,
    private readonly keys: SealingKeyReader,
    private readonly store: BidStore,
    private readonly sealed: SealedBidStore,
    private readonly reader: BidReader,
  ) {}

  async run(personId: string, lotId: string, supplierId: string, seenRevision: number): Promise<BidRow> {
    const key = await this.keys.ofLot(this.db, lotId);
    return this.db.transaction(async (tx) => {
      const tender = await this.store.holdTender(tx, lotId);
      if (tender === undefined) throw refuseBid('TENDER_NOT_FOUND');
      if (tender.attempt !== key.attempt) throw refuseBid('SEALING_KEY_REPLACED');
      const { now, current } = await this.sealed.lock(tx, key, supplierId);
      const revision = withdrawBid({ tender, current, now });
      requireVersion(revision - 1, seenRevision);
      await this.sealed.append(tx, {
        keyId: key.keyId,
        supplierId,
        revision,
        action: 'withdrawn',
        hash: null,
        box: null,
        chain: null,
        madeBy: personId,
        madeAt: now,
      });
      await writeAudit(tx, {
        actorId: personId,
        action: 'bid-withdrawn',
        subjectType: 'lot',
        subjectId: lotId,
        data: { supplierId, revision },
      });
      return this.reader.ownBid(tx, lotId, supplierId);
    });
  }
}
