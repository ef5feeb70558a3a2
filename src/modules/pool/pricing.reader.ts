import { Injectable } from '@nestjs/common';
import { plainPricing, type Pricing } from '../../core/pool/pricing.js';
import type { Sql } from '../../platform/db/sql.js';

/** What a pool declared about what its members pay; plain where it declared nothing. */
@Injectable()
export class PricingReader {
  async pricingOf(sql: Sql, poolId: string): Promise<Pricing> {
    const declared = await sql.first<Pricing>(
      'SELECT kind, fee_rp_per_unit FROM pool_pricing WHERE pool_id = $1',
      [poolId],
    );
    return declared ?? plainPricing;
  }
}
