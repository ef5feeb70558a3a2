import type { Db } from '../db/db.js';
import type { Tx } from '../db/sql.js';
import { ENTRY_FORMAT, GENESIS, SEALED_COLUMNS, sealEntry, type SealedEvent } from './seal-entry.js';

/** Rows sealed in one turn; above it, the next turn follows at once. */
const MOST_ROWS = 10_000;
/** A row waits no longer than this for older transactions to end, so that none holds the window open. */
const PATIENCE_S = 2;

interface Found extends SealedEvent {
  readonly horizon: number;
}

interface ChainEnd {
  readonly number: number;
  readonly hash: string;
}

/**
 * Rows that no hash covers yet, in the order of their ids. Below the oldest running transaction nothing can be
 * added any more; what a long one keeps above it is taken when it has waited, and what that one itself writes
 * comes after. Transactions that only read have no number and hold nothing up.
 *
 * Written so that it costs what is new and not what there is, whatever the planner believes: by the index on the
 * transaction (a seq scan is not offered), each row asked for by itself (a scalar subquery is no join), and not along
 * the index of the key (`id + 0`), which would be walked from the first row on.
 */
const findUnsealed = (tx: Tx, from: number): Promise<Found[]> =>
  tx.rows<Found>(
    `SELECT horizon, ${SEALED_COLUMNS}
     FROM (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS horizon) AS now
     JOIN audit_event AS event ON transaction_id < horizon OR happened_at < clock_timestamp() - make_interval(secs => $3)
     WHERE transaction_id >= $1 AND (SELECT number FROM audit_chain WHERE audit_id = event.id) IS NULL
     ORDER BY event.id + 0 LIMIT $2`,
    [from, MOST_ROWS + 1, PATIENCE_S],
  );

const lockChain = async (tx: Tx): Promise<boolean> =>
  (await tx.first<{ held: boolean }>(`SELECT pg_try_advisory_xact_lock(hashtext('sepikul audit')) AS held`))
    ?.held === true;

const append = async (tx: Tx, end: ChainEnd, events: readonly SealedEvent[]): Promise<ChainEnd> => {
  const hashes = [end.hash];
  for (const [place, event] of events.entries())
    hashes.push(sealEntry(end.number + 1 + place, hashes[place] ?? GENESIS, event));
  await tx.change(
    `INSERT INTO audit_chain (number, audit_id, previous, hash, format)
     SELECT $1 + place, audit_id, decode(previous, 'hex'), decode(hash, 'hex'), $5
     FROM unnest($2::bigint[], $3::text[], $4::text[]) WITH ORDINALITY AS entry (audit_id, previous, hash, place)`,
    [end.number, events.map(({ id }) => id), hashes.slice(0, -1), hashes.slice(1), ENTRY_FORMAT],
  );
  return { number: end.number + events.length, hash: hashes.at(-1) ?? GENESIS };
};

/**
 * One turn of the sealer: chains what is new and publishes the head. One at a time in all processes; a second
 * one finds the chain held and leaves it. Killed anywhere, nothing of the turn stands.
 * @returns how many rows it sealed.
 */
export const sealEvents = (db: Db): Promise<number> =>
  db.transaction(async (tx) => {
    if (!(await lockChain(tx))) return 0;
    const last = await tx.first<{ horizon: number }>(
      'SELECT horizon FROM audit_head ORDER BY number DESC LIMIT 1',
    );
    await tx.change('SET LOCAL enable_seqscan = off');
    const found = await findUnsealed(tx, last?.horizon ?? 0);
    const taken = found.slice(0, MOST_ROWS);
    if (taken.length === 0) return 0;
    const end = (await tx.first<ChainEnd>(
      `SELECT number, encode(hash, 'hex') AS hash FROM audit_chain ORDER BY number DESC LIMIT 1`,
    )) ?? { number: 0, hash: GENESIS };
    const head = await append(tx, end, taken);
    // Published when nothing older waits: a head says that what comes after it happened after it.
    if (found.length === taken.length)
      await tx.change(`INSERT INTO audit_head (number, hash, horizon) VALUES ($1, decode($2, 'hex'), $3)`, [
        head.number,
        head.hash,
        taken[0]?.horizon,
      ]);
    return taken.length;
  });

/** A turn of the worker's loop. @returns 0 when the next may wait, because nothing does. */
export const takeSealingTurn = async (db: Db): Promise<number> =>
  (await sealEvents(db)) < MOST_ROWS ? 0 : MOST_ROWS;
