/** PostgreSQL's unique violation on a table; its index names the key. */
export const isUniqueViolation = (error: unknown, table: string): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === '23505' &&
  'table' in error &&
  error.table === table;
