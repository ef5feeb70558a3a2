import { Injectable } from '@nestjs/common';
import type { WaitingLot } from '../../../core/bid/committee/call-for-key.js';
import type { Sql, Tx } from '../../../platform/db/sql.js';

/** A lot that waits for its committee's key, under its lock. */
export interface LotWithoutKey extends WaitingLot {
  readonly lotId: string;
  readonly organiserId: string;
  /** The database's clock. */
  readonly now: Date;
}

const WAITING = `
  FROM lot JOIN pool ON pool.id = lot.pool_id JOIN pool_seal ON pool_seal.pool_id = pool.id
  JOIN pool_item ON pool_item.id = lot.item_id
  LEFT JOIN key_wait ON key_wait.lot_id = lot.id
  WHERE lot.state = 'bidding' AND pool_seal.mode = 'committee' AND pool_item.mode = 'tender'
    AND NOT EXISTS (SELECT FROM tender WHERE tender.lot_id = lot.id)`;

/** Writes what lots that wait for a key have been called for. */
@Injectable()
export class KeyWaitStore {
  /** Lots that may have to be called for, the longest waiting first. */
  async due(sql: Sql, limit: number): Promise<string[]> {
    const rows = await sql.rows<{ id: string }>(
      `SELECT lot.id ${WAITING} AND (key_wait.lot_id IS NULL OR clock_timestamp() >= lot.formed_at + make_interval(
         hours => open_within_hours * CASE WHEN deputy_called_at IS NULL THEN 1 ELSE 2 END))
       ORDER BY formed_at, lot.id LIMIT $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Undefined when another worker has it, or its key has come. What it was called for is read once it is locked: a twin
   * that had it until just now wrote that beside the lot, whose row did not change.
   */
  async lock(tx: Tx, lotId: string): Promise<LotWithoutKey | undefined> {
    if ((await tx.first('SELECT id FROM lot WHERE id = $1 FOR UPDATE SKIP LOCKED', [lotId])) === undefined)
      return undefined;
    return tx.first(
      `SELECT lot.id AS lot_id, organiser_id, formed_at,
         open_within_hours AS within_hours, key_wait.lot_id IS NOT NULL AS is_told,
         deputy_called_at IS NOT NULL AS is_deputy_called, clock_timestamp() AS now
       ${WAITING} AND lot.id = $1`,
      [lotId],
    );
  }

  async markTold(tx: Tx, lotId: string): Promise<void> {
    await tx.change('INSERT INTO key_wait (lot_id) VALUES ($1) ON CONFLICT DO NOTHING', [lotId]);
  }

  async markDeputyCalled(tx: Tx, lotId: string): Promise<void> {
    await tx.change(
      'UPDATE key_wait SET deputy_called_at = clock_timestamp() WHERE lot_id = $1 AND deputy_called_at IS NULL',
      [lotId],
    );
  }
}
