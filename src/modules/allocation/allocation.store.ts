import { Injectable } from '@nestjs/common';
import type { LotAllocation } from '../../core/allocation/allocate-lot.js';
import type { LotState } from '../../core/lot/advance-lot.js';
import type { Tx } from '../../platform/db/sql.js';

/** Writes who gets how many packs from whom, once per lot. */
@Injectable()
export class AllocationStore {
  /** Keeps twins from allocating a lot at once; says where the lot stands. */
  async lockLot(tx: Tx, lotId: string): Promise<LotState | undefined> {
    const row = await tx.first<{ state: LotState }>('SELECT state FROM lot WHERE id = $1 FOR NO KEY UPDATE', [
      lotId,
    ]);
    return row?.state;
  }

  async insert(tx: Tx, lotId: string, { shares, named, surplus }: LotAllocation): Promise<void> {
    await tx.change(
      `INSERT INTO share (lot_id, line_id, asked_packs, allocated_packs, draw)
       SELECT $1, * FROM unnest($2::uuid[], $3::int[], $4::int[], $5::text[])`,
      [
        lotId,
        shares.map((share) => share.lineId),
        shares.map((share) => share.askedPacks),
        shares.map((share) => share.sharePacks),
        shares.map((share) => share.draw),
      ],
    );
    await tx.change(
      `INSERT INTO allocation (lot_id, line_id, supplier_id, packs)
       SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::int[])`,
      [
        lotId,
        named.map((part) => part.lineId),
        named.map((part) => part.supplierId),
        named.map((part) => part.packs),
      ],
    );
    await tx.change(
      'INSERT INTO surplus (lot_id, supplier_id, packs) SELECT $1, * FROM unnest($2::uuid[], $3::bigint[])',
      [lotId, surplus.map((part) => part.supplierId), surplus.map((part) => part.packs)],
    );
  }
}
