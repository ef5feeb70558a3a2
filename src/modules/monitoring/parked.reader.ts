import { Injectable } from '@nestjs/common';
import type { Sql } from '../../platform/db/sql.js';

export interface ParkedRow {
  readonly eventId: number;
  readonly consumer: string;
  readonly eventType: string;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly recordedAt: Date;
}

@Injectable()
export class ParkedReader {
  /** Deliveries that failed too often, the oldest first. */
  parked(sql: Sql): Promise<ParkedRow[]> {
    return sql.rows(
      `SELECT event_id, consumer, type AS event_type, attempts, last_error, recorded_at
       FROM inbox JOIN outbox ON outbox.id = event_id
       WHERE state = 'parked' ORDER BY event_id, consumer LIMIT 500`,
    );
  }
}
