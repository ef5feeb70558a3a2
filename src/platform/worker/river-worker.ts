import { Inject, Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { takeSealingTurn } from '../audit/seal-events.js';
import { CONFIG, type Config } from '../config/config.js';
import { Db } from '../db/db.js';
import { withinScope } from '../db/scope.js';
import { announceConsumers } from '../event/announce-consumers.js';
import { deliver } from '../event/deliver.js';
import { gatherRegistry, type RegisteredSchedule } from '../event/registry.js';
import { relayOnce } from '../event/relay.js';
import { LOGGER, type Log } from '../logging/logger.js';
import type { RiverQueue } from '../queue/river-queue.js';
import { repeat, type Repeating } from './repeat.js';

const RELAY_PAUSE_MS = 100;
const SCHEDULE_PAUSE_MS = 500;
/** A loop of its own: no schedule that takes long keeps the history unsealed. */
const SEAL_PAUSE_MS = 1_000;

/** The worker process's heart: relay, consumers and what falls due. Stateless; any number of them share the work. */
@Injectable()
export class RiverWorker {
  private readonly loops: Repeating[] = [];
  private queue: RiverQueue | undefined;

  constructor(
    private readonly db: Db,
    private readonly discovery: DiscoveryService,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Log,
  ) {}

  async start(queue: RiverQueue): Promise<void> {
    const registry = gatherRegistry(this.discovery);
    await announceConsumers(this.db, registry);
    this.queue = queue;
    queue.work(this.config.WORKER_CONCURRENCY, (wakeUp) => deliver(this.db, registry, this.log, wakeUp));
    this.loops.push(
      repeat('relay', RELAY_PAUSE_MS, this.log, () => relayOnce(this.db, registry, queue)),
      repeat('sealer', SEAL_PAUSE_MS, this.log, () => takeSealingTurn(this.db)),
      repeat('schedules', SCHEDULE_PAUSE_MS, this.log, () => this.runDue(registry.scheduled)),
    );
    this.log.info({ backend: queue.backend, consumers: [...registry.consumers.keys()] }, 'worker started');
  }

  /** Stops claiming, then waits for jobs under way, then lets go of the queue. */
  async stop(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
    await this.queue?.close();
  }

  private async runDue(scheduled: readonly RegisteredSchedule[]): Promise<number> {
    let done = 0;
    for (const { name, task } of scheduled) {
      try {
        done += await withinScope({ purpose: name }, () => task.run());
      } catch (error) {
        // One failing schedule must not starve the others; it is due again at the next turn.
        this.log.error({ error, schedule: name }, 'schedule failed');
      }
    }
    return done;
  }
}
