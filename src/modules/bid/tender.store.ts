import { Injectable } from '@nestjs/common';
import type { Sql, Tx } from '../../platform/db/sql.js';

/** Writes tenders: when they begin, and that they were opened. */
@Injectable()
export class TenderStore {
  /**
   * Begins the bidding on lots that have none yet, each for its pool's bidding period from now;
   * a distributed lot takes no bids.
   * @returns the lots whose tender began now.
   */
  async begin(tx: Tx, lotIds: readonly string[]): Promise<string[]> {
    const rows = await tx.rows<{ lotId: string }>(
      `INSERT INTO tender (lot_id, closes_at)
       SELECT lot.id, clock_timestamp() + make_interval(secs => bidding_period_s)
       FROM lot JOIN pool ON pool.id = lot.pool_id JOIN pool_item ON pool_item.id = item_id
       WHERE lot.id = ANY ($1) AND lot.state = 'bidding' AND mode = 'tender'
       ON CONFLICT DO NOTHING
       RETURNING lot_id`,
      [lotIds],
    );
    return rows.map(({ lotId }) => lotId);
  }

  /** Lots whose bids fall due by the database's clock, the longest due first. Only a look: nothing is claimed. */
  async due(sql: Sql, limit: number): Promise<string[]> {
    const rows = await sql.rows<{ lotId: string }>(
      `SELECT lot_id FROM tender WHERE opened_at IS NULL AND closes_at <= clock_timestamp() ORDER BY closes_at, lot_id LIMIT $1`,
      [limit],
    );
    return rows.map(({ lotId }) => lotId);
  }

  /**
   * Claims a due tender. False when another worker has it, or had it; also while a bid that came in time is
   * still being written, so that none is left out: the next turn finds it free.
   */
  async claimDue(tx: Tx, lotId: string): Promise<boolean> {
    const row = await tx.first(
      `SELECT lot_id FROM tender WHERE lot_id = $1 AND opened_at IS NULL AND closes_at <= clock_timestamp()
       FOR UPDATE SKIP LOCKED`,
      [lotId],
    );
    return row !== undefined;
  }

  /** Opens a claimed tender. @returns how many bids stand, the withdrawn not counted. */
  async markOpened(tx: Tx, lotId: string): Promise<number> {
    const row = await tx.first<{ bidCount: number }>(
      `UPDATE tender SET opened_at = clock_timestamp(), bid_count = (
         SELECT count(*) FROM bid WHERE bid.lot_id = tender.lot_id AND (
           SELECT action FROM bid_revision WHERE bid_id = bid.id ORDER BY revision DESC LIMIT 1) <> 'withdrawn')
       WHERE lot_id = $1 AND opened_at IS NULL AND closes_at <= clock_timestamp()
       RETURNING bid_count`,
      [lotId],
    );
    if (row === undefined) throw new Error(`the tender of lot ${lotId} was not claimed`);
    return row.bidCount;
  }
}
