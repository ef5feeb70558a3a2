import { Injectable } from '@nestjs/common';
import { allocateLot, type LotAllocation } from '../../core/allocation/allocate-lot.js';
import { allocateShares } from '../../core/allocation/allocate-shares.js';
import { sumPacks } from '../../core/kernel/sum-of.js';
import { refuseLot } from '../../core/lot/refusals.js';
import type { Tx } from '../../platform/db/sql.js';
import { record } from '../../platform/event/record.js';
import { AwardReader, AwardShareReader, tellLeftOut, type AwardShareRow } from '../award/index.js';
import { BidReader } from '../bid/index.js';
import { LotReader, advanceLot, type LotRow } from '../lot/index.js';
import { releaseLines } from '../pool/index.js';
import { LotAllocated } from './allocation.events.js';
import { AllocationStore } from './allocation.store.js';

/** Where an award says nothing of shares, its lot is shared out for all kecamatan together. */
const WHOLE_LOT = 'all';

/**
 * Shares out a lot whose contracts are signed, among its lines, and contracts it: by the shares of its award, or, of
 * a distribution (and of an award from before shares were part of it), by the pool's rule. Who gets nothing is told
 * why, and needs no deposit any more. Running it again, or twice at once, changes nothing. When no line can use what
 * was awarded, the lot has failed.
 */
@Injectable()
export class AllocateLot {
  constructor(
    private readonly store: AllocationStore,
    private readonly lots: LotReader,
    private readonly bids: BidReader,
    private readonly awards: AwardReader,
    private readonly shares: AwardShareReader,
  ) {}

  async run(tx: Tx, lotId: string): Promise<void> {
    if ((await this.store.lockLot(tx, lotId)) !== 'awarded') return;
    const lot = await this.lots.lotById(tx, lotId);
    if (lot === undefined) throw refuseLot('LOT_NOT_FOUND');
    const shares = await this.shares.approvedShares(tx, lotId);
    const allocation = await (shares.length > 0
      ? this.allocateAwarded(tx, lot, shares)
      : this.allocateRationed(tx, lot));
    await this.store.insert(tx, lotId, allocation);
    if (allocation.named.length === 0) {
      await advanceLot(tx, lotId, 'failed', { reason: 'NO_LINE_COULD_USE_IT' });
      return;
    }
    const facts = {
      lineCount: allocation.shares.length,
      allocatedPacks: sumPacks(allocation.named),
      surplusPacks: sumPacks(allocation.surplus),
    };
    const award = await this.awards.awardOf(tx, lotId);
    if (award !== undefined) await tellLeftOut(tx, lotId, award.id);
    await advanceLot(tx, lotId, 'contracted', { facts });
    await record(tx, LotAllocated.of({ lotId }));
    const without = allocation.shares.filter(({ sharePacks }) => sharePacks === 0);
    await releaseLines(
      tx,
      lot.poolId,
      without.map(({ lineId }) => lineId),
      'REFUSED',
    );
  }

  /** Shares and zones are the award's. */
  private async allocateAwarded(
    tx: Tx,
    { id: lotId, poolId }: LotRow,
    shares: readonly AwardShareRow[],
  ): Promise<LotAllocation> {
    const packsOf = new Map(shares.map(({ lineId, packs }) => [lineId, packs]));
    const supplies = (await this.awards.zonesOf(tx, lotId)).map(({ zoneCode: zoneId, ...zone }) => ({
      ...zone,
      zoneId,
    }));
    const lines = (await this.lots.linesOf(tx, lotId)).map((line) => ({
      ...line,
      buyerId: line.koperasiId,
      zoneId: line.districtCode,
      askedPacks: line.quantityPacks,
      sharePacks: packsOf.get(line.lineId) ?? 0,
    }));
    return allocateShares(poolId, supplies, lines);
  }

  private async allocateRationed(tx: Tx, lot: LotRow): Promise<LotAllocation> {
    const lotId = lot.id;
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
    return allocateLot({
      poolId: lot.poolId,
      rule: lot.rationingRule,
      awards,
      lines,
      quotaPacks: lot.quotaPerBuyerPacks,
    });
  }
}
