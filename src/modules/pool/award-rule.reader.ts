import { Injectable } from '@nestjs/common';
import { plainAwardRule, type AwardRule } from '../../core/pool/award-rule.js';
import type { Sql } from '../../platform/db/sql.js';

/** What a pool declared about its awards; plain where it declared nothing. */
@Injectable()
export class AwardRuleReader {
  async ruleOf(sql: Sql, poolId: string): Promise<AwardRule> {
    const rule = await sql.first<Omit<AwardRule, 'freight'>>(
      `SELECT annual_rate_bps, max_share_bps, min_suppliers, missing_supplier_rp, reserved_share_bps
       FROM pool_award_rule WHERE pool_id = $1`,
      [poolId],
    );
    if (rule === undefined) return plainAwardRule;
    const freight = await sql.rows<AwardRule['freight'][number]>(
      'SELECT from_code, to_code, rp_per_unit FROM pool_freight WHERE pool_id = $1 ORDER BY from_code, to_code',
      [poolId],
    );
    return { ...rule, freight };
  }
}
