import { Injectable } from '@nestjs/common';
import { requireOpen } from '../../core/pool/pool-state.js';
import { refuseCommitment } from '../../core/pool/commitment-refusals.js';
import { quoteLine } from '../../core/quote/quote-line.js';
import { refuseQuote } from '../../core/quote/refusals.js';
import { GatherMeter } from './gather-meter.js';
import { MeterEngine } from './meter-engine.js';
import { Meters } from './meters.js';
import type { QuoteBody, QuotedLineView } from './quote.dto.js';

/** Says what a commitment would cost before it is made. Nothing is kept: the worst is a fact that anyone can recompute. */
@Injectable()
export class QuoteCommitment {
  constructor(
    private readonly meters: Meters,
    private readonly gather: GatherMeter,
    private readonly engine: MeterEngine,
  ) {}

  async run(poolId: string, { koperasiId, lines }: QuoteBody): Promise<QuotedLineView[]> {
    const source = await this.meters.of(poolId);
    requireOpen(await this.gather.moment(poolId));
    const zoneId = await this.gather.zoneOf(poolId, koperasiId);
    if (zoneId === undefined) throw refuseQuote('QUOTE_WITHOUT_KOPERASI', {}, 'koperasiId');
    const quoted: QuotedLineView[] = [];
    for (const [
      place,
      { itemId, quantityPacks, tolerancePacks = 0, maxLandedRp = null },
    ] of lines.entries()) {
      const item = source.item(itemId);
      if (item === undefined) throw refuseCommitment('ITEM_NOT_IN_POOL', {}, `lines.${place}.itemId`);
      const line = { zoneId, quantityPacks, tolerancePacks, maxLandedRp };
      const certain = quoteLine({ ...item, offers: [] }, item.steps, line).next();
      if (!certain.done) throw new Error('a quote without offers asked for an award');
      const quote = await this.engine.read(quoteLine(item, item.steps, line), () => certain.value);
      quoted.push({ itemId, quantityPacks, tolerancePacks, maxLandedRp, ...quote });
    }
    return quoted;
  }
}
