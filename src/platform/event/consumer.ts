import { SetMetadata } from '@nestjs/common';
import type { Tx } from '../db/sql.js';
import type { DeliveredEvent, EventType } from './event.js';

/**
 * Reacts to one event. `handle` runs in the transaction that also marks the delivery done, so its effect
 * happens exactly once. Slow work without effects (a solver) goes to `prepare`, which runs before, outside
 * any transaction, and may run more than once.
 */
export interface Consumer<Payload extends object = object, Prepared = unknown> {
  prepare?(event: DeliveredEvent<Payload>): Promise<Prepared>;
  handle(tx: Tx, event: DeliveredEvent<Payload>, prepared: Prepared): Promise<void>;
}

export const CONSUMER = 'sepikul:consumer';

export interface ConsumerMark {
  /** `<stage>.<file name>`, unique; the name of its jobs and of its inbox rows. */
  readonly name: string;
  readonly eventType: string;
}

/** Marks a provider as the reader of an event: `@Consumes('lot.on-pool-closed', PoolClosed)`. */
export const Consumes = <Payload extends object>(name: string, event: EventType<Payload>): ClassDecorator =>
  SetMetadata(CONSUMER, { name, eventType: event.type } satisfies ConsumerMark);
