export interface DueWork<Thing> {
  /** What is due, so many at most, the first first; without its locks. */
  readonly due: (limit: number) => Promise<readonly Thing[]>;
  readonly atOnce: number;
  /** Claims one in a transaction of its own and does it. @returns false when it is not due any more, or another's. */
  readonly take: (thing: Thing) => Promise<boolean>;
  /** What is said of those that failed: `pools could not be closed`. */
  readonly failing: string;
}

/**
 * Does what is due, each by itself: one that fails keeps none after it waiting, however many fail before it, and is tried
 * again at the next turn.
 *
 * @returns how many were done. @throws AggregateError when some failed, after all were tried.
 */
export const eachAlone = async <Thing>({ due, atOnce, take, failing }: DueWork<Thing>): Promise<number> => {
  const failed = new Map<string, unknown>();
  let done = 0;
  let before = -1;
  while (failed.size > before) {
    before = failed.size;
    // Those that failed stand at the head of what is due still: as many more are asked for.
    for (const thing of await due(atOnce + failed.size)) {
      const key = JSON.stringify(thing);
      if (failed.has(key)) continue;
      try {
        if (await take(thing)) done += 1;
      } catch (error) {
        failed.set(key, error);
      }
    }
  }
  if (failed.size > 0) throw new AggregateError(failed.values(), `${failed.size} ${failing}`);
  return done;
};
