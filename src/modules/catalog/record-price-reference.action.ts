import { Injectable } from '@nestjs/common';
import { refuseCatalog } from '../../core/catalog/refusals.js';
import { statePriceReference } from '../../core/catalog/state-price-reference.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { newId } from '../../platform/new-id.js';
import type { PriceReferenceView } from './price-reference.dto.js';
import { PriceReferenceReader } from './price-reference.reader.js';
import { PriceReferenceStore } from './price-reference.store.js';

/** A price as it is sent in: without an id, and perhaps without a lower end. */
type NewPrice = Omit<PriceReferenceView, 'id' | 'minRp' | 'sourceEn'> & {
  readonly minRp?: number | null;
  readonly sourceEn?: string | null;
};

/** Records a new decree or survey. What was recorded before keeps holding for its own days. */
@Injectable()
export class RecordPriceReference {
  constructor(
    private readonly db: Db,
    private readonly reader: PriceReferenceReader,
    private readonly store: PriceReferenceStore,
  ) {}

  run(principal: Principal, request: NewPrice): Promise<PriceReferenceView> {
    const price = {
      ...request,
      id: newId(),
      minRp: request.minRp ?? null,
      sourceEn: request.sourceEn ?? null,
    };
    return this.db.transaction(async (tx) => {
      statePriceReference(price, await this.reader.unitByCode(tx, price.unitCode));
      const added = await this.store.add(tx, price);
      if (added === 0) throw refuseCatalog('PRICE_REFERENCE_EXISTS', { code: price.code });
      await writeAudit(tx, {
        actorId: principal.personId,
        action: 'price-reference-recorded',
        subjectType: 'price-reference',
        subjectId: price.id,
        data: { code: price.code, zone: price.zone, maxRp: price.maxRp, validFrom: price.validFrom },
      });
      return price;
    });
  }
}
