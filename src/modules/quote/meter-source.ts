import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ItemMeter, MeterDemand } from '../../core/quote/meter-item.js';
import { readMeter } from '../../core/quote/read-meter.js';
import { eventFrame, type EventStream } from '../../platform/http/event-stream.js';
import type { FixedItem, GatherMeter } from './gather-meter.js';
import type { MeterEngine } from './meter-engine.js';
import type { MeterMoment } from './meter.reader.js';
import type { MeterView } from './quote.dto.js';

/** What a pool's meter says, until something changes. */
interface Snapshot {
  /** Of what it says, without the time: the same in every process, so that a caller may come back to another. */
  readonly id: string;
  readonly moment: MeterMoment;
  /** This process's clock when `moment` was read. */
  readonly readAtMs: number;
  readonly items: readonly ItemMeter[];
}

/** After a look that took so many times as long the next begins: a large pool's meter leaves the database to others. */
const REST = 2;
const MOST_REST_MS = 2_000;

/**
 * The one source of a pool's meter in a process, however many listen: it looks once after a change, asks the engine
 * only for items whose commitments changed, makes one event of it and hands that to all. Changes that come while it
 * looks are looked at together after it.
 */
export class MeterSource {
  /** How often the engine was asked, for those who count. */
  computations = 0;
  lastAskedMs = 0;
  private lastLookMs = 0;
  private isStale = true;
  private looking: Promise<void> | undefined;
  private snapshot: Snapshot | undefined;
  private fixed: readonly FixedItem[] = [];
  private demands: ReadonlyMap<string, MeterDemand[]> = new Map();
  private readonly listeners = new Set<EventStream>();

  constructor(
    readonly poolId: string,
    private readonly gather: GatherMeter,
    private readonly engine: MeterEngine,
  ) {}

  get listenerCount(): number {
    return this.listeners.size;
  }

  /** Whether it is time to look without being told: the pool's time is up, or the last look is long ago. */
  isDue(nowMs: number, everyMs: number): boolean {
    if (this.snapshot === undefined || this.isStale) return true;
    const isOver = this.snapshot.moment.state === 'open' && this.leftMs(nowMs) <= 0;
    return nowMs - this.lastLookMs > (isOver ? everyMs / 15 : everyMs);
  }

  /** Something happened to the pool. */
  touch(): void {
    this.isStale = true;
  }

  /** Looks if something happened since the last look; everyone who waits waits for the same look. */
  freshen(): Promise<void> {
    if (!this.isStale && this.looking === undefined) return Promise.resolve();
    this.looking ??= this.look().finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }

  /** An item with what is committed on it. */
  item(itemId: string): (FixedItem & { demands: MeterDemand[] }) | undefined {
    const item = this.fixed.find((each) => each.itemId === itemId);
    return item && { ...item, demands: this.demands.get(itemId) ?? [] };
  }

  /** What the meter says, with the time that is left by the database's clock. */
  view(nowMs: number): MeterView {
    const { moment, items, readAtMs } = this.known();
    const fixed = new Map(this.fixed.map((item) => [item.itemId, item]));
    return {
      poolId: this.poolId,
      state: moment.state,
      closesAt: moment.closesAt,
      now: new Date(moment.now.getTime() + nowMs - readAtMs),
      timeLeftS: moment.state === 'open' ? Math.max(0, Math.floor(this.leftMs(nowMs) / 1_000)) : 0,
      items: items.map((meter) => {
        const item = fixed.get(meter.itemId);
        if (item === undefined) throw new Error(`the meter of pool ${this.poolId} lost ${meter.itemId}`);
        const { packCode, commodityNameId, commodityNameEn, baseUnit, packSizeMilli, ceilingRpPerUnit } =
          item;
        const names = { packCode, commodityNameId, commodityNameEn, baseUnit, packSizeMilli };
        return { ...names, ...meter, ceilingRpPerUnit, worst: item.steps };
      }),
    };
  }

  get isOver(): boolean {
    return this.known().moment.state !== 'open';
  }

  get id(): string {
    return this.known().id;
  }

  /** Adds a listener; one that has this state already, by the id it came with, waits for the next. */
  listen(stream: EventStream, lastEventId: string | undefined): void {
    this.listeners.add(stream);
    stream.onClose(() => this.listeners.delete(stream));
    if (lastEventId !== this.id) stream.send(this.frame());
    if (this.isOver) this.end();
  }

  beat(): void {
    for (const stream of this.listeners) stream.beat();
  }

  end(): void {
    for (const stream of this.listeners) stream.end();
    this.listeners.clear();
  }

  private frame(): Buffer {
    return eventFrame(this.isOver ? 'closed' : 'meter', this.id, this.view(Date.now()));
  }

  private leftMs(nowMs: number): number {
    const { moment, readAtMs } = this.known();
    return moment.closesAt.getTime() - moment.now.getTime() - (nowMs - readAtMs);
  }

  private known(): Snapshot {
    if (this.snapshot === undefined) throw new Error(`the meter of pool ${this.poolId} has not been read`);
    return this.snapshot;
  }

  private async look(): Promise<void> {
    do {
      const startedMs = Date.now();
      this.isStale = false;
      try {
        await this.lookOnce();
      } catch (error) {
        this.isStale = true;
        throw error;
      }
      if (this.wasTouched()) await pause(Math.min(MOST_REST_MS, (Date.now() - startedMs) * REST));
    } while (this.wasTouched());
  }

  /** Asked anew after each wait, in which much can happen. */
  private wasTouched(): boolean {
    return this.isStale;
  }

  private async lookOnce(): Promise<void> {
    if (this.fixed.length === 0) this.fixed = await this.gather.fixed(this.poolId);
    const [moment, demands] = await Promise.all([
      this.gather.moment(this.poolId),
      this.gather.demands(this.poolId),
    ]);
    const readAtMs = Date.now();
    const items = await this.readItems(demands);
    const { state, closesAt } = moment;
    const id = createHash('sha256')
      .update(JSON.stringify([state, closesAt, items]))
      .digest('hex')
      .slice(0, 32);
    const before = this.snapshot?.id;
    this.demands = demands;
    this.snapshot = { id, moment, readAtMs, items };
    this.lastLookMs = readAtMs;
    if (before !== undefined && before !== id) this.tell();
  }

  /** Reads the items whose commitments are not those of the last look; the engine is asked at most once per look. */
  private async readItems(demands: ReadonlyMap<string, MeterDemand[]>): Promise<ItemMeter[]> {
    const known = new Map(this.snapshot?.items.map((meter) => [meter.itemId, meter]));
    const isSame = (itemId: string): boolean =>
      known.has(itemId) && JSON.stringify(demands.get(itemId)) === JSON.stringify(this.demands.get(itemId));
    if (this.fixed.some(({ itemId }) => !isSame(itemId))) this.computations += 1;
    const items: ItemMeter[] = [];
    for (const fixed of this.fixed) {
      const meter = known.get(fixed.itemId);
      if (meter !== undefined && isSame(fixed.itemId)) {
        items.push(meter);
        continue;
      }
      const item = { ...fixed, demands: demands.get(fixed.itemId) ?? [] };
      const certain = (): ItemMeter => {
        // Without offers the reading asks nothing of the engine.
        const plain = readMeter({ ...item, offers: [] }).next();
        if (!plain.done) throw new Error('a meter without offers asked for an award');
        return plain.value;
      };
      items.push(await this.engine.read(readMeter(item), certain));
    }
    return items;
  }

  private tell(): void {
    if (this.listeners.size === 0) return;
    const frame = this.frame();
    for (const stream of this.listeners) stream.send(frame);
    if (this.isOver) this.end();
  }
}
