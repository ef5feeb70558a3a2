import { Injectable } from '@nestjs/common';
import type { BidTerms } from '../../core/bid/bid-terms.js';
import { completeTerms } from '../../core/bid/complete-terms.js';
import { refuseBid } from '../../core/bid/refusals.js';
import { requireBidder } from '../../core/bid/require-bidder.js';
import { requireInTime, submitBid } from '../../core/bid/submit-bid.js';
import { chainHead } from '../../platform/audit/chain-head.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import { requireSeen } from '../../platform/http/if-match.js';
import { BidStore } from './bid.store.js';
import { ReceiptReader, type ReceiptRow } from './receipt.reader.js';
import { requireNoHolder } from './committee/require-no-holder.js';
import { requireBetterThanOffer } from './require-better-than-offer.js';
import { sealSubmission, type Submission } from './seal-submission.js';
import { SealedBidStore } from './sealed-bid.store.js';
import { SealingKeyReader } from './sealing-key.reader.js';

/** A receipt with the nonce, which the system keeps nowhere but in the box: told once. */
export interface FreshReceipt extends ReceiptRow {
  /** Null where the bid arrived sealed: its bidder has it. */
  readonly nonce: string | null;
}

/**
 * Takes a bid: its first revision, or the next. Of its terms nothing is kept but the sealed box and their hash; the
 * same terms with the same nonce, sent twice, are written once, whatever was seen: the first answer may have been lost.
 */
@Injectable()
export class SubmitBid {
  constructor(
    private readonly db: Db,
    private readonly keys: SealingKeyReader,
    private readonly store: BidStore,
    private readonly sealed: SealedBidStore,
    private readonly receipts: ReceiptReader,
  ) {}

  /** @throws Refusal */
  async run(
    personId: string,
    lotId: string,
    supplierId: string,
    submission: Submission<BidTerms>,
  ): Promise<FreshReceipt> {
    const key = await this.keys.ofLot(this.db, lotId);
    const { box, hash, nonce, terms } = await sealSubmission(key, supplierId, submission, completeTerms);
    return this.db.transaction(async (tx) => {
      const tender = await this.store.holdTender(tx, lotId);
      if (tender === undefined) throw refuseBid('TENDER_NOT_FOUND');
      if (tender.attempt !== key.attempt) throw refuseBid('SEALING_KEY_REPLACED');
      const supplier = await this.store.bidder(tx, null, lotId, supplierId);
      if (supplier === undefined) throw refuseBid('SUPPLIER_NOT_FOUND');
      const places = await this.store.places(tx, lotId);
      const { now, current } = await this.sealed.lock(tx, key, supplierId);
      requireInTime(tender, now);
      requireBidder(supplier.side, supplier);
      await requireNoHolder(tx, key.poolId, supplierId, personId);
      const next = submitBid({ side: supplier.side, tender, places, supplier, current, terms, hash, now });
      if (next !== null) {
        requireSeen(current?.revision, submission.seenRevision);
        if (terms !== null) await requireBetterThanOffer(tx, lotId, supplierId, terms);
        const chain = await chainHead(tx);
        const revision = { keyId: key.keyId, supplierId, ...next };
        await this.sealed.append(tx, { ...revision, hash, box, chain, madeBy: personId, madeAt: now });
        await writeAudit(tx, {
          actorId: personId,
          action: `bid-${next.action}`,
          subjectType: 'lot',
          subjectId: lotId,
          data: { supplierId, revision: next.revision, hash },
        });
      }
      return { ...(await this.receipts.receiptOf(tx, key.keyId, supplierId)), nonce };
    });
  }
}
