import { Injectable } from '@nestjs/common';
import { awardDistribution } from '../../core/award/award-distribution.js';
import { refuseLot } from '../../core/lot/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { record } from '../../platform/event/record.js';
import { newId } from '../../platform/new-id.js';
import { LotReader, advanceLot } from '../lot/index.js';
import { DistributionReader } from '../pool/index.js';
import { ContractsSigned } from './award.events.js';
import { DistributionStore } from './distribution.store.js';

/**
 * Awards a distributed lot at its declared price without bids. Nobody proposes or approves: the pool's organiser
 * declared supplier, price and quota before it opened, and there is nothing left to choose. Running it again, or
 * twice at once, changes nothing; a lot by tender is left alone.
 */
@Injectable()
export class DistributeLot {
  constructor(
    private readonly store: DistributionStore,
    private readonly lots: LotReader,
    private readonly distributions: DistributionReader,
  ) {}

  async run(tx: Tx, lotId: string): Promise<void> {
    if ((await this.store.lockLot(tx, lotId)) !== 'bidding') return;
    const lot = await this.lots.lotById(tx, lotId);
    if (lot === undefined) throw refuseLot('LOT_NOT_FOUND');
    const terms = await this.distributions.ofItem(tx, lot.itemId);
    if (terms === undefined) return;
    const lines = await this.lots.linesOf(tx, lotId);
    const outcome = awardDistribution({
      ...terms,
      poolId: lot.poolId,
      rule: lot.rationingRule,
      packSizeMilli: lot.packSizeMilli,
      quotaPacks: terms.quotaPerBuyerPacks,
      lines: lines.map((line) => ({ ...line, buyerId: line.koperasiId, askedPacks: line.quantityPacks })),
    });
    if (outcome.kind === 'failed') {
      await advanceLot(tx, lotId, 'failed', { reason: outcome.reason });
      return;
    }
    const awardId = newId();
    const { supplierId, priceRpPerUnit } = terms;
    const { packs, amountRp } = outcome;
    const demandPacks = lot.quantityPacks;
    await this.store.insert(tx, { awardId, lotId, supplierId, demandPacks, packs, priceRpPerUnit, amountRp });
    await writeAudit(tx, {
      actorId: null,
      action: 'award-distributed',
      subjectType: 'award',
      subjectId: awardId,
      data: { lotId, awardedPacks: packs, unservedPacks: demandPacks - packs },
    });
    await advanceLot(tx, lotId, 'opened', { facts: { mode: 'distribution' } });
    await advanceLot(tx, lotId, 'awarded', { facts: { mode: 'distribution' } });
    await record(tx, ContractsSigned.of({ lotId, awardId }));
  }
}
