import type { AwardProblem } from '../../src/core/award/joint/award-problem.js';
import { readLocationFile } from '../../src/core/award/joint/read-location-file.js';

/** Park and Miller's generator: the same numbers in [0, 1) on every machine. */
const draws = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

/**
 * A location file of warehouses and customers on a square, read as an award; together the warehouses can
 * deliver four times the demand.
 */
export const drawLocations = (warehouses: number, customers: number): AwardProblem => {
  const draw = draws(20_261_112);
  const points = (count: number): [number, number][] =>
    Array.from({ length: count }, () => [1_000 * draw(), 1_000 * draw()]);
  const sites = points(warehouses);
  const demands = Array.from({ length: customers }, () => 5 + Math.floor(95 * draw()));
  const each = (4 * demands.reduce((sum, packs) => sum + packs, 0)) / warehouses;
  const rows = sites.map(
    () => `${Math.round(each * (0.7 + 0.6 * draw()))} ${100_000 + Math.round(300_000 * draw())}`,
  );
  const columns = points(customers).map(([x, y], customer) => {
    const demand = demands[customer] ?? 0;
    return `${demand} ${sites.map(([a, b]) => (demand * Math.hypot(a - x, b - y)).toFixed(5)).join(' ')}`;
  });
  return readLocationFile([`${warehouses} ${customers}`, ...rows, ...columns].join('\n'), null).problem;
};
