/** Parts of policies, as SQL. In subselects, so that each is asked once per statement and not once per row. */

/** The principal's own parties. */
export const MINE = '(SELECT principal_parties())::uuid[]';
/** A named purpose looks across (see platform/db/purposes). */
export const ACROSS = `(SELECT principal_purpose()) <> ''`;
/** The principal reads past party walls. */
export const OVERSEES = '(SELECT principal_oversees())';

/** The column names a party that the principal may act for (from migration 440 on). */
export const isActing = (column: string): string => `${column} = ANY ((SELECT principal_acts_for())::uuid[])`;

/** The column names one of the principal's parties. */
export const isMine = (column: string): string => `${column} = ANY (${MINE})`;

/** A row that the principal sees of another table, behind whose wall it stands too. */
export const seesRow = (table: string, condition: string): string =>
  `EXISTS (SELECT FROM ${table} WHERE ${condition})`;

/** The principal organises the pool that the column names. */
export const organisesPool = (column: string): string =>
  `EXISTS (SELECT FROM pool WHERE pool.id = ${column} AND ${isMine('pool.organiser_id')})`;

/** The principal organises the pool of the lot that the column names. */
export const organisesLot = (column: string): string =>
  `EXISTS (SELECT FROM lot JOIN pool ON pool.id = lot.pool_id WHERE lot.id = ${column} AND ${isMine('pool.organiser_id')})`;

/** One or the other, the cheap ones first: PostgreSQL asks them in this order. */
export const anyOf = (...conditions: readonly string[]): string => conditions.join(' OR ');
