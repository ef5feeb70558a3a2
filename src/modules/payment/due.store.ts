import type { CoverKind, Due, DueKind, DueState } from '../../core/payment/dues.js';
import type { Sql, Tx } from '../../platform/db/sql.js';

export interface NewDue {
  readonly id: string;
  readonly kind: DueKind;
  readonly subjectId: string;
  readonly payerId: string;
  readonly payeeId: string;
  readonly poolId: string | null;
  readonly amountRp: number;
  /** Null: no day is agreed, it is due at once. */
  readonly dueAt: Date | null;
  /** What it stands on, as people name it: `INV/2026/000012, KKMP Katulampa`. */
  readonly paper?: string;
}

export interface LockedDue extends Due {
  readonly id: string;
  readonly kind: DueKind;
  readonly subjectId: string;
  readonly payerId: string;
  readonly payeeId: string;
  readonly poolId: string | null;
  readonly firmAt: Date | null;
}

export interface NewCover {
  readonly id: string;
  readonly dueId: string;
  readonly kind: CoverKind;
  readonly amountRp: number;
  /** The payment, deposit, credit or payout it came from. */
  readonly sourceId: string;
  readonly journalId: string | null;
  readonly paidAt: Date;
  /** From when on the channel cannot take it back. */
  readonly firmAt: Date;
}

const LOCKED = `SELECT id, kind, subject_id, payer_id, payee_id, pool_id, amount_rp, covered_rp, state, firm_at FROM due`;

const IS_FIRM = `state = 'settled' AND due.firm_at IS NULL AND NOT EXISTS (
  SELECT FROM due_cover WHERE due_id = due.id AND due_cover.firm_at > clock_timestamp())`;

/** Writes dues and what covers them. */
export class DueStore {
  /** True when this transaction raised it; false when one of that kind and subject is there. */
  async insert(tx: Tx, due: NewDue): Promise<boolean> {
    const touched = await tx.change(
      `INSERT INTO due (id, kind, subject_id, payer_id, payee_id, pool_id, amount_rp, due_at, paper)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (kind, subject_id) DO NOTHING`,
      [
        ...[due.id, due.kind, due.subjectId, due.payerId, due.payeeId],
        ...[due.poolId, due.amountRp, due.dueAt, due.paper ?? null],
      ],
    );
    return touched === 1;
  }

  lock(tx: Tx, dueId: string): Promise<LockedDue | undefined> {
    return tx.first(`${LOCKED} WHERE id = $1 FOR UPDATE`, [dueId]);
  }

  lockOf(tx: Tx, kind: DueKind, subjectId: string): Promise<LockedDue | undefined> {
    return tx.first(`${LOCKED} WHERE kind = $1 AND subject_id = $2 FOR UPDATE`, [kind, subjectId]);
  }

  /** Dues of one kind under their locks, in the order of their ids, as all who lock several do. */
  lockAllOf(tx: Tx, kind: DueKind, subjectIds: readonly string[]): Promise<LockedDue[]> {
    return tx.rows(`${LOCKED} WHERE kind = $1 AND subject_id = ANY ($2::uuid[]) ORDER BY id FOR UPDATE`, [
      kind,
      subjectIds,
    ]);
  }

  /** What of a due is being paid by what is under way, but for one source; asked under its lock. */
  async onItsWayRp(tx: Tx, dueId: string, butSourceId: string | null = null): Promise<number> {
    const row = await tx.first<{ amountRp: number }>(
      `SELECT coalesce(sum(amount_rp), 0)::bigint AS amount_rp FROM due_on_its_way
       WHERE due_id = $1 AND source_id IS DISTINCT FROM $2`,
      [dueId, butSourceId],
    );
    return row?.amountRp ?? 0;
  }

  /** False when the same source has covered the due already. */
  async insertCover(tx: Tx, cover: NewCover): Promise<boolean> {
    const touched = await tx.change(
      `INSERT INTO due_cover (id, due_id, kind, amount_rp, source_id, journal_id, paid_at, firm_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (due_id, kind, source_id) DO NOTHING`,
      [
        cover.id,
        cover.dueId,
        cover.kind,
        cover.amountRp,
        cover.sourceId,
        cover.journalId,
        cover.paidAt,
        cover.firmAt,
      ],
    );
    return touched === 1;
  }

  async markCovered(tx: Tx, dueId: string, coveredRp: number, state: DueState): Promise<void> {
    await tx.change(
      `UPDATE due SET covered_rp = $2, state = $3, version = version + 1, firm_at = NULL,
         settled_at = CASE WHEN $3 = 'settled' THEN (SELECT max(paid_at) FROM due_cover WHERE due_id = $1) END
       WHERE id = $1`,
      [dueId, coveredRp, state],
    );
  }

  async markChanged(tx: Tx, dueId: string, amountRp: number, state: DueState): Promise<void> {
    await tx.change(
      `UPDATE due SET amount_rp = $2, state = $3, version = version + 1, firm_at = NULL,
         settled_at = CASE WHEN $3 = 'settled' THEN (SELECT max(paid_at) FROM due_cover WHERE due_id = $1) END
       WHERE id = $1`,
      [dueId, amountRp, state],
    );
  }

  /** Cancels what is open; a due of which a part is covered is worth that part from now on. */
  async markCancelled(tx: Tx, dueId: string): Promise<void> {
    await tx.change(`UPDATE due SET state = 'cancelled', version = version + 1 WHERE id = $1`, [dueId]);
  }

  /** Settled dues whose covers can no longer be reversed, of which nobody has been told yet. */
  async firm(sql: Sql, limit: number): Promise<string[]> {
    const rows = await sql.rows<{ id: string }>(`SELECT id FROM due WHERE ${IS_FIRM} ORDER BY id LIMIT $1`, [
      limit,
    ]);
    return rows.map(({ id }) => id);
  }

  /** Locks one of them; undefined when another worker has it, or had it. */
  claimFirm(tx: Tx, dueId: string): Promise<LockedDue | undefined> {
    return tx.first(`${LOCKED} WHERE id = $1 AND ${IS_FIRM} FOR UPDATE SKIP LOCKED`, [dueId]);
  }

  async markFirm(tx: Tx, dueId: string): Promise<void> {
    await tx.change(`UPDATE due SET firm_at = clock_timestamp(), version = version + 1 WHERE id = $1`, [
      dueId,
    ]);
  }
}
