import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';

/** Writes what monitoring keeps of its own. */
@Injectable()
export class MonitoringStore {
  async count(tx: Tx, poolId: string, eventType: string, at: Date): Promise<void> {
    await tx.change(
      `INSERT INTO pool_activity (pool_id, event_type, event_count, last_at) VALUES ($1, $2, 1, $3)
       ON CONFLICT (pool_id, event_type) DO UPDATE
       SET event_count = pool_activity.event_count + 1, last_at = greatest(pool_activity.last_at, excluded.last_at)`,
      [poolId, eventType, at],
    );
  }

  /** Puts a parked delivery back to where the relay finds it. True when it was parked. */
  async unpark(tx: Tx, eventId: number, consumer: string): Promise<boolean> {
    const touched = await tx.change(
      `UPDATE inbox SET state = 'pending', attempts = 0, due_at = clock_timestamp()
       WHERE event_id = $1 AND consumer = $2 AND state = 'parked'`,
      [eventId, consumer],
    );
    return touched === 1;
  }
}
