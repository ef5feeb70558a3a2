import type { DiscoveryService } from '@nestjs/core';
import { CONSUMER, type Consumer, type ConsumerMark } from './consumer.js';
import { SCHEDULED, type Scheduled, type ScheduleMark } from '../schedule/schedule.js';

export interface RegisteredConsumer extends ConsumerMark {
  readonly consumer: Consumer;
}

/** Who reads which event, and what runs when due: gathered once at boot. */
export interface Registry {
  readonly consumers: ReadonlyMap<string, RegisteredConsumer>;
  readonly scheduled: readonly RegisteredSchedule[];
}

export interface RegisteredSchedule extends ScheduleMark {
  readonly task: Scheduled;
}

/**
 * Gathers the marked providers.
 * @throws Error when two consumers share a name: every job name has exactly one handler.
 */
export const gatherRegistry = (discovery: DiscoveryService): Registry => {
  const consumers = new Map<string, RegisteredConsumer>();
  const scheduled: RegisteredSchedule[] = [];
  for (const { instance, metatype } of discovery.getProviders()) {
    if (typeof metatype !== 'function' || instance === undefined || instance === null) continue;
    const mark = Reflect.getMetadata(CONSUMER, metatype) as ConsumerMark | undefined;
    if (mark !== undefined) {
      if (consumers.has(mark.name)) throw new Error(`two consumers are named ${mark.name}`);
      consumers.set(mark.name, { ...mark, consumer: instance as Consumer });
    }
    const due = Reflect.getMetadata(SCHEDULED, metatype) as ScheduleMark | undefined;
    if (due !== undefined) scheduled.push({ ...due, task: instance as Scheduled });
  }
  return { consumers, scheduled };
};
