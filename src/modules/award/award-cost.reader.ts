import { Injectable } from '@nestjs/common';
import type { AwardOutcome } from '../../core/award/award-outcome.js';
import type { AwardProblem } from '../../core/award/joint/award-problem.js';
import { clearingPrices } from '../../core/award/joint/clearing-prices.js';
import { amountRp as rpOf } from '../../core/kernel/quantity.js';
import { split } from '../../core/kernel/split.js';
import type { Sql } from '../../platform/db/sql.js';

/** What a supplier's packs of a lot cost, in one zone or, of an award without zones, in all (null). */
export interface AwardCost {
  readonly supplierId: string;
  readonly zoneId: string | null;
  readonly packs: number;
  /** Goods, surcharge, freight and tax; not the fixed charge. */
  readonly amountRp: number;
  /** Of it freight, as estimated when bids closed. */
  readonly freightRp: number;
}

/** A supplier's fixed charge, as far as it is this lot's. */
export interface AwardFixed {
  readonly supplierId: string;
  readonly amountRp: number;
}

interface CostRow {
  readonly supplierId: string;
  readonly packs: number;
  readonly amountRp: number;
  readonly fixedRp: number;
  readonly freightRp: number;
  readonly packSizeMilli: number;
  readonly zones: readonly {
    readonly zoneId: string;
    readonly packs: number;
    readonly amountRp: number;
    readonly freightRpPerUnit: number;
  }[];
}

/** A line's cost without its fixed charge; zones carry theirs by packs. */
const costsOfLine = ({ supplierId, packSizeMilli, zones, ...line }: CostRow): AwardCost[] => {
  const { packs, amountRp, fixedRp, freightRp } = line;
  if (zones.length === 0)
    return [{ supplierId, zoneId: null, packs, freightRp, amountRp: amountRp - fixedRp }];
  const fixed = split(
    fixedRp,
    zones.map((zone) => zone.packs),
  );
  return zones.map(({ freightRpPerUnit, ...zone }, at) => ({
    ...zone,
    supplierId,
    amountRp: zone.amountRp - (fixed[at] ?? 0),
    freightRp: rpOf(zone.packs, packSizeMilli, freightRpPerUnit),
  }));
};

/** Answers what an approved award costs, or brings. */
@Injectable()
export class AwardCostReader {
  /** What every buyer of a lot that was sold pays per unit: the lowest landed price accepted. Null until it is approved. */
  async clearingOf(sql: Sql, lotId: string): Promise<number | null> {
    const group = await sql.first<{ problem: AwardProblem; outcome: Pick<AwardOutcome, 'deliveries'> }>(
      `SELECT problem, outcome FROM award JOIN award_group ON award_group.id = group_id
       WHERE lot_id = $1 AND award.state = 'approved'`,
      [lotId],
    );
    return group === undefined
      ? null
      : (clearingPrices(group.problem, group.outcome.deliveries).get(lotId) ?? null);
  }

  /** By supplier and zone; empty until the award is approved. */
  async costsOf(sql: Sql, lotId: string): Promise<{ awards: AwardCost[]; fixed: AwardFixed[] }> {
    const rows = await sql.rows<CostRow>(
      `SELECT supplier_id, packs, amount_rp, fixed_rp, freight_rp, pack_size_milli, coalesce((
         SELECT json_agg(json_build_object('zoneId', zone_code, 'packs', zone.packs, 'amountRp', zone.amount_rp,
             'freightRpPerUnit', freight_rp_per_unit)
           ORDER BY zone_code)
         FROM award_zone AS zone WHERE zone.award_id = award.id AND zone.bid_id = award_line.bid_id), '[]') AS zones
       FROM award_line JOIN award ON award.id = award_id
       JOIN lot ON lot.id = lot_id JOIN pool_item ON pool_item.id = item_id
       WHERE lot_id = $1 AND award.state = 'approved' ORDER BY supplier_id`,
      [lotId],
    );
    return {
      awards: rows.flatMap(costsOfLine),
      fixed: rows
        .filter(({ fixedRp }) => fixedRp > 0)
        .map(({ supplierId, fixedRp }) => ({ supplierId, amountRp: fixedRp })),
    };
  }
}
