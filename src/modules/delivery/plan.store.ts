import { Injectable } from '@nestjs/common';
import type { DropsSoFar, PacksToShip, PlannedDrop } from '../../core/delivery/plan-drops.js';
import type { Tx } from '../../platform/db/sql.js';

export interface DropToLoad extends PlannedDrop {
  readonly dropId: string;
  readonly isNew: boolean;
}

/** How a distributed lot leaves its supplier's warehouse. */
export interface PickupTerms {
  readonly maxPerPickupPacks: number | null;
}

/** Writes planned drops and their lines, all of a lot at once. */
@Injectable()
export class PlanStore {
  /**
   * Locks the planning of the lot's pool: its lots are planned one after the other, for they share drops. An
   * advisory lock, because drops are locked before lots and pools, never after.
   */
  async lockPlanning(tx: Tx, lotId: string): Promise<string | undefined> {
    const row = await tx.first<{ poolId: string }>('SELECT pool_id FROM lot WHERE id = $1', [lotId]);
    if (row !== undefined)
      await tx.rows(`SELECT pg_advisory_xact_lock(hashtextextended('drops:' || $1::text, 0))`, [row.poolId]);
    return row?.poolId;
  }

  /** Lines of the lot that are on a drop already, by line and supplier. */
  async shippedOf(tx: Tx, lotId: string): Promise<Set<string>> {
    const rows = await tx.rows<{ key: string }>(
      `SELECT line_id || ' ' || supplier_id AS key FROM drop_line WHERE lot_id = $1`,
      [lotId],
    );
    return new Set(rows.map((row) => row.key));
  }

  /**
   * The drops that exist for these pairs. Those still planned are locked, in the order of their ids; one that
   * leaves at this moment is waited for, and then no longer counts as planned.
   */
  async lockDrops(tx: Tx, poolId: string, toShip: readonly PacksToShip[]): Promise<DropsSoFar[]> {
    const pairs = [toShip.map((packs) => packs.supplierId), toShip.map((packs) => packs.koperasiId)];
    const planned = await tx.rows<{ id: string; supplierId: string; koperasiId: string }>(
      `SELECT id, supplier_id, koperasi_id FROM delivery_drop
       WHERE pool_id = $1 AND state = 'planned' AND pickup_lot_id IS NULL
         AND (supplier_id, koperasi_id) IN (SELECT * FROM unnest($2::uuid[], $3::uuid[]))
       ORDER BY id FOR UPDATE`,
      [poolId, ...pairs],
    );
    const last = await tx.rows<{ supplierId: string; koperasiId: string; lastSequence: number }>(
      `SELECT supplier_id, koperasi_id, max(sequence) AS last_sequence FROM delivery_drop
       WHERE pool_id = $1 AND (supplier_id, koperasi_id) IN (SELECT * FROM unnest($2::uuid[], $3::uuid[]))
       GROUP BY supplier_id, koperasi_id`,
      [poolId, ...pairs],
    );
    const idOf = new Map(planned.map((drop) => [`${drop.koperasiId} ${drop.supplierId}`, drop.id]));
    return last.map((drops) => ({
      ...drops,
      plannedDropId: idOf.get(`${drops.koperasiId} ${drops.supplierId}`) ?? null,
    }));
  }

  /** Undefined for a lot that is brought. */
  pickupOf(tx: Tx, lotId: string): Promise<PickupTerms | undefined> {
    return tx.first(
      'SELECT max_per_pickup_packs FROM lot JOIN item_distribution USING (item_id) WHERE lot.id = $1',
      [lotId],
    );
  }

  /** @param pickupLotId the lot that is picked up; null for drops that are brought. */
  async insertDrops(
    tx: Tx,
    poolId: string,
    drops: readonly DropToLoad[],
    pickupLotId: string | null,
  ): Promise<void> {
    const fresh = drops.filter((drop) => drop.isNew);
    await tx.change(
      `INSERT INTO delivery_drop (id, pool_id, supplier_id, koperasi_id, sequence, pickup_lot_id)
       SELECT id, $1, supplier_id, koperasi_id, sequence, $6
       FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int[]) AS drop (id, supplier_id, koperasi_id, sequence)`,
      [
        poolId,
        fresh.map((drop) => drop.dropId),
        fresh.map((drop) => drop.supplierId),
        fresh.map((drop) => drop.koperasiId),
        fresh.map((drop) => drop.sequence),
        pickupLotId,
      ],
    );
  }

  async insertLines(tx: Tx, lotId: string, drops: readonly DropToLoad[]): Promise<void> {
    const lines = drops.flatMap((drop) => drop.lines.map((line) => ({ ...line, drop })));
    await tx.change(
      `INSERT INTO drop_line (drop_id, line_id, supplier_id, lot_id, shipped_packs)
       SELECT drop_id, line_id, supplier_id, $1, packs
       FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int[]) AS line (drop_id, line_id, supplier_id, packs)`,
      [
        lotId,
        lines.map((line) => line.drop.dropId),
        lines.map((line) => line.lineId),
        lines.map((line) => line.drop.supplierId),
        lines.map((line) => line.packs),
      ],
    );
    // What grew is to be paid for anew before it leaves.
    await tx.change(
      `UPDATE delivery_drop SET version = version + 1, released_at = NULL, awaited_requests = NULL WHERE id = ANY ($1)`,
      [drops.filter((drop) => !drop.isNew).map((drop) => drop.dropId)],
    );
  }
}
