/** PostgreSQL's unique violation on a table; its index names the key. */
export const isUniqueViolation = (error: unknown, table: string): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === '23505' &&
  'table' in error &&
  error.table === table;

/** A check of the database, or one that a trigger makes in its name, said no. */
export const isCheckViolation = (error: unknown, constraint: string): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === '23514' &&
  'constraint' in error &&
  error.constraint === constraint;
