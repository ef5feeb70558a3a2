import { Injectable } from '@nestjs/common';
import type { OfferTerms } from '../../core/offer/offer-terms.js';
import { publishOffer } from '../../core/offer/publish-offer.js';
import { refuseOffer } from '../../core/offer/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';
import { OfferReader, type OfferRow } from './offer.reader.js';
import { OfferStore, type OfferKey } from './offer.store.js';

export interface OfferRequest extends OfferKey {
  readonly terms: OfferTerms;
  /** Kecamatan with a surcharge, in the order in which they were sent. */
  readonly surchargedDistricts: readonly string[];
}

/** Publishes a standing offer, or replaces the one that the supplier has for this pack and region. */
@Injectable()
export class PublishOffer {
  constructor(
    private readonly db: Db,
    private readonly store: OfferStore,
    private readonly reader: OfferReader,
  ) {}

  run(personId: string, request: OfferRequest): Promise<OfferRow> {
    return this.db.transaction(async (tx) => {
      const scene = await this.store.scene(tx, request);
      if (scene === undefined) throw refuseOffer('OFFER_SUPPLIER_NOT_FOUND');
      const { now, offerId, current } = await this.store.lock(tx, request);
      const { isActive, isQualified, isPackBiddable, isRegionKnown, districtCodes, today } = scene;
      const next = publishOffer({
        ...request,
        supplier: { isActive, isQualified },
        isPackBiddable,
        districtCodes: isRegionKnown ? districtCodes : undefined,
        current,
        today,
      });
      const id = offerId ?? (await this.begin(tx, request));
      if (next !== null) {
        await this.store.appendRevision(tx, {
          ...next,
          offerId: id,
          terms: request.terms,
          madeBy: personId,
          madeAt: now,
        });
        await writeAudit(tx, {
          actorId: personId,
          action: `offer-${next.action}`,
          subjectType: 'offer',
          subjectId: id,
          data: { supplierId: request.supplierId, revision: next.revision },
        });
      }
      return this.reader.offerById(tx, id);
    });
  }

  private async begin(tx: Tx, key: OfferKey): Promise<string> {
    const offerId = newId();
    await this.store.insertOffer(tx, offerId, key);
    return offerId;
  }
}
