import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';

export interface NewPaymentRequest {
  readonly id: string;
  readonly dropId: string;
  /** 1 for a drop's first; what it is asked for as it grows comes after. */
  readonly sequence: number;
  readonly supplierId: string;
  readonly koperasiId: string;
  readonly amountRp: number;
  readonly journalId: string | null;
}

/** Writes what is to be paid before drops are released: once, never changed. */
@Injectable()
export class RequestStore {
  /** What a drop has been asked for so far. */
  async askedOf(tx: Tx, dropId: string): Promise<{ readonly count: number; readonly amountRp: number }> {
    const asked = await tx.first<{ count: number; amountRp: number }>(
      `SELECT count(*)::int AS count, coalesce(sum(amount_rp), 0)::bigint AS amount_rp
       FROM payment_request WHERE drop_id = $1`,
      [dropId],
    );
    return asked ?? { count: 0, amountRp: 0 };
  }

  async insert(tx: Tx, request: NewPaymentRequest): Promise<void> {
    await tx.change(
      `INSERT INTO payment_request (id, drop_id, sequence, supplier_id, koperasi_id, amount_rp, journal_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        request.id,
        request.dropId,
        request.sequence,
        request.supplierId,
        request.koperasiId,
        request.amountRp,
        request.journalId,
      ],
    );
  }

  /** How many of a drop's requests are not paid for good. */
  async awaitedOf(tx: Tx, dropId: string): Promise<number> {
    const row = await tx.first<{ count: number }>(
      `SELECT count(*)::int AS count FROM payment_request
       WHERE drop_id = $1 AND amount_rp > 0 AND NOT EXISTS (
         SELECT FROM due WHERE kind = 'payment-request' AND subject_id = payment_request.id AND firm_at IS NOT NULL)`,
      [dropId],
    );
    return row?.count ?? 0;
  }

  async dropOf(tx: Tx, requestId: string): Promise<string | undefined> {
    const row = await tx.first<{ dropId: string }>('SELECT drop_id FROM payment_request WHERE id = $1', [
      requestId,
    ]);
    return row?.dropId;
  }

  /** A drop's requests, the first first. */
  async idsOf(tx: Tx, dropId: string): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      'SELECT id FROM payment_request WHERE drop_id = $1 AND amount_rp > 0 ORDER BY sequence',
      [dropId],
    );
    return rows.map(({ id }) => id);
  }
}
