import type { Db } from '../db/db.js';
import type { Registry } from './registry.js';

/**
 * Adds this version's consumers to those that relays of every version spread events to. Each process does so before
 * it records an event or relays one; the HTTP process too, because it may be the first of its version to start.
 *
 *   side by side                                  | an event that only the new version reads
 *   new HTTP, old worker, later a new worker      | waits in the inbox for the new worker
 *   old HTTP, old worker                          | is not recorded
 *
 * What was relayed before a consumer was first announced it does not get. A retired consumer stays retired,
 * though a process of the version before it starts once more.
 * @throws Error when a consumer reads another event than it did: old relays would go on by the old one.
 */
export const announceConsumers = async (
  db: Db,
  { consumers }: Pick<Registry, 'consumers'>,
): Promise<void> => {
  const marks = [...consumers.values()];
  const params = [marks.map(({ name }) => name), marks.map(({ eventType }) => eventType)];
  await db.change(
    `INSERT INTO consumer (name, event_type) SELECT * FROM unnest($1::text[], $2::text[]) ORDER BY 1
     ON CONFLICT DO NOTHING`,
    params,
  );
  const changed = await db.rows<{ name: string }>(
    `SELECT name FROM consumer JOIN unnest($1::text[], $2::text[]) AS mine (name, event_type) USING (name)
     WHERE consumer.event_type <> mine.event_type ORDER BY name`,
    params,
  );
  if (changed.length > 0)
    throw new Error(
      `consumers that read another event need another name: ${changed.map(({ name }) => name).join(', ')}`,
    );
};
