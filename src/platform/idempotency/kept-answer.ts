import type { Sql, Tx } from '../db/sql.js';
import { refuseKey } from './refusals.js';
import type { RequestKey } from './request-key.js';

interface Kept {
  readonly fingerprint: Buffer;
  readonly answer: string | null;
}

/** Thrown instead of doing a thing again: the answer as it was given. */
export class Replay extends Error {
  constructor(
    /** The body that was answered; undefined where there was none. */
    readonly answer: unknown,
  ) {
    super('answered as before');
    this.name = 'Replay';
  }
}

/** An answer as it is kept: JSON, or null for none. */
export const toKept = (answer: unknown): string | null =>
  answer === undefined ? null : JSON.stringify(answer);

const replayOf = (kept: Kept, key: RequestKey): Error =>
  kept.fingerprint.equals(key.fingerprint)
    ? new Replay(kept.answer === null ? undefined : (JSON.parse(kept.answer) as unknown))
    : refuseKey('KEY_REUSED');

/**
 * Takes the key for this transaction; whoever has it keeps it until its transaction ends.
 * @throws Replay when there is an answer already
 * @throws Refusal KEY_REUSED for another request under the same key, KEY_IN_FLIGHT while it is being worked on
 */
export const takeKey = async (tx: Tx, key: RequestKey): Promise<void> => {
  const row = await tx.first<Kept & { isFree: boolean; isKept: boolean }>(
    'SELECT is_free, is_kept, fingerprint, answer FROM take_idempotency_key($1)',
    [key.id],
  );
  if (row?.isFree !== true) throw refuseKey('KEY_IN_FLIGHT');
  if (row.isKept) throw replayOf(row, key);
};

/** Keeps the answer, in the transaction of what it tells. */
export const keepAnswer = async (tx: Tx, key: RequestKey, answer: unknown): Promise<void> => {
  await tx.change(
    'INSERT INTO idempotency_key (id, person_id, fingerprint, answer) VALUES ($1, $2, $3, $4)',
    [key.id, key.personId, key.fingerprint, toKept(answer)],
  );
};

/** @throws Replay, or Refusal KEY_REUSED, when an answer is kept under the key */
export const replayKept = async (sql: Sql, key: RequestKey): Promise<void> => {
  const kept = await sql.first<Kept>('SELECT fingerprint, answer FROM idempotency_key WHERE id = $1', [
    key.id,
  ]);
  if (kept !== undefined) throw replayOf(kept, key);
};
