import { Injectable } from '@nestjs/common';
import type { EnteredMoment } from '../../../core/pool/entered/judge-entered.js';
import type { Tx } from '../../../platform/db/sql.js';
import type { EnteredLine } from './entered-order.entity.js';

export interface LockedOrder extends EnteredMoment {
  readonly id: string;
  readonly poolId: string;
  readonly koperasiId: string;
  readonly enteredBy: string;
  /** Whom the code was sent to. */
  readonly askedId: string | null;
  readonly lines: readonly EnteredLine[];
}

export interface NewOrder {
  readonly id: string;
  readonly poolId: string;
  readonly koperasiId: string;
  readonly enteredBy: string;
  readonly askedId: string | null;
  readonly expiresAt: Date;
  readonly lines: readonly EnteredLine[];
}

/** Writes orders that organisers entered for koperasi. */
@Injectable()
export class EnteredOrderStore {
  /** One at a time for a koperasi in a pool. @returns how many were entered for it within a day. */
  async takeTurn(tx: Tx, poolId: string, koperasiId: string): Promise<number> {
    await tx.first(`SELECT pg_advisory_xact_lock(hashtextextended('enter-order:' || $1 || ':' || $2, 0))`, [
      poolId,
      koperasiId,
    ]);
    const row = await tx.first<{ count: number }>(
      `SELECT count(*)::int FROM entered_order
       WHERE pool_id = $1 AND koperasi_id = $2 AND entered_at > clock_timestamp() - interval '1 day'`,
      [poolId, koperasiId],
    );
    return row?.count ?? 0;
  }

  /** Ends the order that waits for the koperasi in the pool, if there is one. @returns its id. */
  async replaceWaiting(
    tx: Tx,
    poolId: string,
    koperasiId: string,
    personId: string,
  ): Promise<string | undefined> {
    const row = await tx.first<{ id: string }>(
      `UPDATE entered_order SET outcome = 'replaced', ended_by = $3, ended_at = clock_timestamp()
       WHERE pool_id = $1 AND koperasi_id = $2 AND outcome IS NULL RETURNING id`,
      [poolId, koperasiId, personId],
    );
    return row?.id;
  }

  /** Who of a koperasi is asked: an officer first, else the chair, with a contact, who may sign in; another than entered it. */
  async findAsked(tx: Tx, koperasiId: string, enteredBy: string): Promise<string | null> {
    const row = await tx.first<{ personId: string }>(
      `SELECT person_id FROM membership JOIN person ON person.id = person_id
       WHERE party_id = $1 AND role IN ('officer', 'chair') AND contact IS NOT NULL AND disabled_at IS NULL AND person_id <> $2
       ORDER BY role = 'officer' DESC, person_id LIMIT 1`,
      [koperasiId, enteredBy],
    );
    return row?.personId ?? null;
  }

  async insert(tx: Tx, order: NewOrder): Promise<void> {
    await tx.change(
      `INSERT INTO entered_order (id, pool_id, organiser_id, koperasi_id, lines, entered_by, asked_id, expires_at)
       SELECT $1, pool.id, organiser_id, $3, $4::jsonb, $5, $6, $7 FROM pool WHERE pool.id = $2`,
      [
        order.id,
        order.poolId,
        order.koperasiId,
        JSON.stringify(order.lines),
        order.enteredBy,
        order.askedId,
        order.expiresAt,
      ],
    );
  }

  lock(tx: Tx, orderId: string): Promise<LockedOrder | undefined> {
    return tx.first<LockedOrder>(
      `SELECT id, pool_id, koperasi_id, entered_by, asked_id, lines, outcome, tries, asked_id IS NOT NULL AS is_code_sent,
         expires_at, clock_timestamp() AS now
       FROM entered_order WHERE id = $1 FOR UPDATE`,
      [orderId],
    );
  }

  async countTry(tx: Tx, orderId: string): Promise<void> {
    await tx.change('UPDATE entered_order SET tries = tries + 1 WHERE id = $1', [orderId]);
  }

  /** Ends it at the moment by which it was judged: a clock that goes on meanwhile makes nothing late. */
  async end(
    tx: Tx,
    { id, now }: Pick<LockedOrder, 'id' | 'now'>,
    personId: string,
    answer: { readonly outcome: 'confirmed'; readonly by: 'code' | 'self' } | { readonly outcome: 'refused' },
  ): Promise<void> {
    await tx.change(
      `UPDATE entered_order SET outcome = $2, confirmed_by = $3, ended_by = $4, ended_at = $5 WHERE id = $1`,
      [id, answer.outcome, answer.outcome === 'confirmed' ? answer.by : null, personId, now],
    );
  }
}
