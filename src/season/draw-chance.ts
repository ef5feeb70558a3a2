/** A source of chance that the same seed makes the same. */
export interface Chance {
  /** A whole number from `min` to `max`, both included. */
  whole(min: number, max: number): number;
  /** One of a list that is not empty. */
  pick<Item>(items: readonly Item[]): Item;
  /** The list in a drawn order. */
  shuffle<Item>(items: readonly Item[]): Item[];
  /** True in so many of 100 cases. */
  happens(percent: number): boolean;
}

const spread = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/**
 * Chance from a seed and the name of what it is for, so that one part of a plan drawing more does not move the
 * others: `drawChance(7, 'bids')` stays what it is however many commitments there are.
 * Method: mulberry32, seeded by an FNV-1a hash of both.
 */
export const drawChance = (seed: number, purpose: string): Chance => {
  let hash = 0x811c9dc5;
  for (const letter of `${seed}:${purpose}`)
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  const next = spread(hash);
  const whole = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const shuffle = <Item>(items: readonly Item[]): Item[] =>
    items
      .map((item) => ({ item, place: next() }))
      .sort((one, other) => one.place - other.place)
      .map(({ item }) => item);
  return {
    whole,
    shuffle,
    happens: (percent) => whole(1, 100) <= percent,
    pick: (items) => {
      const item = items[whole(0, items.length - 1)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
  };
};
