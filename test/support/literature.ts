/** Files under test/fixtures/instances and their optima: as published by the OR-Library, and for the awards by agreement of several solvers. */
export const LITERATURE: readonly (readonly [file: string, optimum: number])[] = [
  ['cflp/cap41.txt', 1_040_444.375],
  ['cflp/cap42.txt', 1_098_000.45],
  ['cflp/cap43.txt', 1_153_000.45],
  ['cflp/cap44.txt', 1_235_500.45],
  ['cflp/cap51.txt', 1_025_208.225],
  ['cflp/cap61.txt', 932_615.75],
  ['cflp/cap62.txt', 977_799.4],
  ['cflp/cap63.txt', 1_014_062.05],
  ['cflp/cap64.txt', 1_045_650.25],
  ['cflp/cap71.txt', 932_615.75],
  ['cflp/cap72.txt', 977_799.4],
  ['cflp/cap73.txt', 1_010_641.45],
  ['cflp/cap74.txt', 1_034_976.975],
  ['award/award-5x6x3-s1.json', 539_732_642],
  ['award/award-20x12x4-s1.json', 2_574_554_323],
  ['award/award-20x12x4-s2.json', 1_674_327_662],
];
