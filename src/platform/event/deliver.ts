import type { Db } from '../db/db.js';
import { withinScope } from '../db/scope.js';
import type { Tx } from '../db/sql.js';
import type { Log } from '../logging/logger.js';
import type { WakeUp } from '../queue/river-queue.js';
import type { DeliveredEvent } from './event.js';
import type { RegisteredConsumer, Registry } from './registry.js';

/** After this many failures a delivery is parked where the organiser sees it. */
const MAX_ATTEMPTS = 8;

interface InboxRow {
  state: 'pending' | 'done' | 'parked';
}

/** A twin that holds the row is doing the work: leave it to it. */
const lockDelivery = (tx: Tx, wakeUp: WakeUp): Promise<InboxRow | undefined> =>
  tx.first<InboxRow>('SELECT state FROM inbox WHERE event_id = $1 AND consumer = $2 FOR UPDATE SKIP LOCKED', [
    wakeUp.eventId,
    wakeUp.consumer,
  ]);

const readEvent = (db: Db, wakeUp: WakeUp): Promise<DeliveredEvent<object> | undefined> =>
  db.first<DeliveredEvent<object>>(
    `SELECT outbox.id, type, payload, recorded_at FROM outbox JOIN inbox ON event_id = outbox.id
     WHERE event_id = $1 AND consumer = $2 AND state = 'pending'`,
    [wakeUp.eventId, wakeUp.consumer],
  );

/**
 * Runs one delivery. The consumer's effect and the inbox row commit together: killed anywhere before, nothing
 * happened and the relay wakes it again; run twice, the second finds it done. A failure is counted, waits
 * longer each time and is parked after eight.
 */
export const deliver = async (db: Db, registry: Registry, log: Log, wakeUp: WakeUp): Promise<void> => {
  const registered = registry.consumers.get(wakeUp.consumer);
  if (registered === undefined) {
    // An old worker may meet a newer consumer's job during an upgrade: leave it to those who know it.
    log.warn({ wakeUp }, 'no handler for this job here');
    return;
  }
  await withinScope({ purpose: wakeUp.consumer }, () => run(db, registered, log, wakeUp));
};

const run = async (db: Db, { consumer }: RegisteredConsumer, log: Log, wakeUp: WakeUp): Promise<void> => {
  try {
    const event = await readEvent(db, wakeUp);
    if (event === undefined) return;
    const prepared = await consumer.prepare?.(event);
    await db.transaction(async (tx) => {
      if ((await lockDelivery(tx, wakeUp))?.state !== 'pending') return;
      await consumer.handle(tx, event, prepared);
      await tx.change(
        `UPDATE inbox SET state = 'done', done_at = clock_timestamp() WHERE event_id = $1 AND consumer = $2`,
        [wakeUp.eventId, wakeUp.consumer],
      );
    });
  } catch (error) {
    log.error({ error, wakeUp }, 'delivery failed');
    await countFailure(db, wakeUp, error);
  }
};

const countFailure = async (db: Db, wakeUp: WakeUp, error: unknown): Promise<void> => {
  await db.change(
    `UPDATE inbox SET attempts = attempts + 1, last_error = $3,
       state = CASE WHEN attempts + 1 >= $4 THEN 'parked' ELSE state END,
       due_at = clock_timestamp() + make_interval(secs => least(300, power(2, attempts)))
     WHERE event_id = $1 AND consumer = $2 AND state = 'pending'`,
    [
      wakeUp.eventId,
      wakeUp.consumer,
      (error instanceof Error ? error.message : String(error)).slice(0, 500),
      MAX_ATTEMPTS,
    ],
  );
};
