/** So many shades can be told apart. */
export const SHADES = 5;

export interface Shading {
  /** From 1, palest, to SHADES; 0 for nothing. */
  readonly shadeOf: (value: number) => number;
  /** Of each shade that is used: its number, its least and its most. */
  readonly ranges: readonly (readonly [shade: number, from: number, until: number])[];
}

/**
 * Shades by rank, as many values in each as can be: one large value would leave all others in one shade by size.
 *
 *   10, 20, 30, 40, 50 -> 1, 2, 3, 4, 5
 *   10, 10, 10         -> 3, 3, 3: the middle, for there is nothing to compare
 */
export const shade = (values: readonly number[]): Shading => {
  const known = [...new Set(values.filter((value) => value > 0))].sort((one, other) => one - other);
  const shadeOf = (value: number): number => {
    const rank = known.indexOf(value);
    if (rank < 0) return 0;
    return known.length === 1
      ? Math.ceil(SHADES / 2)
      : 1 + Math.round((rank * (SHADES - 1)) / (known.length - 1));
  };
  const ranges = Array.from({ length: SHADES }, (_, at) => {
    const own = known.filter((value) => shadeOf(value) === at + 1);
    return [at + 1, own[0] ?? 0, own.at(-1) ?? 0] as const;
  });
  return { shadeOf, ranges: ranges.filter(([, from]) => from > 0) };
};
