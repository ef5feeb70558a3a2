import { Injectable } from '@nestjs/common';
import { groupBy } from '../../core/kernel/group-by.js';
import { sumPacks } from '../../core/kernel/sum-of.js';
import type { GuaranteeStep } from '../../core/offer/guarantee-steps.js';
import { refusePool } from '../../core/pool/refusals.js';
import type { MeterDemand, MeterItem } from '../../core/quote/meter-item.js';
import { Db, type Across } from '../../platform/db/db.js';
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
  /** What is read is everybody's together, and serves all who ask. */
  private readonly db: Across;

  constructor(
    db: Db,
    private readonly pools: PoolReader,
    private readonly offers: BoundOfferReader,
    private readonly rules: AwardRuleReader,
    private readonly pricings: PricingReader,
    private readonly reader: MeterReader,
  ) {
    this.db = db.across('meter');
  }

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
      const own = steps
        .filter(({ itemId }) => itemId === item.itemId)
        .map(({ fromPacks, worstRpPerUnit }) => ({ fromPacks, worstRpPerUnit }));
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
    const [totals, committed] = await Promise.all([
      this.pools.totalsOf(this.db, poolId),
      this.reader.committedOf(this.db, poolId),
    ]);
    const countOf = new Map(
      totals.map(({ itemId, districtCode, koperasiCount }) => [`${itemId} ${districtCode}`, koperasiCount]),
    );
    const byItem = new Map<string, MeterDemand[]>();
    for (const [itemId, ofItem] of groupBy(committed, (row) => row.itemId))
      byItem.set(
        itemId,
        [...groupBy(ofItem, (row) => row.zoneId)].map(([zoneId, rows]) => ({
          zoneId,
          packs: sumPacks(rows),
          koperasiCount: countOf.get(`${itemId} ${zoneId}`) ?? 0,
          limits: rows.flatMap(({ limitRpPerUnit, packs }) =>
            limitRpPerUnit === null ? [] : [{ limitRpPerUnit, packs }],
          ),
        })),
      );
    return byItem;
  }

  zoneOf(poolId: string, koperasiId: string): Promise<string | undefined> {
    return this.reader.zoneOf(this.db, poolId, koperasiId);
  }
}
