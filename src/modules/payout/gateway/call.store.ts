import { Injectable } from '@nestjs/common';
import type { PayoutState } from '../../../core/payout/advance-payout.js';
import type { Sql, Tx } from '../../../platform/db/sql.js';

export interface DueCall {
  readonly payoutId: string;
  readonly payerId: string;
  readonly referenceNo: string | null;
  /** Of the keys that it was begun under; null: it was not begun yet, or before that was kept. */
  readonly accountVersion: number | null;
  /** What came of the last question; null: none, or none that anybody lived to write down. */
  readonly answer: string | null;
  readonly ageMs: number;
  readonly state: PayoutState;
  readonly amountRp: number;
  readonly bankCode: string;
  readonly accountNumber: string;
  readonly holderName: string;
}

/** While a worker asks the gateway nobody else does; one that was killed is replaced after this. */
const LEASE = `interval '60 seconds'`;

/** Writes how far payouts by the gateway have got. */
@Injectable()
export class CallStore {
  /** Approved payouts that nobody has begun to send. */
  async toBegin(sql: Sql, limit: number): Promise<string[]> {
    const rows = await sql.rows<{ id: string }>(
      `SELECT id FROM payout WHERE method = 'iris' AND state = 'approved' ORDER BY id LIMIT $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  async begin(tx: Tx, payoutId: string, payerId: string): Promise<void> {
    await tx.change(
      `INSERT INTO payout_call (payout_id, payer_id, next_at) VALUES ($1, $2, clock_timestamp()) ON CONFLICT DO NOTHING`,
      [payoutId, payerId],
    );
  }

  /** Calls whose time has come, leased to who claims them. */
  claimDue(tx: Tx, limit: number): Promise<DueCall[]> {
    return tx.rows(
      `WITH due AS (
         SELECT payout_id FROM payout_call WHERE next_at <= clock_timestamp() ORDER BY next_at LIMIT $1 FOR UPDATE SKIP LOCKED
       ), leased AS (
         UPDATE payout_call SET next_at = clock_timestamp() + ${LEASE}, tries = tries + 1
         FROM due WHERE payout_call.payout_id = due.payout_id
         RETURNING payout_call.payout_id, reference_no, account_version, answer, begun_at
       )
       SELECT leased.payout_id, payer_id, reference_no, account_version, answer, state, amount_rp, bank_code, account_number, holder_name,
         (extract(epoch FROM clock_timestamp() - begun_at) * 1000)::bigint AS age_ms
       FROM leased JOIN payout ON payout.id = leased.payout_id JOIN bank_account ON bank_account.id = account_id`,
      [limit],
    );
  }

  /** From here on it may be at the gateway, under these keys. */
  async beginUnder(tx: Tx, payoutId: string, version: number): Promise<void> {
    await tx.change('UPDATE payout_call SET account_version = $2 WHERE payout_id = $1', [payoutId, version]);
  }

  async note(
    tx: Tx,
    payoutId: string,
    { referenceNo, answer, againInMs }: { referenceNo?: string; answer: string; againInMs: number | null },
  ): Promise<void> {
    await tx.change(
      `UPDATE payout_call SET reference_no = coalesce(reference_no, $2), answer = $3,
         next_at = clock_timestamp() + make_interval(secs => $4::float8 / 1000) WHERE payout_id = $1`,
      [payoutId, referenceNo ?? null, answer, againInMs],
    );
  }

  /** The gateway has something to say: it is asked at once. */
  async askNow(tx: Tx, payoutId: string): Promise<void> {
    await tx.change('UPDATE payout_call SET next_at = clock_timestamp() WHERE payout_id = $1', [payoutId]);
  }

  ofReference(sql: Sql, referenceNo: string): Promise<{ payoutId: string; payerId: string } | undefined> {
    return sql.first('SELECT payout_id, payer_id FROM payout_call WHERE reference_no = $1', [referenceNo]);
  }

  /** Whether nobody can say what became of it. */
  async isGivenUp(tx: Tx, payoutId: string): Promise<boolean> {
    const row = await tx.first<{ answer: string | null }>(
      'SELECT answer FROM payout_call WHERE payout_id = $1',
      [payoutId],
    );
    return row?.answer === GIVEN_UP;
  }
}

export const GIVEN_UP = 'given-up';
