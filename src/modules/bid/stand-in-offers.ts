import { standIn } from '../../core/bid/stand-in.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { BidStore } from './bid.store.js';
import { LotOfferReader } from './lot-offer.reader.js';

const lots = new LotOfferReader();
const store = new BidStore();

/**
 * Lets each supplier take part by its standing offer that has no bid on a claimed tender, took it back, or sealed
 * one that could not be taken: what it promised before the pool opened it cannot keep from the members by silence. The
 * revision bears the time at which the offer was published, which is when its terms were made.
 *
 * @returns how many.
 */
export const standInOffers = async (tx: Tx, lotId: string): Promise<number> => {
  const { offers, mostPacks } = await lots.offeredLot(tx, lotId);
  let count = 0;
  for (const offer of offers) {
    const last = await store.lastRevision(tx, lotId, offer.supplierId);
    if (last !== undefined && last.action !== 'withdrawn') continue;
    const id = await store.keepBid(tx, lotId, offer.supplierId);
    const revision = await store.nextRevision(tx, lotId, offer.supplierId);
    await store.appendRevision(tx, {
      bidId: id,
      revision,
      action: 'standing',
      terms: standIn(offer, mostPacks),
      madeBy: offer.madeBy,
      madeAt: offer.publishedAt,
      proof: null,
    });
    await writeAudit(tx, {
      actorId: null,
      action: 'bid-standing',
      subjectType: 'bid',
      subjectId: id,
      data: { lotId, supplierId: offer.supplierId, revision, offerId: offer.offerId },
    });
    count += 1;
  }
  return count;
};
