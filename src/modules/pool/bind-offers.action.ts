import { Injectable } from '@nestjs/common';
import { guaranteeSteps } from '../../core/offer/guarantee-steps.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { decidesByCostAlone } from '../../core/pool/decides-by-cost-alone.js';
import type { Tx } from '../../platform/db/sql.js';
import { OfferReader, lockOffersOf } from '../offer/index.js';
import { AwardRuleReader } from './award-rule.reader.js';
import { DistributionReader } from './distribution.reader.js';
import { PricingReader } from './pricing.reader.js';
import { PoolReader, type PoolRow } from './pool.reader.js';

/**
 * Fixes which standing offers bind a pool's items, and the worst that a line can come to pay, in the
 * transaction that opens it. The database lets no other transaction write these rows.
 */
@Injectable()
export class BindOffers {
  constructor(
    private readonly pools: PoolReader,
    private readonly offers: OfferReader,
    private readonly rules: AwardRuleReader,
    private readonly pricings: PricingReader,
    private readonly distributions: DistributionReader,
  ) {}

  /** Before the pool is marked open: no offer of its region changes until the opening is done. */
  async hold(tx: Tx, poolId: string): Promise<PoolRow> {
    const pool = await this.pools.poolById(tx, poolId);
    if (pool === undefined) throw new Error(`there is no pool ${poolId}`);
    await lockOffersOf(tx, pool.regionCode);
    return pool;
  }

  /** After the pool was marked open. */
  async run(tx: Tx, pool: PoolRow): Promise<void> {
    const covering = pool.side === 'buy' ? await this.offers.covering(tx, pool) : [];
    const { kind, feeRpPerUnit } = await this.pricings.pricingOf(tx, pool.id);
    // Where each kecamatan pays for itself it may be given the dearer supplier of a lot that is cheap on the whole.
    const isPlain = kind === 'uniform' && decidesByCostAlone(await this.rules.ruleOf(tx, pool.id));
    const fixed = new Map(
      (await this.distributions.ofPool(tx, pool.id)).map((item) => [item.itemId, item.priceRpPerUnit]),
    );
    const items = await this.pools.itemsOf(tx, pool.id);
    const bound = items.flatMap(({ itemId, packCode, mode }) =>
      covering.flatMap((offer) =>
        mode === 'tender' && offer.packCode === packCode ? [{ ...offer, itemId }] : [],
      ),
    );
    const steps = items.flatMap(({ itemId, ceilingRpPerUnit }) =>
      guaranteeSteps({
        ceilingRpPerUnit: fixed.get(itemId) ?? ceilingRpPerUnit,
        feeRpPerUnit,
        isPlain,
        offers: bound.filter((offer) => offer.itemId === itemId),
      }).map((step) => ({ ...step, itemId })),
    );
    await tx.change(
      `INSERT INTO item_offer (item_id, offer_id, revision) SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[])`,
      [
        bound.map(({ itemId }) => itemId),
        bound.map(({ offerId }) => offerId),
        bound.map(({ revision }) => revision),
      ],
    );
    await tx.change(
      `INSERT INTO item_guarantee (item_id, from_packs, worst_rp_per_unit)
       SELECT * FROM unnest($1::uuid[], $2::int[], $3::bigint[])`,
      [
        steps.map(({ itemId }) => itemId),
        steps.map(({ fromPacks }) => fromPacks),
        steps.map(({ worstRpPerUnit }) => worstRpPerUnit),
      ],
    );
    if (bound.length > 0)
      await writeAudit(tx, {
        actorId: null,
        action: 'offers-bound',
        subjectType: 'pool',
        subjectId: pool.id,
        data: { offers: bound.length },
      });
  }
}
