import { Injectable } from '@nestjs/common';
import { Db } from '../db/db.js';
import { RunsWhenDue, type Scheduled } from '../schedule/schedule.js';

const AT_A_TIME = 5_000;
/** Nobody waits for it, so a worker looks only so often. */
const LOOK_EVERY_MS = 600_000;

/** Lets go of answers that were kept for 14 days by the database's clock. */
@Injectable()
@RunsWhenDue('platform.remove-old-keys')
export class RemoveOldKeys implements Scheduled {
  private nextLook = 0;

  constructor(private readonly db: Db) {}

  async run(): Promise<number> {
    const now = performance.now();
    if (now < this.nextLook) return 0;
    const removed = await this.db.change(
      `DELETE FROM idempotency_key WHERE id IN (
         SELECT id FROM idempotency_key WHERE made_at < clock_timestamp() - interval '14 days' LIMIT $1)`,
      [AT_A_TIME],
    );
    if (removed < AT_A_TIME) this.nextLook = now + LOOK_EVERY_MS;
    return removed;
  }
}
