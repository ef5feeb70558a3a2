import type { Tx } from '../db/sql.js';
import type { RecordedEvent } from './event.js';

/** Writes an event to the outbox in the transaction that caused it: either both are there or neither. */
export const record = async (tx: Tx, event: RecordedEvent): Promise<void> => {
  await tx.change('INSERT INTO outbox (type, payload) VALUES ($1, $2)', [event.type, event.payload]);
};
