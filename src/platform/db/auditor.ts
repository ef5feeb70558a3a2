import type { Sql } from './sql.js';

/**
 * PostgreSQL as sepikul_auditor, who sees past row security and changes nothing: an answer about everybody's rows
 * that another role gave would be empty and say nothing. Undefined where DATABASE_AUDITOR_URL is not set.
 */
export type Auditor = Sql | undefined;
export const AUDITOR = Symbol('auditor');
