/**
 * What a step meets others by: names of tables, and of what is like one (the clock, advisory locks). Whoever names too
 * many has more orders played than need be; too few, and an order is missed.
 */
export interface Footprint {
  readonly reads: ReadonlySet<string>;
  /** Seen by others from this step on: what it writes by itself, or what its transaction wrote when it commits. */
  readonly publishes: ReadonlySet<string>;
  /** Rows locked against each other lock, taken or let go by this step. */
  readonly locks: ReadonlySet<string>;
  /** Rows locked against those alone. */
  readonly shares: ReadonlySet<string>;
}

const meet = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...some].some((name) => others.has(name));

/** Whether two steps of different players may end otherwise when they change places. */
export type Dependence = (one: Footprint, other: Footprint) => boolean;

export const maySee: Dependence = (one, other) =>
  meet(one.publishes, other.reads) ||
  meet(other.publishes, one.reads) ||
  meet(one.locks, other.locks) ||
  meet(one.locks, other.shares) ||
  meet(one.shares, other.locks);

/** Of a played order: who took the turn, who could have, and what the step touched. */
export interface Turn {
  readonly player: number;
  readonly ready: readonly number[];
  readonly footprint: Footprint;
}

interface Node {
  readonly ready: readonly number[];
  /** Who must also be tried here. */
  readonly wanted: Set<number>;
  /** Who was tried, by what the step touched. */
  readonly tried: Map<number, Footprint>;
  /** Whose step here leads to what has been played already. */
  readonly asleep: Map<number, Footprint>;
}

/**
 * Which orders of steps are to be played so that each other order differs from one of them only in the places of
 * steps that do not meet: dynamic partial-order reduction (C. Flanagan and P. Godefroid, POPL 2005) with sleep sets
 * (P. Godefroid, 1996). Where every step meets every other, these are all orders.
 */
export class OrderPruner {
  private path: { readonly node: Node; readonly player: number }[] = [];
  private readonly mayMeet: Dependence;

  constructor(dependence: Dependence) {
    this.mayMeet = dependence;
  }

  /** The turns that the next order begins with. */
  get prefix(): readonly number[] {
    return this.path.map(({ player }) => player);
  }

  /**
   * Who takes the turn after these: a player that does not sleep. Undefined when all do: whatever comes, an order
   * like this has been played.
   */
  choose(turns: readonly Turn[], ready: readonly number[]): number | undefined {
    const asleep = this.asleepAfter(turns);
    return ready.find((player) => !asleep.has(player));
  }

  /** Learns of an order that was played. @returns whether another is to be played. */
  learn(turns: readonly Turn[]): boolean {
    for (let place = this.path.length; place < turns.length; place += 1) {
      const turn = turns[place];
      if (turn === undefined) break;
      const node: Node = {
        ready: turn.ready,
        wanted: new Set([turn.player]),
        tried: new Map(),
        asleep: this.asleepAfter(turns.slice(0, place)),
      };
      this.path.push({ node, player: turn.player });
    }
    for (const [place, { node, player }] of this.path.entries()) {
      const turn = turns[place];
      if (turn !== undefined) node.tried.set(player, turn.footprint);
    }
    this.wantRaces(turns);
    return this.turnBack();
  }

  /** Those who slept where the path ends and met none of the turns since. */
  private asleepAfter(turns: readonly Turn[]): Map<number, Footprint> {
    let asleep = new Map<number, Footprint>();
    for (const [place, { player, footprint }] of turns.entries()) {
      const node = this.path[place]?.node;
      if (node !== undefined) {
        asleep = new Map(node.asleep);
        for (const [other, touched] of node.tried) if (other !== player) asleep.set(other, touched);
      }
      asleep.delete(player);
      for (const [other, touched] of asleep) if (this.mayMeet(touched, footprint)) asleep.delete(other);
    }
    return asleep;
  }

  /** Two turns that meet, with none between that must stand between them: the later is to be tried first, too. */
  private wantRaces(turns: readonly Turn[]): void {
    const before: Set<number>[] = [];
    const lastOf = new Map<number, number>();
    for (const [later, turn] of turns.entries()) {
      const own = lastOf.get(turn.player);
      const past = new Set<number>(own === undefined ? [] : [own, ...(before[own] ?? [])]);
      for (let earlier = later - 1; earlier >= 0; earlier -= 1) {
        const other = turns[earlier];
        if (other === undefined || other.player === turn.player || past.has(earlier)) continue;
        if (!this.mayMeet(other.footprint, turn.footprint)) continue;
        past.add(earlier);
        for (const one of before[earlier] ?? []) past.add(one);
        const node = this.path[earlier]?.node;
        for (const player of node?.ready.includes(turn.player) === true ? [turn.player] : (node?.ready ?? []))
          node?.wanted.add(player);
      }
      before.push(past);
      lastOf.set(turn.player, later);
    }
  }

  /** Goes back to the last place where somebody else is to be tried. */
  private turnBack(): boolean {
    for (let last = this.path.pop(); last !== undefined; last = this.path.pop()) {
      const { node } = last;
      const next = [...node.wanted].find(
        (player) => node.ready.includes(player) && !node.tried.has(player) && !node.asleep.has(player),
      );
      if (next === undefined) continue;
      this.path.push({ node, player: next });
      return true;
    }
    return false;
  }
}
