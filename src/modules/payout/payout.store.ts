import { Injectable } from '@nestjs/common';
import type { PayoutMethod, PayoutState } from '../../core/payout/advance-payout.js';
import type { DueKind, DueState } from '../../core/payment/dues.js';
import type { PaidDue } from '../../core/payout/cover-dues.js';
import type { Sql, Tx } from '../../platform/db/sql.js';

export interface DueToPay {
  readonly id: string;
  readonly payerId: string;
  readonly payeeId: string;
  readonly state: 'open' | 'settled' | 'cancelled';
  readonly openRp: number;
  readonly isUnderWay: boolean;
}

export interface NewPayout {
  readonly id: string;
  readonly payerId: string;
  readonly payeeId: string;
  readonly accountId: string;
  readonly method: PayoutMethod;
  readonly amountRp: number;
  readonly decisionId: string;
}

export interface LockedPayout extends NewPayout {
  readonly state: PayoutState;
  readonly overRp: number | null;
  /** What it was booked as; null until it is paid. */
  readonly journalId: string | null;
}

const LAPSED = `FROM payout JOIN decision ON decision.id = decision_id
  WHERE payout.state = 'proposed' AND (decision.state IN ('refused', 'expired')
    OR (decision.state = 'proposed' AND expires_at <= clock_timestamp()))`;

/** What a payout covered of a due, with how the due stands by now. */
export interface GivenCover {
  readonly id: string;
  readonly dueId: string;
  readonly kind: DueKind;
  readonly poolId: string | null;
  readonly state: DueState;
  readonly amountRp: number;
}

/** Writes payouts: what is to be paid, and how far it has got. */
@Injectable()
export class PayoutStore {
  /** Locks dues in the order of their ids; what pays them already is asked under the locks, or a twin's is not seen. */
  async lockDues(tx: Tx, dueIds: readonly string[]): Promise<DueToPay[]> {
    const dues = await tx.rows<Omit<DueToPay, 'isUnderWay'>>(
      `SELECT id, payer_id, payee_id, state, amount_rp - covered_rp AS open_rp
       FROM due WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`,
      [dueIds],
    );
    const underWay = await tx.rows<{ dueId: string }>(
      'SELECT due_id FROM due_on_its_way WHERE due_id = ANY ($1::uuid[])',
      [dueIds],
    );
    const taken = new Set(underWay.map(({ dueId }) => dueId));
    return dues.map((due) => ({ ...due, isUnderWay: taken.has(due.id) }));
  }

  async insert(tx: Tx, payout: NewPayout, dues: readonly Pick<DueToPay, 'id' | 'openRp'>[]): Promise<void> {
    await tx.change(
      `INSERT INTO payout (id, payer_id, payee_id, account_id, method, amount_rp, decision_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        payout.id,
        payout.payerId,
        payout.payeeId,
        payout.accountId,
        payout.method,
        payout.amountRp,
        payout.decisionId,
      ],
    );
    await tx.change(
      `INSERT INTO payout_item (payout_id, due_id, amount_rp) SELECT $1, * FROM unnest($2::uuid[], $3::bigint[])`,
      [payout.id, dues.map(({ id }) => id), dues.map(({ openRp }) => openRp)],
    );
  }

  lock(tx: Tx, payoutId: string): Promise<LockedPayout | undefined> {
    return tx.first(
      `SELECT id, payer_id, payee_id, account_id, method, amount_rp, decision_id, state, over_rp, journal_id
       FROM payout WHERE id = $1 FOR UPDATE`,
      [payoutId],
    );
  }

  /** What a payout is to pay, its dues locked in the order of their ids. */
  lockItems(tx: Tx, payoutId: string): Promise<PaidDue[]> {
    return tx.rows(
      `SELECT due.id AS due_id, kind, payout_item.amount_rp,
         CASE due.state WHEN 'open' THEN due.amount_rp - covered_rp ELSE 0 END AS open_rp
       FROM payout_item JOIN due ON due.id = due_id WHERE payout_id = $1 ORDER BY due.id FOR UPDATE OF due`,
      [payoutId],
    );
  }

  async markApproved(tx: Tx, payoutId: string): Promise<void> {
    await tx.change(
      `UPDATE payout SET state = 'approved', version = version + 1, approved_at = clock_timestamp() WHERE id = $1`,
      [payoutId],
    );
  }

  async markSent(tx: Tx, payoutId: string, personId: string | null): Promise<void> {
    await tx.change(
      `UPDATE payout SET state = 'sent', version = version + 1, sent_at = clock_timestamp(), sent_by = $2 WHERE id = $1`,
      [payoutId, personId],
    );
  }

  async markPaid(tx: Tx, payoutId: string, journalId: string, overRp: number): Promise<void> {
    await tx.change(
      `UPDATE payout SET state = 'paid', version = version + 1, ended_at = clock_timestamp(), journal_id = $2, over_rp = $3
       WHERE id = $1`,
      [payoutId, journalId, overRp],
    );
    await this.freeItems(tx, payoutId);
  }

  async markEnded(tx: Tx, payoutId: string, state: 'failed' | 'refused', reason: string): Promise<void> {
    await tx.change(
      `UPDATE payout SET state = $2, version = version + 1, ended_at = clock_timestamp(), reason = $3 WHERE id = $1`,
      [payoutId, state, reason],
    );
    await this.freeItems(tx, payoutId);
  }

  async markReturned(tx: Tx, payoutId: string, journalId: string, reason: string): Promise<void> {
    await tx.change(
      `UPDATE payout SET state = 'returned', version = version + 1, ended_at = clock_timestamp(), return_journal_id = $2,
         reason = $3 WHERE id = $1`,
      [payoutId, journalId, reason],
    );
  }

  /** Covers that a payout gave its dues, which are locked in the order of their ids. */
  lockCovers(tx: Tx, payoutId: string): Promise<GivenCover[]> {
    return tx.rows(
      `SELECT cover.id, due_id, due.kind, pool_id, state, cover.amount_rp FROM due_cover AS cover JOIN due ON due.id = due_id
       WHERE cover.kind = 'payout' AND source_id = $1
         AND due_id IN (SELECT due_id FROM payout_item WHERE payout_id = $1) ORDER BY due_id FOR UPDATE OF due`,
      [payoutId],
    );
  }

  /** Payouts that wait for an approval which will not come any more. */
  async lapsed(sql: Sql, limit: number): Promise<string[]> {
    const rows = await sql.rows<{ id: string }>(`SELECT payout.id ${LAPSED} ORDER BY payout.id LIMIT $1`, [
      limit,
    ]);
    return rows.map(({ id }) => id);
  }

  /** Locks one of them. @returns why it will not come; undefined when another worker has it, or had it. */
  async claimLapsed(tx: Tx, payoutId: string): Promise<string | undefined> {
    const row = await tx.first<{ reason: string }>(
      `SELECT coalesce(refusal_reason, 'kedaluwarsa / expired') AS reason ${LAPSED} AND payout.id = $1
       FOR UPDATE OF payout SKIP LOCKED`,
      [payoutId],
    );
    return row?.reason;
  }

  private async freeItems(tx: Tx, payoutId: string): Promise<void> {
    await tx.change('UPDATE payout_item SET is_under_way = false WHERE payout_id = $1', [payoutId]);
  }
}
