import type { Db } from '../db/db.js';
import type { Registry } from './registry.js';
import type { RiverQueue, WakeUp } from '../queue/river-queue.js';

const BATCH = 500;
/**
 * How long a woken delivery may take before it is woken again, doubling with each waking up to the limit: a
 * killed worker's work is taken up within seconds, while long work does not fill the queue with its twins.
 */
const LEASE_S = 12;
const MOST_DOUBLINGS = 5;

/** Writes one inbox row per consumer for events not relayed yet. Returns how many events it took. */
const spread = (db: Db, registry: Registry): Promise<number> =>
  db.transaction(async (tx) => {
    const events = await tx.rows<{ id: number; type: string }>(
      'SELECT id, type FROM outbox WHERE relayed_at IS NULL ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED',
      [BATCH],
    );
    if (events.length === 0) return 0;
    const rows = events.flatMap((event) =>
      (registry.consumersOf.get(event.type) ?? []).map((consumer) => ({ id: event.id, consumer })),
    );
    await tx.change(
      `INSERT INTO inbox (event_id, consumer) SELECT * FROM unnest($1::bigint[], $2::text[]) ON CONFLICT DO NOTHING`,
      [rows.map((row) => row.id), rows.map((row) => row.consumer)],
    );
    await tx.change('UPDATE outbox SET relayed_at = clock_timestamp() WHERE id = ANY ($1)', [
      events.map((event) => event.id),
    ]);
    return events.length;
  });

/** Claims due deliveries for a lease; the claim commits before anything reaches the queue. */
const claim = (db: Db): Promise<WakeUp[]> =>
  db.rows<WakeUp>(
    `UPDATE inbox SET generation = generation + 1, due_at = clock_timestamp() + make_interval(secs => $2 * power(2, least(generation, $3)))
     WHERE (event_id, consumer) IN (
       SELECT event_id, consumer FROM inbox WHERE state = 'pending' AND due_at <= clock_timestamp()
       ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED)
     RETURNING event_id, consumer, generation`,
    [BATCH, LEASE_S, MOST_DOUBLINGS],
  );

/**
 * One turn of the relay: outbox to inbox to queue. Selects by "due and not done", never by a time window,
 * so a queue wiped clean, a killed relay or a long outage lose nothing. Returns how much it moved.
 */
export const relayOnce = async (db: Db, registry: Registry, queue: RiverQueue): Promise<number> => {
  const events = await spread(db, registry);
  const wakeUps = await claim(db);
  if (wakeUps.length > 0) await queue.add(wakeUps);
  return events + wakeUps.length;
};
