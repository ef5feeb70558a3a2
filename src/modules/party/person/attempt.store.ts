import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { GateName, Tally } from '../../../core/party/judge-attempts.js';
import type { Sql, Tx } from '../../../platform/db/sql.js';

/** Somebody at a gate, such as `pair` with a login and an address. */
export interface Attempt {
  readonly gate: GateName;
  readonly key: string;
}

/** How an attempt left its gate, by which it can be taken back. */
export interface Counted extends Attempt {
  readonly blockedUntil: Date | null;
  /** Until when it was closed before: a known pair passes where others wait. */
  readonly blockedBefore: Date | null;
}

const paramsOf = (attempts: readonly Attempt[]): [string[], Buffer[]] => [
  attempts.map(({ gate }) => gate),
  // Neither logins nor addresses are kept as they are: the first may be a password typed into the wrong field.
  attempts.map(({ gate, key }) => createHash('sha256').update(`${gate}\0${key}`).digest()),
];

/** Writes how often was tried. Rows are locked in the order of their keys. */
@Injectable()
export class AttemptStore {
  /** Every tally, locked, in the order of `attempts`, with the time. */
  async lock(tx: Tx, attempts: readonly Attempt[]): Promise<{ tallies: Tally[]; now: Date }> {
    const params = paramsOf(attempts);
    await tx.change(
      `INSERT INTO attempt_tally (gate, key_hash)
       SELECT gate, key_hash FROM unnest($1::text[], $2::bytea[]) AS tried (gate, key_hash) ORDER BY 1, 2
       ON CONFLICT DO NOTHING`,
      params,
    );
    const rows = await tx.rows<Tally & { place: number; now: Date }>(
      `SELECT gate, failures, leaked_at, blocked_until, succeeded_at, place, clock_timestamp() AS now
       FROM attempt_tally JOIN unnest($1::text[], $2::bytea[]) WITH ORDINALITY AS tried (gate, key_hash, place)
         USING (gate, key_hash)
       ORDER BY gate, key_hash FOR UPDATE OF attempt_tally`,
      params,
    );
    const tallies = [...rows].sort((a, b) => a.place - b.place);
    // The last row was locked last: by then the others' waiting is over.
    return { tallies, now: rows.at(-1)?.now ?? new Date(0) };
  }

  async count(
    tx: Tx,
    attempts: readonly Attempt[],
    counts: readonly Pick<Tally, 'failures' | 'leakedAt' | 'blockedUntil'>[],
  ): Promise<void> {
    await tx.change(
      `UPDATE attempt_tally SET failures = counted.failures, blocked_until = counted.blocked_until,
         leaked_at = counted.leaked_at, forget_at = greatest(forget_at, clock_timestamp() + interval '2 days')
       FROM unnest($1::text[], $2::bytea[], $3::int[], $4::timestamptz[], $5::timestamptz[])
         AS counted (gate, key_hash, failures, blocked_until, leaked_at)
       WHERE attempt_tally.gate = counted.gate AND attempt_tally.key_hash = counted.key_hash`,
      [
        ...paramsOf(attempts),
        counts.map(({ failures }) => failures),
        counts.map(({ blockedUntil }) => blockedUntil),
        counts.map(({ leakedAt }) => leakedAt),
      ],
    );
  }

  /**
   * What went well is no failure. Where the key stands for who has just proven themselves, older failures go too;
   * an account's or an address's stay, or somebody could guess on between signing in to an account of their own.
   */
  async takeBack(sql: Sql, counted: readonly Counted[], isProven: boolean): Promise<void> {
    await sql.change(
      `UPDATE attempt_tally SET
         failures = CASE WHEN attempt_tally.gate IN ('pair', 'factor', 'step-up') THEN 0 ELSE greatest(failures - 1, 0) END,
         blocked_until = CASE
           WHEN attempt_tally.blocked_until IS NOT DISTINCT FROM counted.blocked_until
             THEN CASE WHEN attempt_tally.gate IN ('pair', 'factor', 'step-up') THEN NULL ELSE counted.blocked_before END
           ELSE attempt_tally.blocked_until END,
         succeeded_at = CASE WHEN $4 AND attempt_tally.gate = 'pair' THEN clock_timestamp() ELSE succeeded_at END,
         forget_at = CASE WHEN $4 AND attempt_tally.gate = 'pair' THEN clock_timestamp() + interval '90 days' ELSE forget_at END
       FROM unnest($1::text[], $2::bytea[], $3::timestamptz[], $5::timestamptz[])
         AS counted (gate, key_hash, blocked_until, blocked_before)
       WHERE attempt_tally.gate = counted.gate AND attempt_tally.key_hash = counted.key_hash`,
      [
        ...paramsOf(counted),
        counted.map(({ blockedUntil }) => blockedUntil),
        isProven,
        counted.map(({ blockedBefore }) => blockedBefore),
      ],
    );
  }

  /** Opens gates again, as for somebody whose code has just shown who they are. */
  async clear(tx: Tx, attempts: readonly Attempt[]): Promise<void> {
    await tx.change(
      `UPDATE attempt_tally SET failures = 0, blocked_until = NULL
       FROM unnest($1::text[], $2::bytea[]) AS cleared (gate, key_hash)
       WHERE attempt_tally.gate = cleared.gate AND attempt_tally.key_hash = cleared.key_hash`,
      paramsOf(attempts),
    );
  }
}
