import { setTimeout as pause } from 'node:timers/promises';
import { sealEvents } from '../../src/platform/audit/seal-events.js';
import type { Db } from '../../src/platform/db/db.js';

/** Seals until no audit row waits: writers of other tests on the same server may hold the newest up for a while. */
export const sealAll = async (worker: Db): Promise<void> => {
  for (;;) {
    await sealEvents(worker);
    const left = await worker.first(
      'SELECT FROM audit_event WHERE NOT EXISTS (SELECT FROM audit_chain WHERE audit_id = id) LIMIT 1',
    );
    if (left === undefined) return;
    await pause(200);
  }
};
