import { Injectable } from '@nestjs/common';
import type { Sql } from '../../platform/db/sql.js';

export interface ActivityRow {
  readonly eventType: string;
  readonly eventCount: number;
  readonly lastAt: Date;
}

@Injectable()
export class ActivityReader {
  activityOf(sql: Sql, poolId: string): Promise<ActivityRow[]> {
    return sql.rows(
      'SELECT event_type, event_count, last_at FROM pool_activity WHERE pool_id = $1 ORDER BY event_type',
      [poolId],
    );
  }

  async poolOfLot(sql: Sql, lotId: string): Promise<string | undefined> {
    return (await sql.first<{ poolId: string }>('SELECT pool_id FROM lot WHERE id = $1', [lotId]))?.poolId;
  }

  async poolOfInvoice(sql: Sql, invoiceId: string): Promise<string | undefined> {
    const row = await sql.first<{ poolId: string }>(
      'SELECT pool_id FROM invoice JOIN delivery_drop ON delivery_drop.id = drop_id WHERE invoice.id = $1',
      [invoiceId],
    );
    return row?.poolId;
  }
}
