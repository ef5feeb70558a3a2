import type { Sql } from '../db/sql.js';

/** The end of the chain as it was published: whoever holds it can prove what came before. */
export interface ChainHead {
  readonly number: number;
  /** SHA-256 in hexadecimal. */
  readonly hash: string;
  readonly at: Date;
}

const COLUMNS = `number, encode(hash, 'hex') AS hash, published_at AS at`;

/** The newest published head, for receipts and exports; null before the first. */
export const chainHead = async (sql: Sql): Promise<ChainHead | null> =>
  (await sql.first<ChainHead>(`SELECT ${COLUMNS} FROM audit_head ORDER BY number DESC LIMIT 1`)) ?? null;

/** Published heads below a number, the newest first. @param below null for the newest of all. */
export const chainHeads = (sql: Sql, below: number | null, limit: number): Promise<ChainHead[]> =>
  sql.rows<ChainHead>(
    `SELECT ${COLUMNS} FROM audit_head WHERE $1::bigint IS NULL OR number < $1 ORDER BY number DESC LIMIT $2`,
    [below, limit],
  );
