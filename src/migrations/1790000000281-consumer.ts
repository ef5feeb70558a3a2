import { forward } from './forward.js';
import { grant } from './grant.js';

/**
 * Who reads which event, as far as any version that ran here knows: the relay asks this table and not its own code,
 * so that a worker of an older version passes on what only a newer one reads. A process adds its own
 * consumers when it starts; what a version no longer has, its migration retires.
 */
export const Consumer1790000000281 = forward('Consumer1790000000281', async (runner) => {
  await runner.query(`
    CREATE TABLE consumer (
      name text PRIMARY KEY CHECK (name <> ''),
      event_type text NOT NULL CHECK (event_type <> ''),
      announced_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      retired_at timestamptz
    )`);
  await grant(runner, { appended: ['consumer'] });
});
