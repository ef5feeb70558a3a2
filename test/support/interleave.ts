import pg from 'pg';
import { entities } from '../../src/entities.js';
import { makeDataSource } from '../../src/platform/db/data-source.js';
import { Db } from '../../src/platform/db/db.js';
import { withinScope } from '../../src/platform/db/scope.js';
import type { TestDatabase } from './database.js';
import { Conductor } from './interleave/conductor.js';
import { Course, gated } from './interleave/course.js';
import { makeTimeMovable } from './interleave/move-time.js';
import { maySee, OrderPruner, type Turn } from './interleave/prune-orders.js';
import { Footprints } from './interleave/read-footprints.js';
import { takeTurns, type Script } from './interleave/take-turns.js';

export { letTimePass } from './interleave/move-time.js';

/** One of those whose statements are shuffled. Each works on a connection of its own. */
export interface Player<World> {
  readonly name: string;
  readonly role: 'sepikul_app' | 'sepikul_worker';
  play(db: Db, world: World): Promise<unknown>;
}

/** Two or more players on a world that is planted anew for every order of their statements. */
export interface Encounter<World> {
  plant(): Promise<World>;
  readonly players: readonly Player<World>[];
  /** What goes on by itself once the players have left: a schedule that found something held comes again. */
  conclude?(workerDb: Db, world: World): Promise<unknown>;
  /** Whatever must be as after some serial order; without what differs from world to world (ids, times). */
  observe(world: World): Promise<unknown>;
}

/** What an encounter came to: all endings seen, and how many orders were played. */
export interface Explored {
  readonly orders: number;
  readonly deadlocks: number;
  /** Endings of the players one after the other, in every order. */
  readonly serial: readonly string[];
  /** Endings that no serial order has, with the statements that led there. */
  readonly strange: readonly { readonly ending: string; readonly steps: readonly string[] }[];
  /** How often each serial ending came about. */
  readonly seen: ReadonlyMap<string, number>;
}

/** Holds that however statements fell, it ended as if one player had come after the other, and that more than one order was tried. */
export const expectSerial = ({ strange, deadlocks, orders }: Explored): void => {
  expect(strange).toEqual([]);
  expect(deadlocks).toBe(0);
  expect(orders).toBeGreaterThan(1);
};

interface Played {
  readonly ending: string;
  readonly turns: readonly Turn[];
  readonly steps: readonly string[];
  readonly retries: number;
}

/** Every order of these. */
const permutations = <Thing>(things: readonly Thing[]): Thing[][] =>
  things.length < 2
    ? [[...things]]
    : things.flatMap((first, place) =>
        permutations(things.filter((_, other) => other !== place)).map((rest) => [first, ...rest]),
      );

/**
 * The connection that a player has now: after an error, or idle for long, the pool gives it another. Who waits on
 * it waits for its turn, on a busy machine for long: no time-out is to end it.
 */
const sitDown = async (db: Db): Promise<number> => {
  const row = await db.first<{ pid: number }>(
    `SELECT pg_backend_pid() AS pid, set_config('lock_timeout', '120s', false), set_config('statement_timeout', '120s', false)`,
  );
  return row?.pid ?? 0;
};

/**
 * Plays encounters in the orders of their statements on real connections: in every order, or in one of each kind that
 * differ only in the places of statements that do not meet. Which player may go on is asked of PostgreSQL
 * (`pg_blocking_pids`), so that nothing waits for time to pass.
 */
export class Interleaver {
  private constructor(
    private readonly watcher: pg.Client,
    private readonly footprints: () => Promise<Footprints>,
    private readonly seats: Readonly<Record<Player<unknown>['role'], readonly Db[]>>,
    private readonly close: () => Promise<void>,
  ) {}

  /** With seats for so many players of a role; the database's time is moved by `letTimePass`. */
  static async open(database: TestDatabase, seatsPerRole = 2): Promise<Interleaver> {
    await makeTimeMovable(database);
    const watcher = new pg.Client({ connectionString: database.adminUrl });
    await watcher.connect();
    const sources: { destroy(): Promise<void> }[] = [];
    const sit = async (role: Player<unknown>['role']): Promise<Db[]> => {
      const seats = [];
      for (let seat = 0; seat < seatsPerRole; seat += 1) {
        // A player that asked for a second connection while it holds one would wait for itself, and be found out.
        const source = makeDataSource({
          url: database.urlOf(role),
          poolSize: 1,
          entities,
          applicationName: `player-${seat}`,
        });
        await source.initialize();
        sources.push(source);
        seats.push(new Db(source));
      }
      return seats;
    };
    const seats = { sepikul_app: await sit('sepikul_app'), sepikul_worker: await sit('sepikul_worker') };
    // Read at each encounter: a spec may have changed a policy since.
    return new Interleaver(
      watcher,
      () => Footprints.of(database.owner),
      seats,
      async () => {
        await Promise.all([watcher.end(), ...sources.map((source) => source.destroy())]);
      },
    );
  }

  stop(): Promise<void> {
    return this.close();
  }

  /** Plays all serial orders, then all others that may end otherwise; with `every` all there are. */
  async explore<World>(encounter: Encounter<World>, { every = false } = {}): Promise<Explored> {
    const footprints = await this.footprints();
    const serial = new Set<string>();
    for (const order of permutations(encounter.players.map((_, place) => place)))
      serial.add((await this.play(encounter, footprints, order)).ending);
    const strange: { ending: string; steps: readonly string[] }[] = [];
    const seen = new Map<string, number>([...serial].map((ending) => [ending, 0]));
    let orders = 0;
    let deadlocks = 0;
    const pruner = new OrderPruner(every ? () => true : maySee);
    for (let isMore = true; isMore;) {
      const { prefix } = pruner;
      const played = await this.play(encounter, footprints, (turns, ready) =>
        turns.length < prefix.length ? this.again(prefix[turns.length], ready) : pruner.choose(turns, ready),
      );
      orders += 1;
      deadlocks += played.retries;
      if (serial.has(played.ending)) seen.set(played.ending, (seen.get(played.ending) ?? 0) + 1);
      else strange.push({ ending: played.ending, steps: played.steps });
      isMore = pruner.learn(played.turns);
    }
    return { orders, deadlocks, serial: [...serial], strange, seen };
  }

  private again(player: number | undefined, ready: readonly number[]): number {
    if (player === undefined || !ready.includes(player)) throw new Error('the same orders led elsewhere');
    return player;
  }

  private async play<World>(
    encounter: Encounter<World>,
    footprints: Footprints,
    script: Script,
  ): Promise<Played> {
    await this.watcher.query('SELECT setval($1, 0, true)', ['moment.ahead_s']);
    const world = await encounter.plant();
    const seated = this.seat(encounter);
    const pids = await Promise.all(seated.map(({ db }) => sitDown(db)));
    const courses = seated.map(({ player }, place) => new Course(player.name, pids[place] ?? 0));
    // For a purpose, so that the players see each other's rows, whoever's they are.
    const begin = (place: number): void => {
      const [course, seat] = [courses[place], seated[place]];
      if (course === undefined || seat === undefined) throw new Error(`there is no player ${place}`);
      course.begin(
        withinScope({ purpose: 'encounter' }, () => seat.player.play(gated(seat.db, course), world)),
      );
    };
    const conductor = new Conductor(courses, (course, others) => this.isBlocked(course, others));
    const { turns, steps } = await takeTurns(conductor, courses, begin, footprints, script);
    const crash = courses.find((course) => course.crash !== undefined)?.crash;
    if (crash !== undefined) throw crash as Error;
    const [worker] = this.seats.sepikul_worker;
    if (encounter.conclude !== undefined && worker !== undefined)
      await withinScope({ purpose: 'encounter' }, () => encounter.conclude?.(worker, world));
    const outcomes = courses.map((course) => [course.name, course.outcome]);
    return {
      ending: JSON.stringify({ outcomes, state: await encounter.observe(world) }),
      turns,
      steps,
      retries: courses.reduce((sum, { retries }) => sum + retries, 0),
    };
  }

  private seat<World>({ players }: Encounter<World>): { player: Player<World>; db: Db }[] {
    const free = { sepikul_app: [...this.seats.sepikul_app], sepikul_worker: [...this.seats.sepikul_worker] };
    return players.map((player) => {
      const db = free[player.role].shift();
      if (db === undefined) throw new Error(`no seat is left for ${player.name}`);
      return { player, db };
    });
  }

  private async isBlocked(course: Course, others: readonly Course[]): Promise<boolean> {
    const { rows } = await this.watcher.query<{ blocked: boolean }>(
      'SELECT pg_blocking_pids($1) && $2::int[] AS blocked',
      [course.pid, others.map(({ pid }) => pid)],
    );
    return rows[0]?.blocked === true;
  }
}
