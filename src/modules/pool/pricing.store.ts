import { Injectable } from '@nestjs/common';
import { plainPricing, type Pricing } from '../../core/pool/pricing.js';
import type { Tx } from '../../platform/db/sql.js';

/** Writes what a pool declares about what its members pay, once, with the pool. */
@Injectable()
export class PricingStore {
  async declare(tx: Tx, poolId: string, declared: Partial<Pricing>): Promise<void> {
    // A body names what it leaves out, as undefined.
    const { kind = plainPricing.kind, feeRpPerUnit = plainPricing.feeRpPerUnit } = declared;
    await tx.change('INSERT INTO pool_pricing (pool_id, kind, fee_rp_per_unit) VALUES ($1, $2, $3)', [
      poolId,
      kind,
      feeRpPerUnit,
    ]);
  }
}
