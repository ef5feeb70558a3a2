import { Injectable } from '@nestjs/common';
import type { Sql } from '../../platform/db/sql.js';

/** A number to be watched: its name, its label if it has one, and how much there is. */
export interface Gauged {
  readonly name: string;
  readonly label: string | null;
  readonly value: number;
}

/** What the river holds at this moment, in numbers that name nobody. */
@Injectable()
export class GaugeReader {
  now(sql: Sql): Promise<Gauged[]> {
    return sql.rows<Gauged>(
      `SELECT 'outbox_waiting' AS name, NULL AS label, count(*)::int AS value FROM outbox WHERE relayed_at IS NULL
       UNION ALL
       SELECT 'relay_lag_seconds', NULL, coalesce(extract(epoch FROM clock_timestamp() - min(recorded_at)), 0)::float8
       FROM outbox WHERE relayed_at IS NULL
       UNION ALL
       SELECT 'inbox', CASE WHEN state = 'parked' THEN 'parked' WHEN due_at <= clock_timestamp() THEN 'due' ELSE 'leased' END,
              count(*)::int
       FROM inbox WHERE state <> 'done' GROUP BY 2
       UNION ALL
       SELECT 'lots', state, count(*)::int FROM lot GROUP BY state
       UNION ALL
       SELECT 'pools', state, count(*)::int FROM pool GROUP BY state
       UNION ALL
       SELECT 'gateway_notifications', verdict, count(*)::int FROM gateway_verdict GROUP BY verdict
       UNION ALL
       SELECT 'payout_notifications', CASE WHEN is_signed THEN 'genuine' ELSE coalesce(fault, 'forged') END, count(*)::int
       FROM payout_notification GROUP BY 2
       UNION ALL
       SELECT 'payments', state, count(*)::int FROM payment GROUP BY state`,
    );
  }
}
