import { Injectable } from '@nestjs/common';
import { requireBidder } from '../../core/bid/require-bidder.js';
import { submitSupplierTerms } from '../../core/bid/submit-supplier-terms.js';
import type { SupplierPoolTerms } from '../../core/bid/supplier-terms.js';
import { requireNoCharges } from '../../core/offer/require-improvement.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import { BidStore } from './bid.store.js';
import { LotOfferReader } from './lot-offer.reader.js';
import { SupplierTermsReader, type SupplierTermsRow } from './supplier-terms.reader.js';
import { SupplierTermsStore } from './supplier-terms.store.js';

const lots = new LotOfferReader();

/** Takes a supplier's sealed terms over all lots of a pool. What is sent twice is written once. */
@Injectable()
export class SubmitSupplierTerms {
  constructor(
    private readonly db: Db,
    private readonly bids: BidStore,
    private readonly store: SupplierTermsStore,
    private readonly reader: SupplierTermsReader,
  ) {}

  run(
    personId: string,
    poolId: string,
    supplierId: string,
    terms: SupplierPoolTerms,
  ): Promise<SupplierTermsRow> {
    return this.db.transaction(async (tx) => {
      const deadline = await this.store.holdTenders(tx, poolId);
      const supplier = await this.bids.bidder(tx, poolId, null, supplierId);
      const { now, current } = await this.store.lockTerms(tx, poolId, supplierId);
      if (supplier !== undefined && deadline !== undefined) requireBidder(supplier.side, supplier);
      const side = supplier?.side ?? 'buy';
      const revision = submitSupplierTerms({ side, deadline, supplier, current, terms, now });
      if (revision !== null) {
        if (await lots.isBound(tx, poolId, supplierId)) requireNoCharges(terms);
        await this.store.append(tx, {
          ...terms,
          poolId,
          supplierId,
          revision,
          madeBy: personId,
          madeAt: now,
        });
        await writeAudit(tx, {
          actorId: personId,
          action: revision === 1 ? 'supplier-terms-submitted' : 'supplier-terms-revised',
          subjectType: 'pool',
          subjectId: poolId,
          data: { supplierId, revision },
        });
      }
      return this.reader.ownOf(tx, poolId, supplierId);
    });
  }
}
