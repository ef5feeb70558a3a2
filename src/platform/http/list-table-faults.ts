import type { AccessTable } from '../auth/allow.js';

export interface NamedRoute {
  /** As `PoolController.close`. */
  readonly name: string;
  /** As the access table names it. */
  readonly route: string;
}

/** Routes without a row in the access table, and rows without a route. */
export const listTableFaults = (routes: readonly NamedRoute[], access: AccessTable): string[] => {
  const known = new Set(routes.map(({ route }) => route));
  return [
    ...routes
      .filter(({ route }) => !(route in access))
      .map(({ name, route }) => `${name}: the access table has no row ${route}`),
    ...Object.keys(access)
      .filter((row) => !known.has(row))
      .map((row) => `the access table's row ${row} is no route`),
  ];
};
