import type { PoolClient, QueryArrayResult } from 'pg';

/**
 * Statements against PostgreSQL. Rows come back with camelCase keys, bigint as a checked number, dates as
 * `YYYY-MM-DD`, times as Date. A statement's text must be constant: it is prepared once per connection.
 */
export interface Sql {
  rows<Row>(text: string, params?: readonly unknown[]): Promise<Row[]>;
  /** The first row, or undefined. */
  first<Row>(text: string, params?: readonly unknown[]): Promise<Row | undefined>;
  /** Runs a change and says how many rows it touched. */
  change(text: string, params?: readonly unknown[]): Promise<number>;
}

/** A transaction: always the first argument of what writes, never ambient. */
export interface Tx extends Sql {
  readonly isTransaction: true;
}

export type SqlClient = Pick<PoolClient, 'query'>;

const names = new Map<string, string>();

/** A short constant name per text, so that PostgreSQL parses and plans it once per connection. */
const statementName = (text: string): string => {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `s${names.size + 1}`;
  names.set(text, name);
  return name;
};

const camel = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const toRows = <Row>(result: QueryArrayResult): Row[] => {
  const keys = result.fields.map((field) => camel(field.name));
  return result.rows.map((values) => {
    const row: Record<string, unknown> = {};
    for (let place = 0; place < keys.length; place += 1) row[keys[place] ?? ''] = values[place];
    return row as Row;
  });
};

export const runRows = async <Row>(
  client: SqlClient,
  text: string,
  params: readonly unknown[],
): Promise<Row[]> =>
  toRows<Row>(await client.query({ name: statementName(text), text, values: [...params], rowMode: 'array' }));

export const runChange = async (
  client: SqlClient,
  text: string,
  params: readonly unknown[],
): Promise<number> =>
  (await client.query({ name: statementName(text), text, values: [...params] })).rowCount ?? 0;
