import { Injectable } from '@nestjs/common';
import type { LotAward } from '../../core/award/lot-to-award.js';
import type { Sql, Tx } from '../../platform/db/sql.js';
import type { AwardExplanation } from './award.entity.js';

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
  /** The attempt that is next at a lot's award. */
  async nextAttempt(sql: Sql, lotId: string): Promise<number> {
    const row = await sql.first<{ next: number }>(
      'SELECT count(*) + 1 AS next FROM award WHERE lot_id = $1',
      [lotId],
    );
    return row?.next ?? 1;
  }

  /** The bids that are out of a lot, and the day it is for its organiser. */
  async bidsOut(sql: Sql, lotId: string): Promise<{ readonly bidIds: string[]; readonly today: string }> {
    const row = await sql.first<{ bidIds: string[]; today: string }>(
      `SELECT ARRAY(SELECT bid_id::text FROM bid_out WHERE bid_out.lot_id = lot.id ORDER BY bid_id) AS bid_ids,
         (clock_timestamp() AT TIME ZONE organiser.time_zone)::date AS today
       FROM lot JOIN pool ON pool.id = pool_id JOIN party AS organiser ON organiser.id = organiser_id
       WHERE lot.id = $1`,
      [lotId],
    );
    if (row === undefined) throw new Error(`there is no lot ${lotId}`);
    return row;
  }

  /** Keeps acts on the lot apart; says what time it is. */
  async lockLot(tx: Tx, lotId: string): Promise<Date | undefined> {
    const lot = await tx.first('SELECT id FROM lot WHERE id = $1 FOR NO KEY UPDATE', [lotId]);
    if (lot === undefined) return undefined;
    return (await tx.first<{ now: Date }>('SELECT clock_timestamp() AS now'))?.now;
  }

  /** Writes what was computed, unless the lot has its award or is at another attempt. @returns whether it was written. */
  async insert(tx: Tx, awardId: string, award: LotAward & { readonly attempt: number }): Promise<boolean> {
    const awardedPacks = award.lines.reduce((sum, { packs }) => sum + packs, 0);
    const inserted = await tx.change(
      `INSERT INTO award (id, lot_id, demand_packs, awarded_packs, cost_rp, bound_rp, gap_ppm, explanation, attempt)
       SELECT $1::uuid, $2::uuid, $3::bigint, $4::bigint, $5::bigint, $6::bigint, $7::bigint, $8::jsonb, $9::int
       WHERE (SELECT count(*) + 1 FROM award WHERE lot_id = $2::uuid) = $9::int
       ON CONFLICT (lot_id) WHERE state <> 'replaced' DO NOTHING`,
      [
        awardId,
        award.lotId,
        awardedPacks + award.unservedPacks,
        awardedPacks,
        award.costRp,
        award.boundRp,
        award.gapPpm,
        explanationOf(award),
        award.attempt,
      ],
    );
    if (inserted === 0) return false;
    await this.insertLines(tx, awardId, award);
    return true;
  }

  /** `personId` is null when the system proposes. */
  async markProposed(tx: Tx, awardId: string, personId: string | null): Promise<void> {
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

  /** The first of two who agree to what the system proposed. */
  async markEndorsed(tx: Tx, awardId: string, personId: string, asChair: boolean): Promise<void> {
    await mustTouchOne(
      tx.change(
        `UPDATE award SET endorsed_by = $2, endorsed_at = clock_timestamp(), endorsed_as_chair = $3, version = version + 1
         WHERE id = $1 AND state = 'proposed' AND endorsed_by IS NULL`,
        [awardId, personId, asChair],
      ),
    );
  }

  /** Keeps an attempt as it was, and makes room for the next. */
  async markReplaced(tx: Tx, awardId: string): Promise<void> {
    await mustTouchOne(
      tx.change(
        `UPDATE award SET state = 'replaced', replaced_at = clock_timestamp(), version = version + 1
         WHERE id = $1 AND state IN ('proposed', 'approved')`,
        [awardId],
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
