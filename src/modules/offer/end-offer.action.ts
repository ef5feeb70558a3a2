import { Injectable } from '@nestjs/common';
import { endOffer } from '../../core/offer/publish-offer.js';
import { refuseOffer } from '../../core/offer/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import { OfferReader, type OfferRow } from './offer.reader.js';
import { OfferStore } from './offer.store.js';

/** Ends a standing offer for the pools that open from now on; those that are open keep it. */
@Injectable()
export class EndOffer {
  constructor(
    private readonly db: Db,
    private readonly store: OfferStore,
    private readonly reader: OfferReader,
  ) {}

  run(personId: string, offerId: string): Promise<OfferRow> {
    return this.db.transaction(async (tx) => {
      const key = await this.store.keyOf(tx, offerId);
      if (key === undefined) throw refuseOffer('OFFER_NOT_FOUND');
      const { now, current } = await this.store.lock(tx, key);
      if (current === null) throw refuseOffer('OFFER_NOT_FOUND');
      const revision = endOffer(current);
      await this.store.appendRevision(tx, {
        offerId,
        revision,
        action: 'ended',
        terms: null,
        madeBy: personId,
        madeAt: now,
      });
      await writeAudit(tx, {
        actorId: personId,
        action: 'offer-ended',
        subjectType: 'offer',
        subjectId: offerId,
        data: { supplierId: key.supplierId, revision },
      });
      return this.reader.offerById(tx, offerId);
    });
  }
}
