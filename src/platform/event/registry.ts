import type { DiscoveryService } from '@nestjs/core';
import { CONSUMER, type Consumer, type ConsumerMark } from './consumer.js';
import { SCHEDULED, type Scheduled } from '../schedule/schedule.js';

export interface RegisteredConsumer extends ConsumerMark {
  readonly consumer: Consumer;
}

/** Who reads which event, and what runs when due: gathered once at boot. */
export interface Registry {
  readonly consumers: ReadonlyMap<string, RegisteredConsumer>;
  readonly scheduled: readonly { readonly name: string; readonly task: Scheduled }[];
}

/**
 * Gathers the marked providers.
 * @throws Error when two consumers share a name: every job name has exactly one handler.
 */
export const gatherRegistry = (discovery: DiscoveryService): Registry => {
  const consumers = new Map<string, RegisteredConsumer>();
  const scheduled: { name: string; task: Scheduled }[] = [];
  for (const { instance, metatype } of discovery.getProviders()) {
    if (typeof metatype !== 'function' || instance === undefined || instance === null) continue;
    const mark = Reflect.getMetadata(CONSUMER, metatype) as ConsumerMark | undefined;
    if (mark !== undefined) {
      if (consumers.has(mark.name)) throw new Error(`two consumers are named ${mark.name}`);
      consumers.set(mark.name, { ...mark, consumer: instance as Consumer });
    }
    const name = Reflect.getMetadata(SCHEDULED, metatype) as string | undefined;
    if (name !== undefined) scheduled.push({ name, task: instance as Scheduled });
  }
  return { consumers, scheduled };
};
