import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { ActivityReader } from './activity.reader.js';
import { MonitoringStore } from './monitoring.store.js';

/** What events name, by which the pool is found that they happened in. */
export type Subject =
  { readonly poolId: string } | { readonly lotId: string } | { readonly invoiceId: string };

/** Counts an event for the pool it happened in. */
@Injectable()
export class CountActivity {
  constructor(
    private readonly store: MonitoringStore,
    private readonly reader: ActivityReader,
  ) {}

  async run(tx: Tx, event: DeliveredEvent<Subject>): Promise<void> {
    const poolId = await this.poolOf(tx, event.payload);
    if (poolId === undefined) throw new Error(`event ${event.id} (${event.type}) names no pool`);
    await this.store.count(tx, poolId, event.type, event.recordedAt);
  }

  private poolOf(tx: Tx, subject: Subject): Promise<string | undefined> {
    if ('poolId' in subject) return Promise.resolve(subject.poolId);
    if ('lotId' in subject) return this.reader.poolOfLot(tx, subject.lotId);
    return this.reader.poolOfInvoice(tx, subject.invoiceId);
  }
}
