import { Injectable } from '@nestjs/common';
import { stateProblem, type LotToState, type SupplierToState } from '../../core/award/state-problem.js';
import type { AwardProblem } from '../../core/award/joint/award-problem.js';
import type { Link } from '../../core/award/list-due-groups.js';
import { isNeutral } from '../../core/bid/supplier-terms.js';
import type { Sql } from '../../platform/db/sql.js';
import { BidReader, SupplierTermsReader } from '../bid/index.js';
import { LotReader, type LotRow } from '../lot/index.js';
import { SupplierClassReader } from '../party/index.js';
import { AwardRuleReader, PoolReader } from '../pool/index.js';

/** Reads what an award is computed from. Opened bids and terms no longer change, so it reads the same at any time. */
@Injectable()
export class ProblemReader {
  constructor(
    private readonly pools: PoolReader,
    private readonly lots: LotReader,
    private readonly bids: BidReader,
    private readonly terms: SupplierTermsReader,
    private readonly rules: AwardRuleReader,
    private readonly classes: SupplierClassReader,
  ) {}

  /** Suppliers that ask for something over all lots of a pool, with the opened lots they bid on. */
  async linksOf(sql: Sql, poolId: string): Promise<Link[]> {
    const asking = (await this.terms.openedTerms(sql, poolId)).filter((terms) => !isNeutral(terms));
    if (asking.length === 0) return [];
    return sql.rows(
      `SELECT supplier_id, array_agg(bid.lot_id ORDER BY bid.lot_id) AS lot_ids
       FROM bid JOIN tender ON tender.lot_id = bid.lot_id JOIN lot ON lot.id = bid.lot_id
       WHERE lot.pool_id = $1 AND supplier_id = ANY ($2) AND tender.opened_at IS NOT NULL
         AND (SELECT action FROM bid_revision WHERE bid_id = bid.id ORDER BY revision DESC LIMIT 1) <> 'withdrawn'
       GROUP BY supplier_id ORDER BY supplier_id`,
      [poolId, asking.map(({ supplierId }) => supplierId)],
    );
  }

  /** The problem of a group of lots of one pool, from all their opened bids. */
  async problemOf(sql: Sql, poolId: string, lots: readonly LotRow[]): Promise<AwardProblem> {
    const pool = await this.pools.poolById(sql, poolId);
    if (pool === undefined) throw new Error(`lots of pool ${poolId}, which does not exist`);
    const [stated, bids] = [[], []] as [LotToState[], Parameters<typeof stateProblem>[0]['bids'][number][]];
    for (const lot of lots) {
      stated.push(await this.statedLot(sql, lot));
      for (const { madeAt, ...bid } of await this.bids.openedBids(sql, lot.id))
        bids.push({ ...bid, submittedAt: madeAt.toISOString() });
    }
    return stateProblem({
      side: pool.side,
      rule: await this.rules.ruleOf(sql, poolId),
      lots: stated,
      suppliers: await this.statedSuppliers(sql, poolId, [...new Set(bids.map((bid) => bid.supplierId))]),
      bids,
    });
  }

  /** What each koperasi asks for; its lines of a lot are one claim, for it is one buyer. */
  private async statedLot(sql: Sql, lot: LotRow): Promise<LotToState> {
    const claims = new Map<string, { zoneId: string; packs: number }>();
    for (const { koperasiId, districtCode, quantityPacks } of await this.lots.linesOf(sql, lot.id)) {
      const packs = (claims.get(koperasiId)?.packs ?? 0) + quantityPacks;
      claims.set(koperasiId, { zoneId: districtCode, packs });
    }
    const { id: lotId, packSizeMilli, ceilingRpPerUnit: limitRpPerUnit } = lot;
    return { lotId, packSizeMilli, limitRpPerUnit, claims: [...claims.values()] };
  }

  private async statedSuppliers(
    sql: Sql,
    poolId: string,
    supplierIds: readonly string[],
  ): Promise<SupplierToState[]> {
    const terms = new Map((await this.terms.openedTerms(sql, poolId)).map((one) => [one.supplierId, one]));
    const reserved = await this.classes.reservedOf(sql, supplierIds);
    return supplierIds.map((supplierId) => ({
      supplierId,
      isReserved: reserved.has(supplierId),
      fixedChargeRp: terms.get(supplierId)?.fixedChargeRp ?? 0,
      capacityMilli: terms.get(supplierId)?.capacityMilli ?? null,
      minimumOrderRp: terms.get(supplierId)?.minimumOrderRp ?? 0,
    }));
  }
}
