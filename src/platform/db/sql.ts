import type { QueryArrayConfig, QueryArrayResult, QueryConfig, QueryResult } from 'pg';

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

/**
 * Put in front of a single statement that is asked very often and whose best plan hangs on none of its values: it is
 * planned once per connection. PostgreSQL would else plan a statement with lists anew at each call, for it guesses
 * lists to be long when it does not know them.
 */
export const PLANNED_ONCE = '/* planned once */';

/** A transaction: always the first argument of what writes, never ambient. */
export interface Tx extends Sql {
  readonly isTransaction: true;
}

/** Whatever sends a prepared statement and brings its result: a connection, or the pool. */
export interface Sender {
  array(query: QueryArrayConfig & { name: string }): Promise<QueryArrayResult>;
  plain(query: QueryConfig & { name: string }): Promise<QueryResult>;
}

const names = new Map<string, string>();

/** A short constant name per text, so that PostgreSQL parses and plans it once per connection. */
const statementName = (text: string): string => {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `s${names.size + 1}`;
  names.set(text, name);
  return name;
};

/** Names of columns, which are as many as the statements of the code say. */
const camels = new Map<string, string>();

const camel = (name: string): string => {
  const known = camels.get(name);
  if (known !== undefined) return known;
  const made = name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  camels.set(name, made);
  return made;
};

const toRows = <Row>(result: QueryArrayResult): Row[] => {
  const keys = result.fields.map((field) => camel(field.name));
  return result.rows.map((values) => {
    const row: Record<string, unknown> = {};
    for (let place = 0; place < keys.length; place += 1) row[keys[place] ?? ''] = values[place];
    return row as Row;
  });
};

export const sqlOf = (sender: Sender): Sql => {
  const rows = async <Row>(text: string, params: readonly unknown[] = []): Promise<Row[]> =>
    toRows<Row>(
      await sender.array({ name: statementName(text), text, values: [...params], rowMode: 'array' }),
    );
  return {
    rows,
    first: async <Row>(text: string, params?: readonly unknown[]) => (await rows<Row>(text, params))[0],
    change: async (text, params = []) =>
      (await sender.plain({ name: statementName(text), text, values: [...params] })).rowCount ?? 0,
  };
};
