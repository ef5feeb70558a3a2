import { Injectable } from '@nestjs/common';
import type { DropState } from '../../core/delivery/dispatch-drop.js';
import type { CountedLine, ShippedLine } from '../../core/delivery/receive-drop.js';
import type { Tx } from '../../platform/db/sql.js';

export interface LockedDrop {
  readonly state: DropState;
  readonly deliveryNote: string | null;
}

interface LineRow {
  readonly lineId: string;
  readonly shippedPacks: number;
  readonly acceptedPacks: number | null;
  readonly quarantinedPacks: number | null;
  readonly damagedPacks: number | null;
  readonly missingPacks: number | null;
}

const toShipped = (row: LineRow): ShippedLine => {
  const { lineId, shippedPacks, acceptedPacks, quarantinedPacks, damagedPacks, missingPacks } = row;
  const isCounted =
    acceptedPacks !== null && quarantinedPacks !== null && damagedPacks !== null && missingPacks !== null;
  return {
    lineId,
    shippedPacks,
    counted: isCounted ? { acceptedPacks, quarantinedPacks, damagedPacks, missingPacks } : null,
  };
};

/** Moves drops and writes what was counted. */
@Injectable()
export class DeliveryStore {
  lock(tx: Tx, dropId: string): Promise<LockedDrop | undefined> {
    return tx.first('SELECT state, delivery_note FROM delivery_drop WHERE id = $1 FOR UPDATE', [dropId]);
  }

  async linesOf(tx: Tx, dropId: string): Promise<ShippedLine[]> {
    const rows = await tx.rows<LineRow>(
      `SELECT line_id, shipped_packs, accepted_packs, quarantined_packs, damaged_packs, missing_packs
       FROM drop_line WHERE drop_id = $1 ORDER BY line_id`,
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
}
