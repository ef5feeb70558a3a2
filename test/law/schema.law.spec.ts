import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from '../../src/entities.js';
import { makeDataSource } from '../../src/platform/db/data-source.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';

/** table.column -> "type, null or not, key or not". */
type Schema = Record<string, string>;

const describeColumn = (type: string, isNullable: boolean, isKey: boolean): string =>
  `${type}${isNullable ? ', nullable' : ''}${isKey ? ', key' : ''}`;

/** TypeORM's shorter names for PostgreSQL's. */
const sameType: Readonly<Record<string, string>> = {
  int: 'integer',
  int4: 'integer',
  int8: 'bigint',
  bool: 'boolean',
  timestamptz: 'timestamp with time zone',
  float8: 'double precision',
  smallint: 'smallint',
};

const schemaOfEntities = async (listed: NonNullable<DataSourceOptions['entities']>): Promise<Schema> => {
  // Only its own view of the entities is asked for; it never connects.
  const dataSource: DataSource = makeDataSource({
    url: 'postgresql://nobody@127.0.0.1:1/none',
    poolSize: 2,
    applicationName: 'law',
    entities: listed,
  });
  await (dataSource as unknown as { buildMetadatas(): Promise<void> }).buildMetadatas();
  const schema: Schema = {};
  for (const { tableName, columns } of dataSource.entityMetadatas)
    for (const column of columns) {
      const name = typeof column.type === 'string' ? column.type : column.type.name.toLowerCase();
      const type = (sameType[name] ?? name) + (column.isArray ? '[]' : '');
      schema[`${tableName}.${column.databaseName}`] = describeColumn(
        type,
        column.isNullable,
        column.isPrimary,
      );
    }
  return schema;
};

const schemaOfDatabase = async (client: pg.Client): Promise<Schema> => {
  const { rows } = await client.query<{ place: string; type: string; is_nullable: boolean; is_key: boolean }>(
    `SELECT c.relname || '.' || a.attname AS place, format_type(a.atttypid, NULL) AS type, NOT a.attnotnull AS is_nullable,
       EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary AND a.attnum = ANY (i.indkey)) AS is_key
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
       AND c.relname <> 'migrations'`,
  );
  return Object.fromEntries(
    rows.map((row) => [row.place, describeColumn(row.type, row.is_nullable, row.is_key)]),
  );
};

const breachesBetween = (coded: Schema, real: Schema): string[] =>
  [...new Set([...Object.keys(coded), ...Object.keys(real)])]
    .filter((place) => coded[place] !== real[place])
    .sort()
    .map(
      (place) =>
        `${place}: ${coded[place] ?? 'absent'} in the entities, ${real[place] ?? 'absent'} in the database`,
    );

describe('entities are the schema', () => {
  let database: TestDatabase;
  let coded: Schema;

  beforeAll(async () => {
    database = await freshDatabase();
    coded = await schemaOfEntities(entities);
  });
  afterAll(() => database.close());

  const breachesWith = async (...faults: string[]): Promise<string[]> => {
    await database.owner.query('BEGIN');
    try {
      for (const fault of faults) await database.owner.query(fault);
      return breachesBetween(coded, await schemaOfDatabase(database.owner));
    } finally {
      await database.owner.query('ROLLBACK');
    }
  };

  it('holds: every table has an entity of the same columns, types, nullability and key, and the reverse', async () => {
    expect(await breachesWith()).toEqual([]);
    expect(new Set(Object.keys(coded).map((place) => place.split('.')[0])).size).toBe(entities.length);
    expect(entities.length).toBeGreaterThan(30);
  });

  it.each([
    {
      fault: 'a column that no entity knows',
      sql: 'ALTER TABLE outbox ADD COLUMN extra text',
      breach: 'outbox.extra: absent in the entities, text, nullable in the database',
    },
    {
      fault: 'a column that is gone',
      sql: 'ALTER TABLE inbox DROP COLUMN last_error CASCADE',
      breach: 'inbox.last_error: text, nullable in the entities, absent in the database',
    },
    {
      fault: 'another type',
      sql: 'ALTER TABLE inbox DROP COLUMN attempts CASCADE; ALTER TABLE inbox ADD COLUMN attempts bigint NOT NULL',
      breach: 'inbox.attempts: integer in the entities, bigint in the database',
    },
    {
      fault: 'a column that may be null',
      sql: 'ALTER TABLE audit_event ALTER COLUMN action DROP NOT NULL',
      breach: 'audit_event.action: text in the entities, text, nullable in the database',
    },
    {
      fault: 'a column that may not be null',
      sql: 'ALTER TABLE outbox ALTER COLUMN relayed_at SET NOT NULL',
      breach:
        'outbox.relayed_at: timestamp with time zone, nullable in the entities, timestamp with time zone in the database',
    },
    {
      fault: 'another key',
      sql: 'ALTER TABLE inbox DROP CONSTRAINT inbox_pkey',
      breach: 'inbox.consumer: text, key in the entities, text in the database',
    },
    {
      fault: 'a table without an entity',
      sql: 'CREATE TABLE sack (id uuid PRIMARY KEY)',
      breach: 'sack.id: absent in the entities, uuid, key in the database',
    },
    {
      fault: 'a list where one is meant',
      sql: 'ALTER TABLE inbox DROP COLUMN last_error CASCADE; ALTER TABLE inbox ADD COLUMN last_error text[]',
      breach: 'inbox.last_error: text, nullable in the entities, text[], nullable in the database',
    },
  ])('catches $fault', async ({ sql, breach }) => {
    expect(await breachesWith(sql)).toContain(breach);
  });

  it('catches a table that is missing', async () => {
    const breaches = await breachesWith('DROP TABLE inbox CASCADE');
    expect(breaches).toContain('inbox.event_id: bigint, key in the entities, absent in the database');
    expect(breaches.every((breach) => breach.startsWith('inbox.'))).toBe(true);
  });

  it('catches an entity that is not listed', async () => {
    const [first, ...others] = entities;
    const breaches = breachesBetween(await schemaOfEntities(others), await schemaOfDatabase(database.owner));
    expect(first).toBeDefined();
    expect(breaches.length).toBeGreaterThan(0);
    expect(breaches.every((breach) => breach.includes('absent in the entities'))).toBe(true);
  });
});
