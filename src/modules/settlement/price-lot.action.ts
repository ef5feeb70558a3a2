import { Injectable } from '@nestjs/common';
import { priceLines } from '../../core/settlement/price-lines.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { grantedTerms } from './granted-terms.js';
import { PriceReader } from './price.reader.js';
import { PriceStore } from './price.store.js';

/** Fixes what a shared-out lot's packs come to, for its koperasi and its suppliers; once, whoever comes first. */
@Injectable()
export class PriceLot {
  constructor(
    private readonly store: PriceStore,
    private readonly prices: PriceReader,
  ) {}

  async run(tx: Tx, lotId: string): Promise<void> {
    await this.store.lockLot(tx, lotId);
    if (await this.store.isPriced(tx, lotId)) return;
    const lot = await this.prices.lotToPrice(tx, lotId);
    const parts = priceLines(lot);
    await this.store.insert(tx, lotId, parts, lot.fixed, await grantedTerms(tx, lot.poolId, parts));
    await writeAudit(tx, {
      actorId: null,
      action: 'lot-priced',
      subjectType: 'lot',
      subjectId: lotId,
      data: { parts: parts.length },
    });
  }

  /** Prices the lots of a drop that are not priced yet: a departure may be heard of before the shares. */
  async runForDrop(tx: Tx, dropId: string): Promise<void> {
    for (const lotId of await this.store.unpricedLots(tx, dropId)) await this.run(tx, lotId);
  }
}
