import { Injectable } from '@nestjs/common';
import type { GuaranteeStep } from '../../core/offer/guarantee-steps.js';
import { refusePool } from '../../core/pool/refusals.js';
import type { MeterDemand, MeterItem } from '../../core/quote/meter-item.js';
import { Db } from '../../platform/db/db.js';
import {
  AwardRuleReader,
  BoundOfferReader,
  PoolReader,
  PricingReader,
  type ItemOfferRow,
  type PoolItemRow,
} from '../pool/index.js';
import { MeterReader, type MeterMoment } from './meter.reader.js';

/** An item with what was fixed about it when its pool opened. */
export interface FixedItem extends PoolItemRow, Omit<MeterItem, 'demands'> {
  readonly offers: readonly ItemOfferRow[];
  readonly steps: readonly GuaranteeStep[];
}

/** Gathers what a pool's meter is read from: what no longer changes once, what does each time. */
@Injectable()
export class GatherMeter {
  constructor(
    private readonly db: Db,
    private readonly pools: PoolReader,
    private readonly offers: BoundOfferReader,
    private readonly rules: AwardRuleReader,
    private readonly pricings: PricingReader,
    private readonly reader: MeterReader,
  ) {}

  /** @throws Refusal unless the pool has been opened. */
  async fixed(poolId: string): Promise<FixedItem[]> {
    const { state } = await this.moment(poolId);
    if (state === 'draft') throw refusePool('POOL_NOT_FOUND');
    const [items, offers, steps, rule, { feeRpPerUnit }] = await Promise.all([
      this.pools.itemsOf(this.db, poolId),
      this.offers.ofPool(this.db, poolId),
      this.offers.stepsOf(this.db, poolId),
      this.rules.ruleOf(this.db, poolId),
      this.pricings.pricingOf(this.db, poolId),
    ]);
    return items.map((item) => {
      const own = steps.filter(({ itemId }) => itemId === item.itemId);
      return {
        ...item,
        feeRpPerUnit,
        rule,
        offers: offers.filter(({ itemId }) => itemId === item.itemId),
        steps: own.length > 0 ? own : [{ fromPacks: 1, worstRpPerUnit: item.ceilingRpPerUnit }],
      };
    });
  }

  async moment(poolId: string): Promise<MeterMoment> {
    const moment = await this.reader.momentOf(this.db, poolId);
    if (moment === undefined) throw refusePool('POOL_NOT_FOUND');
    return moment;
  }

  /** What is committed now, by item. */
  async demands(poolId: string): Promise<ReadonlyMap<string, MeterDemand[]>> {
    const byItem = new Map<string, MeterDemand[]>();
    for (const { itemId, districtCode, quantityPacks, koperasiCount } of await this.pools.totalsOf(
      this.db,
      poolId,
    )) {
      const demand = { zoneId: districtCode, packs: quantityPacks, koperasiCount };
      byItem.set(itemId, [...(byItem.get(itemId) ?? []), demand]);
    }
    return byItem;
  }

  zoneOf(poolId: string, koperasiId: string): Promise<string | undefined> {
    return this.reader.zoneOf(this.db, poolId, koperasiId);
  }
}
