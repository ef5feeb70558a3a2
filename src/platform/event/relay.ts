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

/**
 * Writes one inbox row per consumer for events not relayed yet; which consumers there are says the database, for
 * this process may be older than some. An event of a kind that nobody has announced stays until somebody does.
 * Returns how many events it took.
 */
const spread = (db: Db): Promise<number> =>
  db.transaction(async (tx) => {
    const events = await tx.rows<{ id: number }>(
      `SELECT id FROM outbox WHERE relayed_at IS NULL AND EXISTS (SELECT FROM consumer WHERE event_type = type)
       ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`,
      [BATCH],
    );
    if (events.length === 0) return 0;
    const ids = events.map((event) => event.id);
    await tx.change(
      `INSERT INTO inbox (event_id, consumer)
       SELECT outbox.id, consumer.name FROM outbox JOIN consumer ON event_type = type AND retired_at IS NULL
       WHERE outbox.id = ANY ($1) ORDER BY 1, 2 ON CONFLICT DO NOTHING`,
      [ids],
    );
    await tx.change('UPDATE outbox SET relayed_at = clock_timestamp() WHERE id = ANY ($1)', [ids]);
    return events.length;
  });

/** Claims due deliveries of this version's consumers for a lease; the claim commits before anything reaches the queue. */
const claim = (db: Db, { consumers }: Pick<Registry, 'consumers'>): Promise<WakeUp[]> =>
  db.rows<WakeUp>(
    `UPDATE inbox SET generation = generation + 1, due_at = clock_timestamp() + make_interval(secs => $2 * power(2, least(generation, $3)))
     WHERE (event_id, consumer) IN (
       SELECT event_id, consumer FROM inbox
       WHERE state = 'pending' AND due_at <= clock_timestamp() AND consumer = ANY ($4)
       ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED)
     RETURNING event_id, consumer, generation`,
    [BATCH, LEASE_S, MOST_DOUBLINGS, [...consumers.keys()]],
  );

/**
 * One turn of the relay: outbox to inbox to queue. Selects by "due and not done", never by a time window,
 * so a queue wiped clean, a killed relay or a long outage lose nothing. Returns how much it moved.
 */
export const relayOnce = async (db: Db, registry: Registry, queue: RiverQueue): Promise<number> => {
  const events = await spread(db);
  const wakeUps = await claim(db, registry);
  if (wakeUps.length > 0) await queue.add(wakeUps);
  return events + wakeUps.length;
};
