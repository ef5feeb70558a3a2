/** The least number of pairs that serve all demands from all supplies exactly, by trying everything; undefined: none. */
export const fewestPairs = (
  supplies: readonly { readonly packs: number; readonly mostPacks: number }[],
  demands: readonly number[],
): number | undefined => {
  const known = new Map<string, number>();
  /** From this demand on, with so much left of each supply. */
  const from = (demand: number, left: readonly number[]): number => {
    if (demand === demands.length) return left.every((packs) => packs === 0) ? 0 : Infinity;
    const key = `${demand}:${left.join()}`;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    let least = Infinity;
    const serve = (supply: number, due: number, pairs: number, rest: readonly number[]): void => {
      if (supply === supplies.length) {
        if (due === 0) least = Math.min(least, pairs + from(demand + 1, rest));
        return;
      }
      const most = Math.min(due, left[supply] ?? 0, supplies[supply]?.mostPacks ?? 0);
      for (let packs = 0; packs <= most; packs += 1)
        serve(supply + 1, due - packs, pairs + (packs > 0 ? 1 : 0), [...rest, (left[supply] ?? 0) - packs]);
    };
    serve(0, demands[demand] ?? 0, 0, []);
    known.set(key, least);
    return least;
  };
  const least = from(
    0,
    supplies.map(({ packs }) => packs),
  );
  return Number.isFinite(least) ? least : undefined;
};
