import { Injectable } from '@nestjs/common';
import type { LotAward } from '../../core/award/lot-to-award.js';
import type { AwardState } from '../../core/award/propose-award.js';
import type { Tx } from '../../platform/db/sql.js';
import type { AwardExplanation } from './award.entity.js';

/** An award under its lock, with the organiser whose people decide on it. */
export interface LockedAward {
  readonly id: string;
  readonly state: AwardState;
  readonly proposedBy: string | null;
  readonly awardedPacks: number;
  readonly organiserId: string;
}

const explanationOf = ({
  unservedPacks,
  penaltyRp,
  bestSingle,
  savedRp,
  reasons,
  way,
  nodes,
}: LotAward): AwardExplanation => ({
  unservedPacks,
  penaltyRp,
  bestSingle,
  savedRp,
  reasons,
  way,
  nodes,
});

/** Writes awards and their lines. */
@Injectable()
export class AwardStore {
  /** Writes what was computed, unless the lot has its award already. @returns whether it was written. */
  async insert(tx: Tx, awardId: string, award: LotAward): Promise<boolean> {
    const awardedPacks = award.lines.reduce((sum, { packs }) => sum + packs, 0);
    const inserted = await tx.change(
      `INSERT INTO award (id, lot_id, demand_packs, awarded_packs, cost_rp, bound_rp, gap_ppm, explanation)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (lot_id) DO NOTHING`,
      [
        awardId,
        award.lotId,
        awardedPacks + award.unservedPacks,
        awardedPacks,
        award.costRp,
        award.boundRp,
        award.gapPpm,
        explanationOf(award),
      ],
    );
    if (inserted === 0) return false;
    await this.insertLines(tx, awardId, award);
    return true;
  }

  lock(tx: Tx, lotId: string): Promise<LockedAward | undefined> {
    return tx.first(
      `SELECT award.id, award.state, proposed_by, awarded_packs, organiser_id
       FROM award JOIN lot ON lot.id = lot_id JOIN pool ON pool.id = pool_id
       WHERE lot_id = $1 FOR UPDATE OF award`,
      [lotId],
    );
  }

  async markProposed(tx: Tx, awardId: string, personId: string): Promise<void> {
    await mustTouchOne(
      tx.change(
        `UPDATE award SET state = 'proposed', proposed_by = $2, proposed_at = clock_timestamp(), version = version + 1
         WHERE id = $1 AND state = 'computed'`,
        [awardId, personId],
      ),
    );
  }

  async markApproved(tx: Tx, awardId: string, personId: string): Promise<void> {
    await mustTouchOne(
      tx.change(
        `UPDATE award SET state = 'approved', approved_by = $2, approved_at = clock_timestamp(), version = version + 1
         WHERE id = $1 AND state = 'proposed'`,
        [awardId, personId],
      ),
    );
  }

  private async insertLines(tx: Tx, awardId: string, { lines }: LotAward): Promise<void> {
    await tx.change(
      `INSERT INTO award_line (award_id, bid_id, supplier_id, tier_no, packs, price_rp_per_unit, amount_rp)
       SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::bigint[], $6::bigint[], $7::bigint[])`,
      [
        awardId,
        lines.map((line) => line.bidId),
        lines.map((line) => line.supplierId),
        lines.map((line) => line.tier + 1),
        lines.map((line) => line.packs),
        lines.map((line) => line.priceRpPerUnit),
        lines.map((line) => line.amountRp),
      ],
    );
  }
}

/** The row was locked and judged, so anything but one row is a bug. */
const mustTouchOne = async (change: Promise<number>): Promise<void> => {
  if ((await change) !== 1) throw new Error('the award moved on under its lock');
};
