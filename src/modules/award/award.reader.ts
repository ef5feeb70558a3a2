import { Injectable } from '@nestjs/common';
import type { AwardState } from '../../core/award/award-state.js';
import type { BidOut } from '../../core/award/steps/course.js';
import { refuseAward } from '../../core/award/refusals.js';
import type { Principal } from '../../platform/auth/principal.js';
import type { Sql } from '../../platform/db/sql.js';
import { BidReader } from '../bid/index.js';
import type { AwardExplanation } from './award.entity.js';

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
}

export interface AwardLineRow {
  readonly bidId: string;
  readonly supplierId: string;
  readonly supplierName: string;
  /** From 1. */
  readonly tierNo: number;
  readonly packs: number;
  readonly priceRpPerUnit: number;
  readonly amountRp: number;
}

/** A bid that takes no further part, and the attempt that it fell out of. */
export interface BidOutRow extends BidOut {
  readonly attempt: number;
}

/** An award as it is shown: with its lines, and the name behind each bid. */
export interface ShownAward {
  readonly award: AwardRow;
  readonly lines: readonly AwardLineRow[];
  /** Suppliers of the lot's bids by bid. */
  /** The bids that fell out of earlier attempts. */
  readonly bidsOut: readonly BidOutRow[];
  readonly suppliers: ReadonlyMap<string, { readonly supplierId: string; readonly supplierName: string }>;
}

const LINES = `
  SELECT bid_id, supplier_id, supplier.name AS supplier_name, tier_no, packs, price_rp_per_unit, amount_rp
  FROM award_line JOIN award ON award.id = award_id JOIN party AS supplier ON supplier.id = supplier_id`;

/** Answers about awards. */
@Injectable()
export class AwardReader {
  constructor(private readonly bids: BidReader) {}

  awardOf(sql: Sql, lotId: string): Promise<AwardRow | undefined> {
    return sql.first(
      `SELECT id, lot_id, state, demand_packs, awarded_packs, cost_rp, bound_rp, gap_ppm, explanation, computed_at,
         proposed_by, proposed_at, approved_by, approved_at, attempt, endorsed_by, endorsed_at, version
       FROM award WHERE lot_id = $1 AND state <> 'replaced'`,
      [lotId],
    );
  }

  /** Who delivers how much at which price; empty until the award is approved. */
  linesOf(sql: Sql, lotId: string): Promise<AwardLineRow[]> {
    return sql.rows(`${LINES} WHERE lot_id = $1 AND award.state = 'approved' ORDER BY bid_id`, [lotId]);
  }

  /**
   * The award of a lot for those who may see all its bids; without a principal: the public.
   * @throws Refusal when there is none that they may see.
   */
  async shownAward(sql: Sql, lotId: string, principal?: Principal): Promise<ShownAward> {
    const sight = await this.bids.sightOf(sql, lotId, principal);
    const award = sight === 'all' ? await this.awardOf(sql, lotId) : undefined;
    if (award === undefined) throw refuseAward('AWARD_NOT_FOUND');
    const lines = await sql.rows<AwardLineRow>(`${LINES} WHERE award_id = $1 ORDER BY bid_id`, [award.id]);
    const bidsOut = await sql.rows<BidOutRow>(
      `SELECT bid_id, reason, attempt FROM bid_out JOIN award ON award.id = award_id
       WHERE bid_out.lot_id = $1 ORDER BY attempt, bid_id`,
      [lotId],
    );
    const bids = await this.bids.openedBids(sql, lotId);
    return { award, lines, bidsOut, suppliers: new Map(bids.map((bid) => [bid.bidId, bid])) };
  }
}
