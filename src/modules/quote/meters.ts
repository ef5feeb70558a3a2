import { Refusal } from '../../core/kernel/refuse.js';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Db } from '../../platform/db/db.js';
import { withinScope } from '../../platform/db/scope.js';
import { OutboxTail } from '../../platform/event/outbox-tail.js';
import { LOGGER, type Log } from '../../platform/logging/logger.js';
import { repeat, type Repeating } from '../../platform/worker/repeat.js';
import { GatherMeter } from './gather-meter.js';
import { MeterEngine } from './meter-engine.js';
import { MeterSource } from './meter-source.js';

const LOOK_EVERY_MS = 200;
/** Without being told, for what changes without an event. */
const FRESHEN_EVERY_MS = 15_000;
const BEAT_EVERY_MS = 15_000;
/** A meter that nobody listens to or asks for is let go. */
const FORGET_AFTER_MS = 30_000;
const MOST_SOURCES = 2_000;

/**
 * The meters that somebody in this process listens to or asks for, one source each. While there are any the
 * process looks at the outbox five times a second, once for all; with none it does nothing.
 */
@Injectable()
export class Meters implements OnModuleDestroy {
  private readonly sources = new Map<string, MeterSource>();
  private readonly tail: OutboxTail;
  private following: Repeating | undefined;
  private looking: Promise<void> | undefined;
  private lastBeatMs = Date.now();
  private isEnding = false;

  constructor(
    db: Db,
    private readonly gather: GatherMeter,
    private readonly engine: MeterEngine,
    @Inject(LOGGER) private readonly log: Log,
  ) {
    this.tail = new OutboxTail(db, 'poolId');
  }

  /**
   * The source of a pool's meter, with everything in it that was committed before it was asked for.
   * @throws Refusal for a pool that is none or a draft.
   */
  of(poolId: string): Promise<MeterSource> {
    // A source outlives who asked for it first, and must not go on as them.
    return withinScope({ purpose: 'meter' }, () => this.freshOf(poolId));
  }

  private async freshOf(poolId: string): Promise<MeterSource> {
    const known = this.sources.get(poolId);
    const source = known ?? new MeterSource(poolId, this.gather, this.engine);
    source.lastAskedMs = Date.now();
    if (known === undefined) this.keep(source);
    this.follow();
    try {
      await this.look();
      await source.freshen();
      return source;
    } catch (error) {
      if (source.listenerCount === 0) this.sources.delete(poolId);
      throw error;
    }
  }

  /** Whether streams may still begin. */
  get isOpen(): boolean {
    return !this.isEnding;
  }

  async onModuleDestroy(): Promise<void> {
    this.isEnding = true;
    for (const source of this.sources.values()) source.end();
    await this.following?.stop();
  }

  private keep(source: MeterSource): void {
    if (this.sources.size >= MOST_SOURCES)
      for (const [poolId, { listenerCount }] of this.sources)
        if (listenerCount === 0) {
          this.sources.delete(poolId);
          break;
        }
    this.sources.set(source.poolId, source);
  }

  private follow(): void {
    if (this.isEnding) return;
    this.following ??= repeat('meters', LOOK_EVERY_MS, this.log, () => this.turn());
  }

  /** Looks once for all who ask at once. */
  private look(): Promise<void> {
    this.looking ??= this.lookOnce().finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }

  private async lookOnce(): Promise<void> {
    for (const poolId of await this.tail.look()) this.sources.get(poolId)?.touch();
  }

  /** @returns 0: every turn is followed by its pause. */
  private async turn(): Promise<number> {
    const nowMs = Date.now();
    const isBeat = nowMs - this.lastBeatMs >= BEAT_EVERY_MS;
    if (isBeat) this.lastBeatMs = nowMs;
    for (const [poolId, source] of this.sources) {
      if (isBeat) source.beat();
      if (source.listenerCount === 0 && nowMs - source.lastAskedMs > FORGET_AFTER_MS)
        this.sources.delete(poolId);
    }
    if (this.sources.size === 0) {
      const { following } = this;
      this.following = undefined;
      void following?.stop();
      return 0;
    }
    await this.look();
    for (const source of this.sources.values()) {
      if (source.isDue(nowMs, FRESHEN_EVERY_MS)) source.touch();
      // A large pool's meter keeps no other waiting.
      void source.freshen().catch((error: unknown) => {
        // Asked for a pool that is none: whoever asked is being told.
        if (error instanceof Refusal) return;
        this.log.error({ error, poolId: source.poolId }, 'a meter could not be read');
      });
    }
    return 0;
  }
}
