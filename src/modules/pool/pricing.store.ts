import { Injectable } from '@nestjs/common';
import { declarePricing, type Pricing } from '../../core/pool/pricing.js';
import type { Tx } from '../../platform/db/sql.js';

/** Writes what a pool declares about what its members pay, once, with the pool. */
@Injectable()
export class PricingStore {
  /** @throws Refusal naming the field. */
  async declare(
    tx: Tx,
    poolId: string,
    declared: Partial<Pricing>,
    items: Parameters<typeof declarePricing>[1],
  ): Promise<void> {
    const { kind, feeRpPerUnit } = declarePricing(declared, items);
    await tx.change('INSERT INTO pool_pricing (pool_id, kind, fee_rp_per_unit) VALUES ($1, $2, $3)', [
      poolId,
      kind,
      feeRpPerUnit,
    ]);
  }
}
