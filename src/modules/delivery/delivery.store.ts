import { Injectable } from '@nestjs/common';
import type { DropToDispatch } from '../../core/delivery/dispatch-drop.js';
import type { GradedPacks } from '../../core/delivery/list-grade-faults.js';
import type { CountedLine, ShippedLine } from '../../core/delivery/receive-drop.js';
import type { Tx } from '../../platform/db/sql.js';
import { joinSharedLine } from '../pool/index.js';

interface LineRow {
  readonly lineId: string;
  readonly shippedPacks: number;
  readonly acceptedPacks: number | null;
  readonly quarantinedPacks: number | null;
  readonly damagedPacks: number | null;
  readonly missingPacks: number | null;
  readonly gradeCodes: string[];
  readonly grades: GradedPacks[] | null;
}

const toShipped = (row: LineRow): ShippedLine => {
  const { lineId, shippedPacks, acceptedPacks, quarantinedPacks, damagedPacks, missingPacks, gradeCodes } =
    row;
  const isCounted =
    acceptedPacks !== null && quarantinedPacks !== null && damagedPacks !== null && missingPacks !== null;
  return {
    lineId,
    shippedPacks,
    gradeCodes,
    counted: isCounted
      ? { acceptedPacks, quarantinedPacks, damagedPacks, missingPacks, grades: row.grades ?? [] }
      : null,
  };
};

/** Moves drops and writes what was counted. */
@Injectable()
export class DeliveryStore {
  lock(tx: Tx, dropId: string): Promise<DropToDispatch | undefined> {
    return tx.first(
      `SELECT state, delivery_note, released_at IS NOT NULL AS is_released, awaited_requests
       FROM delivery_drop WHERE id = $1 FOR UPDATE`,
      [dropId],
    );
  }

  async linesOf(tx: Tx, dropId: string): Promise<ShippedLine[]> {
    const rows = await tx.rows<LineRow>(
      `SELECT line_id, shipped_packs, accepted_packs, quarantined_packs, damaged_packs, missing_packs,
         ARRAY(SELECT code FROM item_grade WHERE item_grade.item_id = lot.item_id ORDER BY position) AS grade_codes,
         (SELECT json_agg(json_build_object('code', code, 'packs', packs)) FROM drop_line_grade AS grade
          WHERE grade.drop_id = drop_line.drop_id AND grade.line_id = drop_line.line_id) AS grades
       FROM drop_line JOIN lot ON lot.id = lot_id WHERE drop_id = $1 ORDER BY line_id`,
      [dropId],
    );
    return rows.map(toShipped);
  }

  /** The lots on a drop, in the order they are locked. */
  async lotIdsOf(tx: Tx, dropId: string): Promise<string[]> {
    const rows = await tx.rows<{ lotId: string }>(
      'SELECT DISTINCT lot_id FROM drop_line WHERE drop_id = $1 ORDER BY lot_id',
      [dropId],
    );
    return rows.map((row) => row.lotId);
  }

  async markDispatched(tx: Tx, dropId: string, deliveryNote: string, personId: string): Promise<void> {
    const touched = await tx.change(
      `UPDATE delivery_drop SET state = 'dispatched', delivery_note = $2, dispatched_by = $3,
         dispatched_at = clock_timestamp(), version = version + 1
       WHERE id = $1 AND state = 'planned'`,
      [dropId, deliveryNote, personId],
    );
    if (touched !== 1) throw new Error(`drop ${dropId} was not planned any more`);
  }

  async markReceived(tx: Tx, dropId: string, personId: string): Promise<void> {
    const touched = await tx.change(
      `UPDATE delivery_drop SET state = 'received', received_by = $2, received_at = clock_timestamp(), version = version + 1
       WHERE id = $1 AND state = 'dispatched'`,
      [dropId, personId],
    );
    if (touched !== 1) throw new Error(`drop ${dropId} was not on its way any more`);
  }

  async writeCounts(tx: Tx, dropId: string, counted: readonly CountedLine[]): Promise<void> {
    await tx.change(
      `UPDATE drop_line SET accepted_packs = accepted, quarantined_packs = quarantined, damaged_packs = damaged, missing_packs = missing
       FROM unnest($2::uuid[], $3::int[], $4::int[], $5::int[], $6::int[])
         AS counted (counted_line_id, accepted, quarantined, damaged, missing)
       WHERE drop_id = $1 AND line_id = counted_line_id`,
      [
        dropId,
        counted.map((line) => line.lineId),
        counted.map((line) => line.acceptedPacks),
        counted.map((line) => line.quarantinedPacks),
        counted.map((line) => line.damagedPacks),
        counted.map((line) => line.missingPacks),
      ],
    );
  }

  /** Accepted packs by grade, where lines are sold by grade. */
  async writeGrades(tx: Tx, dropId: string, counted: readonly CountedLine[]): Promise<void> {
    const rows = counted.flatMap(({ lineId, grades = [] }) =>
      grades.filter(({ packs }) => packs > 0).map((grade) => ({ lineId, ...grade })),
    );
    if (rows.length === 0) return;
    await tx.change(
      `INSERT INTO drop_line_grade (drop_id, line_id, item_id, code, packs)
       SELECT $1, line_id, item_id, code, packs
       FROM unnest($2::uuid[], $3::text[], $4::int[]) AS graded (line_id, code, packs)
       ${joinSharedLine('line_id')}`,
      [dropId, rows.map((row) => row.lineId), rows.map((row) => row.code), rows.map((row) => row.packs)],
    );
  }
}
