import { Injectable } from '@nestjs/common';
import { stateProblem, type LotToState, type SupplierToState } from '../../core/award/state-problem.js';
import type { AwardProblem } from '../../core/award/joint/award-problem.js';
import type { Link } from '../../core/award/list-due-groups.js';
import { listStandingBids } from '../../core/award/steps/list-standing-bids.js';
import type { Sql } from '../../platform/db/sql.js';
import { BidReader, SupplierTermsReader, type OpenedBid } from '../bid/index.js';
import { LotReader, type LotRow } from '../lot/index.js';
import { SupplierClassReader } from '../party/index.js';
import { AwardRuleReader, PoolReader } from '../pool/index.js';

interface Held {
  readonly milli: number;
  readonly goodsRp: number;
}
type Terms = Pick<SupplierToState, 'fixedChargeRp' | 'capacityMilli' | 'minimumOrderRp'>;

const NEUTRAL: Terms = { fixedChargeRp: 0, capacityMilli: null, minimumOrderRp: 0 };

/** Terms over all lots, less what is awarded in others already; null when nothing more can be delivered. */
const leftOf = ({ fixedChargeRp, capacityMilli, minimumOrderRp }: Terms, held?: Held): Terms | null => {
  if (held === undefined) return { fixedChargeRp, capacityMilli, minimumOrderRp };
  const left = capacityMilli === null ? null : capacityMilli - held.milli;
  if (left !== null && left <= 0) return null;
  return {
    fixedChargeRp: 0,
    capacityMilli: left,
    minimumOrderRp: Math.max(0, minimumOrderRp - held.goodsRp),
  };
};

/**
 * Reads what an award is computed from. Opened bids and terms no longer change, so it reads the same at any time, but
 * for suppliers that are suspended meanwhile: once suspended before the award, their bids are out of it.
 */
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

  /** Suppliers that ask for something over all lots of a pool, or may do so under seal, with the opened lots they bid on. */
  async linksOf(sql: Sql, poolId: string): Promise<Link[]> {
    const tying = await this.terms.tyingSuppliers(sql, poolId);
    if (tying.length === 0) return [];
    return sql.rows(
      `SELECT supplier_id, array_agg(bid.lot_id ORDER BY bid.lot_id) AS lot_ids
       FROM bid JOIN tender ON tender.lot_id = bid.lot_id JOIN lot ON lot.id = bid.lot_id
       WHERE lot.pool_id = $1 AND supplier_id = ANY ($2) AND tender.opened_at IS NOT NULL
         AND (SELECT action FROM bid_revision WHERE bid_id = bid.id ORDER BY revision DESC LIMIT 1) <> 'withdrawn'
         AND NOT EXISTS (SELECT FROM bid_out WHERE bid_id = bid.id)
       GROUP BY supplier_id ORDER BY supplier_id`,
      [poolId, tying],
    );
  }

  /** The opened bids of a lot that still take part: not out, not of a suspended supplier, valid on the organiser's day. */
  async standingBids(sql: Sql, lotId: string): Promise<OpenedBid[]> {
    const row = await sql.first<{ bidIds: string[]; today: string }>(
      `SELECT ARRAY(
           SELECT bid_id::text FROM bid_out WHERE bid_out.lot_id = lot.id
           UNION SELECT bid.id::text FROM bid JOIN party ON party.id = supplier_id
           WHERE bid.lot_id = lot.id AND party.state = 'suspended' ORDER BY 1) AS bid_ids,
         (clock_timestamp() AT TIME ZONE organiser.time_zone)::date AS today
       FROM lot JOIN pool ON pool.id = pool_id JOIN party AS organiser ON organiser.id = organiser_id
       WHERE lot.id = $1`,
      [lotId],
    );
    if (row === undefined) throw new Error(`there is no lot ${lotId}`);
    return listStandingBids(await this.bids.openedBids(sql, lotId), new Set(row.bidIds), row.today);
  }

  /** The problem of a group of lots of one pool, from all their bids that stand. */
  async problemOf(sql: Sql, poolId: string, lots: readonly LotRow[]): Promise<AwardProblem> {
    const pool = await this.pools.poolById(sql, poolId);
    if (pool === undefined) throw new Error(`lots of pool ${poolId}, which does not exist`);
    const [stated, bids] = [[], []] as [LotToState[], Parameters<typeof stateProblem>[0]['bids'][number][]];
    for (const lot of lots) {
      stated.push(await this.statedLot(sql, lot));
      for (const { madeAt, ...bid } of await this.standingBids(sql, lot.id))
        bids.push({ ...bid, submittedAt: madeAt.toISOString() });
    }
    const suppliers = await this.statedSuppliers(
      sql,
      poolId,
      [...new Set(bids.map((bid) => bid.supplierId))],
      lots.map(({ id }) => id),
    );
    return stateProblem({
      side: pool.side,
      rule: await this.rules.ruleOf(sql, poolId),
      lots: stated,
      suppliers,
      bids: bids.filter((bid) => suppliers.some(({ supplierId }) => supplierId === bid.supplierId)),
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
    lotIds: readonly string[],
  ): Promise<SupplierToState[]> {
    const terms = new Map((await this.terms.openedTerms(sql, poolId)).map((one) => [one.supplierId, one]));
    const reserved = await this.classes.reservedOf(sql, supplierIds);
    const held = await this.heldElsewhere(sql, poolId, lotIds);
    return supplierIds.flatMap((supplierId) => {
      const left = leftOf(terms.get(supplierId) ?? NEUTRAL, held.get(supplierId));
      return left === null ? [] : [{ supplierId, isReserved: reserved.has(supplierId), ...left }];
    });
  }

  /** What suppliers were awarded in other lots of the pool: a lot awarded anew adds to it. */
  private async heldElsewhere(
    sql: Sql,
    poolId: string,
    lotIds: readonly string[],
  ): Promise<Map<string, Held>> {
    const rows = await sql.rows<Held & { supplierId: string }>(
      `SELECT supplier_id, sum(packs * pack_size_milli)::bigint AS milli,
         sum(amount_rp - surcharge_rp - freight_rp - tax_rp - fixed_rp)::bigint AS goods_rp
       FROM award JOIN award_line ON award_line.award_id = award.id
       JOIN lot ON lot.id = award.lot_id JOIN pool_item ON pool_item.id = item_id
       WHERE lot.pool_id = $1 AND award.state <> 'replaced' AND lot.state <> 'failed' AND lot.id <> ALL ($2)
       GROUP BY supplier_id`,
      [poolId, lotIds],
    );
    return new Map(rows.map(({ supplierId, ...held }) => [supplierId, held]));
  }
}
