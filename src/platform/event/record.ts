import type { Tx } from '../db/sql.js';
import type { RecordedEvent } from './event.js';

/** Writes an event to the outbox in the transaction that caused it: either both are there or neither. */
export const record = async (tx: Tx, event: RecordedEvent): Promise<void> => {
  await tx.change('INSERT INTO outbox (type, payload) VALUES ($1, $2)', [event.type, event.payload]);
};

/** The same of many, in their order and in one statement. */
export const recordEach = async (tx: Tx, events: readonly RecordedEvent[]): Promise<void> => {
  await tx.change(
    `INSERT INTO outbox (type, payload)
     SELECT type, payload::jsonb FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS event (type, payload, place)
     ORDER BY place`,
    [events.map(({ type }) => type), events.map(({ payload }) => JSON.stringify(payload))],
  );
};
