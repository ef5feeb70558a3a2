import { Injectable } from '@nestjs/common';
import { declareAwardRule, type AwardRule } from '../../core/pool/award-rule.js';
import type { Tx } from '../../platform/db/sql.js';

/** Writes what a pool declares about its awards, once, with the pool. */
@Injectable()
export class AwardRuleStore {
  /** @throws Refusal naming the field. */
  async declare(tx: Tx, poolId: string, declared: Partial<AwardRule>): Promise<void> {
    const named = (declared.freight ?? []).flatMap(({ fromCode, toCode }) => [fromCode, toCode]);
    const known = await tx.rows<{ code: string }>('SELECT code FROM region WHERE code = ANY ($1)', [named]);
    const rule = declareAwardRule(declared, new Set(known.map(({ code }) => code)));
    await tx.change(
      `INSERT INTO pool_award_rule
         (pool_id, annual_rate_bps, max_share_bps, min_suppliers, missing_supplier_rp, reserved_share_bps)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        poolId,
        rule.annualRateBps,
        rule.maxShareBps,
        rule.minSuppliers,
        rule.missingSupplierRp,
        rule.reservedShareBps,
      ],
    );
    await tx.change(
      `INSERT INTO pool_freight (pool_id, from_code, to_code, rp_per_unit)
       SELECT $1, * FROM unnest($2::text[], $3::text[], $4::bigint[])`,
      [
        poolId,
        rule.freight.map(({ fromCode }) => fromCode),
        rule.freight.map(({ toCode }) => toCode),
        rule.freight.map(({ rpPerUnit }) => rpPerUnit),
      ],
    );
  }
}
