import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { isWaiting } from '../../core/payment/advance-payment.js';
import { Db } from '../../platform/db/db.js';
import { withinScope } from '../../platform/db/scope.js';
import { eventFrame, type EventStream } from '../../platform/http/event-stream.js';
import { LOGGER, type Log } from '../../platform/logging/logger.js';
import { repeat, type Repeating } from '../../platform/worker/repeat.js';
import type { PaymentView } from './payment.dto.js';
import { PaymentReader } from './payment.reader.js';

const LOOK_EVERY_MS = 200;
const BEAT_EVERY_MS = 15_000;
/** Then a stream ends and its caller comes back: whoever lost their session or party meanwhile does not. */
const LONGEST_MS = 300_000;

interface Listener {
  readonly stream: EventStream;
  /** The version that was told last, or that the caller came with. */
  told: number;
  readonly endsAtMs: number;
}

/** A payment's version as the id of an event: the same in every process, so that a caller may come back to another. */
export const versionOf = (lastEventId: string | undefined): number | undefined =>
  lastEventId !== undefined && /^[1-9]\d{0,9}$/.test(lastEventId) ? Number(lastEventId) : undefined;

/**
 * The payments that somebody in this process waits for news of. While there are any, the process looks at their
 * versions five times a second, by primary key and once for all who listen; with none it does nothing.
 */
@Injectable()
export class WatchPayments implements OnModuleDestroy {
  private readonly listeners = new Map<string, Set<Listener>>();
  private following: Repeating | undefined;
  private lastBeatMs = Date.now();
  private isEnding = false;

  constructor(
    private readonly db: Db,
    private readonly reader: PaymentReader,
    @Inject(LOGGER) private readonly log: Log,
  ) {}

  /** Whether streams may still begin. */
  get isOpen(): boolean {
    return !this.isEnding;
  }

  /** Tells what the caller has not seen yet, and what comes, until the payment waits for nothing any more. */
  listen(stream: EventStream, payment: PaymentView, known: number | undefined): void {
    const listener = { stream, told: known ?? 0, endsAtMs: Date.now() + LONGEST_MS };
    const all = this.listeners.get(payment.id) ?? new Set<Listener>();
    this.listeners.set(payment.id, all.add(listener));
    stream.onClose(() => {
      this.leave(payment.id, listener);
    });
    this.tell(payment, [listener]);
    this.follow();
  }

  async onModuleDestroy(): Promise<void> {
    this.isEnding = true;
    for (const all of this.listeners.values()) for (const { stream } of all) stream.end();
    this.listeners.clear();
    await this.following?.stop();
  }

  private leave(paymentId: string, listener: Listener): void {
    const all = this.listeners.get(paymentId);
    all?.delete(listener);
    if (all?.size === 0) this.listeners.delete(paymentId);
  }

  private tell(payment: PaymentView, listeners: Iterable<Listener>): void {
    const isOver = !isWaiting(payment.state);
    const frame = eventFrame(isOver ? 'closed' : 'payment', String(payment.version), payment);
    for (const listener of [...listeners]) {
      if (listener.told !== payment.version) listener.stream.send(frame);
      listener.told = payment.version;
      if (!isOver) continue;
      listener.stream.end();
      this.leave(payment.id, listener);
    }
  }

  private follow(): void {
    if (this.isEnding || this.listeners.size === 0) return;
    // Whoever listens first is not whom the others' payments are looked at for.
    this.following ??= withinScope({ purpose: 'payment-stream' }, () =>
      repeat('payment streams', LOOK_EVERY_MS, this.log, () => this.turn()),
    );
  }

  /** @returns 0: every turn is followed by its pause. */
  private async turn(): Promise<number> {
    this.keepAlive(Date.now());
    if (this.listeners.size === 0) {
      const { following } = this;
      this.following = undefined;
      void following?.stop();
      return 0;
    }
    const rows = await this.db.rows<{ id: string; version: number }>(
      'SELECT id, version FROM payment WHERE id = ANY ($1)',
      [[...this.listeners.keys()]],
    );
    for (const { id, version } of rows) {
      const all = this.listeners.get(id) ?? [];
      if ([...all].every(({ told }) => told === version)) continue;
      this.tell(await this.reader.one(this.db, id), this.listeners.get(id) ?? []);
    }
    return 0;
  }

  private keepAlive(nowMs: number): void {
    const isBeat = nowMs - this.lastBeatMs >= BEAT_EVERY_MS;
    if (isBeat) this.lastBeatMs = nowMs;
    for (const [paymentId, all] of this.listeners)
      for (const listener of [...all]) {
        if (isBeat) listener.stream.beat();
        if (nowMs < listener.endsAtMs) continue;
        listener.stream.end();
        this.leave(paymentId, listener);
      }
  }
}
