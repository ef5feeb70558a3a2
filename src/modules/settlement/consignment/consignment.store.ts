import { Injectable } from '@nestjs/common';
import type {
  ConsignedLine,
  MovedPacks,
  MovementKind,
  MovementState,
} from '../../../core/settlement/consign.js';
import type { Sql, Tx } from '../../../platform/db/sql.js';
import { consignedLines } from './consigned-lines.js';

export interface LockedConsignment {
  readonly dropId: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly supplierId: string;
  readonly endsAt: Date;
  readonly isEnded: boolean;
  /** By the database's clock. */
  readonly now: Date;
}

export interface NewMove {
  readonly id: string;
  readonly dropId: string;
  readonly kind: MovementKind;
  readonly state: MovementState;
  readonly personId: string;
  readonly lines: readonly MovedPacks[];
}

export interface LockedMove {
  readonly id: string;
  readonly kind: MovementKind;
  readonly state: MovementState;
  readonly toldBy: string;
}

/** Writes what is on consignment and what becomes of it. A drop is locked before its consignment. */
@Injectable()
export class ConsignmentStore {
  /** Locks it; undefined where the drop is none. */
  lock(tx: Tx, dropId: string): Promise<LockedConsignment | undefined> {
    return tx.first(
      `SELECT drop_id, seller_id, buyer_id, supplier_id, ends_at, ended_at IS NOT NULL AS is_ended, clock_timestamp() AS now
       FROM consignment WHERE drop_id = $1 FOR UPDATE`,
      [dropId],
    );
  }

  /**
   * Opens the consignment of a received drop whose lines are handed over so, until the end of its last day at the
   * organiser's place. @returns until when; undefined where nothing of it is on consignment.
   */
  async open(tx: Tx, dropId: string, sale: { sellerId: string; buyerId: string }): Promise<Date | undefined> {
    const [opened] = await tx.rows<{ endsAt: Date }>(
      `INSERT INTO consignment (drop_id, seller_id, buyer_id, supplier_id, ends_at)
       SELECT delivery_drop.id, $2, $3, delivery_drop.supplier_id,
         (((received_at AT TIME ZONE time_zone)::date + days + 1)::timestamp AT TIME ZONE time_zone) - interval '1 second'
       FROM delivery_drop JOIN pool ON pool.id = pool_id JOIN party AS organiser ON organiser.id = organiser_id
       CROSS JOIN LATERAL (
         SELECT max(payment_days) AS days FROM drop_line JOIN line_price USING (line_id, supplier_id)
         WHERE drop_id = delivery_drop.id AND is_consigned AND accepted_packs > 0) AS terms
       WHERE delivery_drop.id = $1 AND days IS NOT NULL RETURNING ends_at`,
      [dropId, sale.sellerId, sale.buyerId],
    );
    if (opened === undefined) return undefined;
    await tx.change(
      `INSERT INTO consignment_line (drop_id, line_id, handed_packs)
       SELECT drop_id, line_id, accepted_packs FROM drop_line JOIN line_price USING (line_id, supplier_id)
       WHERE drop_id = $1 AND is_consigned AND accepted_packs > 0`,
      [dropId],
    );
    return opened.endsAt;
  }

  linesOf(tx: Tx, dropId: string): Promise<ConsignedLine[]> {
    return tx.rows(`${consignedLines('line.drop_id = $1')} ORDER BY line_id`, [dropId]);
  }

  async insertMove(tx: Tx, { id, dropId, kind, state, personId, lines }: NewMove): Promise<void> {
    await tx.change(
      'INSERT INTO consignment_move (id, drop_id, kind, state, told_by) VALUES ($1, $2, $3, $4, $5)',
      [id, dropId, kind, state, personId],
    );
    await tx.change(
      'INSERT INTO consignment_move_line (move_id, line_id, packs) SELECT $1, * FROM unnest($2::uuid[], $3::int[])',
      [id, lines.map(({ lineId }) => lineId), lines.map(({ packs }) => packs)],
    );
  }

  lockMove(tx: Tx, dropId: string, moveId: string): Promise<LockedMove | undefined> {
    return tx.first(
      'SELECT id, kind, state, told_by FROM consignment_move WHERE id = $2 AND drop_id = $1 FOR UPDATE',
      [dropId, moveId],
    );
  }

  async judge(tx: Tx, moveId: string, state: 'counted' | 'refused', personId: string): Promise<void> {
    await tx.change(
      `UPDATE consignment_move SET state = $2, judged_by = $3, judged_at = clock_timestamp() WHERE id = $1`,
      [moveId, state, personId],
    );
  }

  async end(tx: Tx, dropId: string): Promise<void> {
    await tx.change('UPDATE consignment SET ended_at = clock_timestamp() WHERE drop_id = $1', [dropId]);
  }

  /** Whose last day is over. */
  async over(sql: Sql, limit: number): Promise<string[]> {
    const rows = await sql.rows<{ dropId: string }>(
      `SELECT drop_id FROM consignment WHERE ended_at IS NULL AND ends_at <= clock_timestamp() ORDER BY ends_at, drop_id LIMIT $1`,
      [limit],
    );
    return rows.map(({ dropId }) => dropId);
  }
}
