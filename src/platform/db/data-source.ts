import { DataSource, type DataSourceOptions } from 'typeorm';
import pg from 'pg';
import { SnakeNames } from './snake-names.js';

type TypeId = Parameters<typeof pg.types.getTypeParser>[0];

/** bigint as a number that is provably exact; anything else is a bug that must not pass silently. */
const wholeNumber = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`the database returned ${text}, which no double holds exactly`);
  return value;
};

/** How values come out of PostgreSQL for us: see Sql. */
export const rowTypes = {
  getTypeParser: (oid: TypeId, format?: 'text' | 'binary'): unknown => {
    if (oid === pg.types.builtins.INT8) return wholeNumber;
    if (oid === pg.types.builtins.DATE) return (text: string) => text;
    return pg.types.getTypeParser(oid, format);
  },
};

export interface DataSourceSettings {
  readonly url: string;
  readonly poolSize: number;
  readonly entities?: DataSourceOptions['entities'];
  readonly migrations?: DataSourceOptions['migrations'];
  readonly applicationName: string;
  /** Statements longer than this are cut off; 0 for migrations. Forming lots lifts it for its own transaction. */
  readonly statementTimeoutMs?: number;
}

/** TypeORM's view of the database: it owns the connections, the entities and the migrations. */
export const makeDataSource = (settings: DataSourceSettings): DataSource =>
  new DataSource({
    type: 'postgres',
    url: settings.url,
    entities: settings.entities ?? [],
    migrations: settings.migrations ?? [],
    namingStrategy: new SnakeNames(),
    poolSize: settings.poolSize,
    applicationName: settings.applicationName,
    connectTimeoutMS: 10_000,
    poolErrorHandler: () => undefined,
    extra: {
      types: rowTypes,
      options: `-c timezone=UTC -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s -c statement_timeout=${settings.statementTimeoutMs ?? 30_000}`,
    },
  });
