import { Injectable } from '@nestjs/common';
import type { AwardOutcome } from '../../core/award/award-outcome.js';
import type { AwardState } from '../../core/award/award-state.js';
import type { AwardProblem } from '../../core/award/joint/award-problem.js';
import { clearingPrices } from '../../core/award/joint/clearing-prices.js';
import type { BidOut } from '../../core/award/steps/course.js';
import { refuseAward } from '../../core/award/refusals.js';
import type { ItemMode } from '../../core/pool/draft-distribution.js';
import type { Principal } from '../../platform/auth/principal.js';
import type { Sql } from '../../platform/db/sql.js';
import { BidReader } from '../bid/index.js';
import type { AwardExplanation, KeptCoalition } from './award.entity.js';

export interface AwardRow {
  readonly id: string;
  readonly lotId: string;
  readonly state: AwardState;
  readonly demandPacks: number;
  readonly awardedPacks: number;
  readonly costRp: number;
  readonly boundRp: number;
  readonly gapPpm: number;
  readonly explanation: AwardExplanation;
  readonly computedAt: Date;
  readonly proposedBy: string | null;
  readonly proposedAt: Date | null;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
  readonly attempt: number;
  readonly endorsedBy: string | null;
  readonly endorsedAt: Date | null;
  readonly version: number;
  /** Null where the award was not computed from bids. */
  readonly groupId: string | null;
  /** By distribution nobody proposes or approves: the pool has declared it. */
  readonly mode: ItemMode;
  readonly tolerancePacks: number;
  readonly leftPacks: number;
}

export interface AwardGroupRow {
  readonly id: string;
  readonly poolId: string;
  readonly problem: AwardProblem;
  readonly outcome: AwardOutcome;
  readonly coalition: KeptCoalition | null;
  readonly computedAt: Date;
}

export interface AwardLineRow {
  /** Null where a supplier distributes at a fixed price. */
  readonly bidId: string | null;
  readonly supplierId: string;
  readonly supplierName: string;
  /** From 1. */
  readonly tierNo: number;
  readonly packs: number;
  /** Of the tier reached. */
  readonly priceRpPerUnit: number;
  readonly surchargeRp: number;
  readonly freightRp: number;
  readonly taxRp: number;
  readonly fixedRp: number;
  /** Everything included. */
  readonly amountRp: number;
}

/** A bid that takes no further part, and the attempt that it fell out of. */
export interface BidOutRow extends BidOut {
  readonly attempt: number;
}

/** Packs of a bid in one zone. */
export interface AwardZoneRow {
  readonly bidId: string;
  readonly supplierId: string;
  readonly zoneCode: string;
  readonly packs: number;
  readonly surchargeRpPerUnit: number;
  readonly freightRpPerUnit: number;
  readonly amountRp: number;
  readonly maxPerBuyerPacks: number | null;
}

/** An award as it is shown: with its lines, and the name behind each bid. */
export interface ShownAward {
  readonly award: AwardRow;
  readonly lines: readonly AwardLineRow[];
  readonly zones: readonly AwardZoneRow[];
  /** What every buyer of a lot that is sold pays per unit: the lowest landed price accepted; null in a buy pool. */
  readonly clearingRpPerUnit: number | null;
  /** All lots that were awarded together, this one among them. */
  readonly groupLotIds: readonly string[];
  /** The bids that fell out of earlier attempts. */
  readonly bidsOut: readonly BidOutRow[];
  /** Suppliers of the lot's bids by bid. */
  readonly suppliers: ReadonlyMap<string, { readonly supplierId: string; readonly supplierName: string }>;
}

const LINES = `
  SELECT bid_id, supplier_id, supplier.name AS supplier_name, tier_no, packs, price_rp_per_unit,
    surcharge_rp, freight_rp, tax_rp, fixed_rp, amount_rp
  FROM award_line JOIN award ON award.id = award_id JOIN party AS supplier ON supplier.id = supplier_id`;

const ZONES = `
  SELECT award_zone.bid_id, supplier_id, zone_code, packs, surcharge_rp_per_unit, freight_rp_per_unit, amount_rp,
    (SELECT max_per_buyer_packs FROM bid_revision WHERE bid_revision.bid_id = bid.id ORDER BY revision DESC LIMIT 1)
      AS max_per_buyer_packs
  FROM award_zone JOIN award ON award.id = award_id JOIN bid ON bid.id = award_zone.bid_id`;

/** Answers about awards. */
@Injectable()
export class AwardReader {
  constructor(private readonly bids: BidReader) {}

  awardOf(sql: Sql, lotId: string): Promise<AwardRow | undefined> {
    return sql.first(
      `SELECT id, lot_id, state, demand_packs, awarded_packs, cost_rp, bound_rp, gap_ppm, explanation, computed_at,
         proposed_by, proposed_at, approved_by, approved_at, attempt, endorsed_by, endorsed_at, version, group_id, mode,
         tolerance_packs, left_packs
       FROM award WHERE lot_id = $1 AND state <> 'replaced'`,
      [lotId],
    );
  }

  /** Who delivers how much at which price; empty until the award is approved. */
  linesOf(sql: Sql, lotId: string): Promise<AwardLineRow[]> {
    return sql.rows(`${LINES} WHERE lot_id = $1 AND award.state = 'approved' ORDER BY bid_id, supplier_id`, [
      lotId,
    ]);
  }

  /** Who delivers how much to which zone; empty until the award is approved. */
  zonesOf(sql: Sql, lotId: string): Promise<AwardZoneRow[]> {
    return sql.rows(
      `${ZONES} WHERE award.lot_id = $1 AND award.state = 'approved' ORDER BY award_zone.bid_id, zone_code`,
      [lotId],
    );
  }

  /** The awards that were stated together, by lot. */
  awardsOfGroup(sql: Sql, groupId: string): Promise<{ readonly awardId: string; readonly lotId: string }[]> {
    return sql.rows('SELECT id AS award_id, lot_id FROM award WHERE group_id = $1 ORDER BY lot_id', [
      groupId,
    ]);
  }

  /** The problem and the outcome that awards of a group were stated from. */
  groupOf(sql: Sql, groupId: string): Promise<AwardGroupRow | undefined> {
    return sql.first(
      'SELECT id, pool_id, problem, outcome, coalition, computed_at FROM award_group WHERE id = $1',
      [groupId],
    );
  }

  /**
   * The award of a lot for those who may see all its bids; without a principal: the public.
   * @throws Refusal when there is none that they may see.
   */
  async shownAward(sql: Sql, lotId: string, principal?: Principal): Promise<ShownAward> {
    const sight = await this.bids.sightOf(sql, lotId, principal);
    const award = sight === 'all' ? await this.awardOf(sql, lotId) : undefined;
    if (award === undefined) throw refuseAward('AWARD_NOT_FOUND');
    const lines = await sql.rows<AwardLineRow>(`${LINES} WHERE award_id = $1 ORDER BY bid_id, supplier_id`, [
      award.id,
    ]);
    const bidsOut = await sql.rows<BidOutRow>(
      `SELECT bid_id, reason, attempt FROM bid_out JOIN award ON award.id = award_id
       WHERE bid_out.lot_id = $1 ORDER BY attempt, bid_id`,
      [lotId],
    );
    const zones = await sql.rows<AwardZoneRow>(
      `${ZONES} WHERE award_id = $1 ORDER BY award_zone.bid_id, zone_code`,
      [award.id],
    );
    const group = await sql.rows<{ lotId: string }>(
      'SELECT lot_id FROM award WHERE id = $1 OR group_id = (SELECT group_id FROM award WHERE id = $1) ORDER BY lot_id',
      [award.id],
    );
    const bids = await this.bids.openedBids(sql, lotId);
    return {
      award,
      lines,
      zones,
      bidsOut,
      groupLotIds: group.map((one) => one.lotId),
      clearingRpPerUnit: await this.clearingOf(sql, award),
      suppliers: new Map(bids.map((bid) => [bid.bidId, bid])),
    };
  }

  private async clearingOf(sql: Sql, { lotId, groupId }: AwardRow): Promise<number | null> {
    const group = groupId === null ? undefined : await this.groupOf(sql, groupId);
    if (group?.problem.side !== 'sell') return null;
    return clearingPrices(group.problem, group.outcome.deliveries).get(lotId) ?? null;
  }
}
