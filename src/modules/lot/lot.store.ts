import { Injectable } from '@nestjs/common';
import type { LotMove, LotState } from '../../core/lot/advance-lot.js';
import type { Tx } from '../../platform/db/sql.js';
import { ZONE } from '../pool/index.js';

export interface LockedLot {
  readonly poolId: string;
  readonly state: LotState;
}

export interface FormedLot {
  readonly id: string;
  readonly quantityPacks: number;
  readonly lineCount: number;
  readonly koperasiCount: number;
}

/**
 * The rule of core's aggregateCommitments as one statement: a nation's pool of 960,000 lines closes without
 * any of them leaving the database. Lines are read and judged once; a koperasi's lines of an item are summed
 * before zones are, so that it counts once however many lines it has; lots are sums of their zones.
 */
const FORM = `
  WITH item AS MATERIALIZED (
    SELECT item_id, lot_id, outcome, storage IN ('chilled', 'frozen') AS needs_cold_store
    FROM unnest($2::uuid[], $3::uuid[]) AS given (item_id, lot_id)
    JOIN pool_item ON pool_item.id = item_id
    JOIN commodity ON commodity.code = commodity_code
    LEFT JOIN item_rescue USING (item_id)
  ), judged AS MATERIALIZED (
    SELECT line.id AS line_id, lot_id, koperasi_id, quantity_packs,
      CASE
        WHEN outcome = 'cancelled' THEN 'RESCUE_CANCELLED'
        WHEN outcome = 'merged' AND moved.line_id IS NOT NULL THEN 'RESCUE_MERGED'
        WHEN outcome = 'merged' AND NOT accepts_merge THEN 'RESCUE_NOT_CONSENTED'
        WHEN outcome = 'merged' THEN 'RESCUE_NO_TARGET'
        WHEN koperasi.state = 'suspended' THEN 'KOPERASI_SUSPENDED'
        WHEN beneficiary.state = 'suspended' THEN 'BENEFICIARY_SUSPENDED'
        WHEN needs_cold_store AND NOT 'cold-store' = ANY (koperasi.capabilities) THEN 'COLD_STORE_MISSING'
        WHEN released.reason = 'DEPOSIT_NOT_HELD' THEN 'DEPOSIT_NOT_HELD'
      END AS refusal
    FROM commitment_line AS line
    JOIN item USING (item_id)
    JOIN party AS koperasi ON koperasi.id = koperasi_id
    JOIN party AS beneficiary ON beneficiary.id = beneficiary_id
    LEFT JOIN line_move AS moved ON moved.line_id = line.id
    LEFT JOIN released_line AS released ON released.line_id = line.id
    WHERE line.pool_id = $1 AND line.state = 'active'
  ), demand AS (
    SELECT lot_id, koperasi_id, sum(quantity_packs) AS packs, count(*) AS line_count
    FROM judged WHERE refusal IS NULL GROUP BY lot_id, koperasi_id
  ), zone AS MATERIALIZED (
    SELECT lot_id, ${ZONE} AS district_code, sum(packs) AS packs, sum(line_count) AS line_count, count(*) AS koperasi_count
    FROM demand
    JOIN pool ON pool.id = $1
    JOIN party ON party.id = koperasi_id
    LEFT JOIN region ON region.code = party.region_code
    GROUP BY 1, 2
  ), formed AS (
    INSERT INTO lot (id, pool_id, item_id, quantity_packs, line_count, koperasi_count)
    SELECT lot_id, $1, item_id, sum(packs), sum(line_count), sum(koperasi_count)
    FROM zone JOIN item USING (lot_id) GROUP BY lot_id, item_id
  ), zoned AS (
    INSERT INTO lot_zone (lot_id, district_code, quantity_packs, koperasi_count)
    SELECT lot_id, district_code, packs, koperasi_count FROM zone
  )
  INSERT INTO lot_membership (line_id, lot_id, refusal)
  SELECT line_id, CASE WHEN refusal IS NULL THEN lot_id END, refusal FROM judged`;

/** Writes lots, their zones and the membership of lines. */
@Injectable()
export class LotStore {
  /** Locks the pool, which keeps twins from forming or settling it at once; says where it stands. */
  lockPool(tx: Tx, poolId: string): Promise<{ state: string } | undefined> {
    return tx.first('SELECT state FROM pool WHERE id = $1 FOR NO KEY UPDATE', [poolId]);
  }

  async itemIdsOf(tx: Tx, poolId: string): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      'SELECT id FROM pool_item WHERE pool_id = $1 ORDER BY position',
      [poolId],
    );
    return rows.map((row) => row.id);
  }

  /** A cancelled pool forms no lots: whether its lines were judged is told by them. */
  async isRefused(tx: Tx, poolId: string): Promise<boolean> {
    const row = await tx.first<{ isRefused: boolean }>(
      `SELECT EXISTS (SELECT FROM lot_membership JOIN commitment_line ON commitment_line.id = line_id
         WHERE pool_id = $1) AS is_refused`,
      [poolId],
    );
    return row?.isRefused === true;
  }

  /** A pool of which no lot could be formed is settled at once, so lots tell that the lines were judged. */
  async isFormed(tx: Tx, poolId: string): Promise<boolean> {
    const row = await tx.first<{ isFormed: boolean }>(
      'SELECT EXISTS (SELECT FROM lot WHERE pool_id = $1) AS is_formed',
      [poolId],
    );
    return row?.isFormed === true;
  }

  /** @returns the lots that came about: items without an accepted line form none. */
  async form(
    tx: Tx,
    poolId: string,
    itemIds: readonly string[],
    lotIds: readonly string[],
  ): Promise<FormedLot[]> {
    // A nation's pool takes longer than a request may, and its sums want more than the usual memory.
    await tx.change('SET LOCAL statement_timeout = 0');
    await tx.change(`SET LOCAL work_mem = '64MB'`);
    await tx.change(FORM, [poolId, itemIds, lotIds]);
    return tx.rows<FormedLot>(
      `SELECT lot.id, quantity_packs, line_count, koperasi_count
       FROM lot JOIN pool_item ON pool_item.id = item_id WHERE lot.pool_id = $1 ORDER BY position`,
      [poolId],
    );
  }

  /** Lines that are in no lot. */
  async refusedIds(tx: Tx, poolId: string): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      `SELECT line_id AS id FROM lot_membership JOIN commitment_line ON commitment_line.id = line_id
       WHERE pool_id = $1 AND refusal IS NOT NULL ORDER BY line_id`,
      [poolId],
    );
    return rows.map(({ id }) => id);
  }

  async linesIn(tx: Tx, lotId: string): Promise<{ poolId: string; lineIds: string[] } | undefined> {
    return tx.first(
      `SELECT pool_id, ARRAY(SELECT line_id FROM lot_membership WHERE lot_id = lot.id ORDER BY line_id) AS line_ids
       FROM lot WHERE id = $1`,
      [lotId],
    );
  }

  lockLot(tx: Tx, lotId: string): Promise<LockedLot | undefined> {
    return tx.first<LockedLot>('SELECT pool_id, state FROM lot WHERE id = $1 FOR NO KEY UPDATE', [lotId]);
  }

  async markMoved(tx: Tx, lotId: string, move: LotMove): Promise<boolean> {
    const touched = await tx.change(
      'UPDATE lot SET state = $3, failed_reason = $4, version = version + 1 WHERE id = $1 AND state = $2',
      [lotId, move.from, move.to, move.failedReason],
    );
    return touched === 1;
  }

  async hasUnfinished(tx: Tx, poolId: string): Promise<boolean> {
    const row = await tx.first<{ hasUnfinished: boolean }>(
      `SELECT EXISTS (SELECT FROM lot WHERE pool_id = $1 AND state NOT IN ('settled', 'failed')) AS has_unfinished`,
      [poolId],
    );
    return row?.hasUnfinished === true;
  }
}
