import { Injectable } from '@nestjs/common';
import { allocateLot } from '../../core/allocation/allocate-lot.js';
import { refuseLot } from '../../core/lot/refusals.js';
import type { Tx } from '../../platform/db/sql.js';
import { record } from '../../platform/event/record.js';
import { AwardReader } from '../award/index.js';
import { BidReader } from '../bid/index.js';
import { LotReader, advanceLot } from '../lot/index.js';
import { LotAllocated } from './allocation.events.js';
import { AllocationStore } from './allocation.store.js';

/** Awards are made for all kecamatan of a lot together. */
const WHOLE_LOT = 'all';

/**
 * Shares an awarded lot out among its lines and contracts it. Running it again, or twice at once, changes
 * nothing. When no line can use what was awarded, the lot has failed.
 */
@Injectable()
export class AllocateLot {
  constructor(
    private readonly store: AllocationStore,
    private readonly lots: LotReader,
    private readonly bids: BidReader,
    private readonly awards: AwardReader,
  ) {}

  async run(tx: Tx, lotId: string): Promise<void> {
    if ((await this.store.lockLot(tx, lotId)) !== 'awarded') return;
    const lot = await this.lots.lotById(tx, lotId);
    if (lot === undefined) throw refuseLot('LOT_NOT_FOUND');
    const lines = (await this.lots.linesOf(tx, lotId)).map((line) => ({
      ...line,
      buyerId: line.koperasiId,
      zoneId: WHOLE_LOT,
      askedPacks: line.quantityPacks,
    }));
    const bids = new Map((await this.bids.openedBids(tx, lotId)).map((bid) => [bid.bidId, bid]));
    const awards = (await this.awards.linesOf(tx, lotId)).map((award) => ({
      ...award,
      // What no line can use is left with whoever's price is worst: sell, the lowest.
      priceRpPerUnit: lot.side === 'sell' ? -award.priceRpPerUnit : award.priceRpPerUnit,
      zoneId: WHOLE_LOT,
      minimumPacks: bids.get(award.bidId ?? '')?.minimumPacks ?? 0,
      maxPerBuyerPacks: null,
    }));
    const allocation = allocateLot({
      poolId: lot.poolId,
      rule: lot.rationingRule,
      awards,
      lines,
      quotaPacks: lot.quotaPerBuyerPacks,
    });
    await this.store.insert(tx, lotId, allocation);
    if (allocation.named.length === 0) {
      await advanceLot(tx, lotId, 'failed', { reason: 'NO_LINE_COULD_USE_IT' });
      return;
    }
    const facts = {
      lineCount: lines.length,
      allocatedPacks: allocation.named.reduce((sum, { packs }) => sum + packs, 0),
      surplusPacks: allocation.surplus.reduce((sum, { packs }) => sum + packs, 0),
    };
    await advanceLot(tx, lotId, 'contracted', { facts });
    await record(tx, LotAllocated.of({ lotId }));
  }
}
