import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { DataSourceOptions } from 'typeorm';
import { verifyChain } from '../platform/audit/verify-chain.js';
import { rowTypes } from '../platform/db/data-source.js';
import { migrate } from '../platform/db/migrate.js';
import { sqlOf } from '../platform/db/sql.js';
import { readManifest, type Manifest } from './manifest.js';
import { checkParts } from './part-files.js';
import { refuseBackup } from './refuse-backup.js';

type Migrations = readonly (new () => { readonly name?: string })[];

export interface RestoreRequest {
  readonly directory: string;
  /** As the owner of the schema. */
  readonly migrateUrl: string;
  readonly migrations: Migrations;
}

const migrationNames = (migrations: Migrations): string[] =>
  migrations.map((Each) => new Each().name ?? Each.name);

/** A database where nothing has happened yet: without tables, or with no audit row but the first. */
const requireUntouched = async (client: pg.Client, manifest: Manifest): Promise<void> => {
  const refuse = (): never =>
    refuseBackup('basis data tujuan tidak kosong', 'the database to restore into is not empty');
  const tables = await client.query<{ name: string }>(
    `SELECT relname::text AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
  );
  if (tables.rowCount === 0) return;
  if (!tables.rows.some(({ name }) => name === 'audit_event')) refuse();
  if ((await client.query(`SELECT FROM audit_event WHERE action <> 'audit-begun' LIMIT 1`)).rowCount)
    refuse();
  const newer = await client.query('SELECT FROM migrations WHERE name <> ALL ($1)', [manifest.migrations]);
  if (newer.rowCount)
    refuseBackup(
      'skema basis data tujuan lebih baru daripada cadangan; pakai basis data kosong',
      'the schema to restore into is newer than the backup; use an empty database',
    );
};

interface SchemaTable {
  readonly name: string;
  readonly isForced: boolean;
}

const q = pg.escapeIdentifier;

const run = async (client: pg.Client, statements: readonly string[]): Promise<void> => {
  for (const statement of statements) await client.query(statement);
};

const listTables = async (client: pg.Client, manifest: Manifest): Promise<SchemaTable[]> => {
  const { rows } = await client.query<SchemaTable>(
    `SELECT relname::text AS name, relforcerowsecurity AS "isForced" FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'migrations' ORDER BY relname`,
  );
  const kept = manifest.tables.map(({ table }) => table).sort();
  const known = rows.map(({ name }) => name).sort();
  if (kept.join() !== known.join())
    refuseBackup(
      'tabel cadangan lain daripada skemanya',
      'the tables of the backup are not those of its schema',
    );
  return rows;
};

const loadTables = async (
  client: pg.Client,
  { directory, tables }: Manifest & { directory: string },
): Promise<void> => {
  for (const { table, columns, file, rows } of tables) {
    const into = client.query(
      copyFrom(`COPY ${q(table)} (${columns.map((name) => q(name)).join(', ')}) FROM STDIN`),
    );
    await pipeline(createReadStream(join(directory, file)), createGunzip(), into);
    if (into.rowCount !== rows)
      refuseBackup(
        `${table}: ${into.rowCount} dari ${rows} baris`,
        `${table}: ${into.rowCount} of ${rows} rows`,
      );
  }
};

/** The next id after the last that is used. */
const resumeIdentities = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ table: string; column: string }>(
    `SELECT relname::text AS table, attname::text AS column FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'migrations'
       AND pg_get_serial_sequence(quote_ident(relname), attname) IS NOT NULL AND NOT attisdropped`,
  );
  for (const { table, column } of rows)
    await client.query(
      `SELECT setval(pg_get_serial_sequence($1, $2), max(${q(column)})) FROM ${q(table)} HAVING max(${q(column)}) IS NOT NULL`,
      [q(table), column],
    );
};

/**
 * Fills the tables in one transaction. Triggers rest, foreign keys are taken off and put on again, which holds every
 * row against them; so is row security, which COPY cannot pass. The owner may do all that; no superuser is needed.
 */
const load = async (client: pg.Client, directory: string, manifest: Manifest): Promise<void> => {
  const tables = await listTables(client, manifest);
  const forced = tables.filter(({ isForced }) => isForced);
  const keys = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS table, conname::text AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2`,
  );
  await run(client, [
    ...keys.rows.map(({ table, name }) => `ALTER TABLE ${table} DROP CONSTRAINT ${q(name)}`),
    ...tables.map(({ name }) => `ALTER TABLE ${q(name)} DISABLE TRIGGER USER`),
    ...forced.map(({ name }) => `ALTER TABLE ${q(name)} NO FORCE ROW LEVEL SECURITY`),
    `TRUNCATE ${tables.map(({ name }) => q(name)).join(', ')}`,
  ]);
  await loadTables(client, { ...manifest, directory });
  await resumeIdentities(client);
  await client.query(
    `INSERT INTO audit_event (action, subject_type, subject_id, data) VALUES ('restored', 'system', 'backup', $1)`,
    [{ takenAt: manifest.takenAt, chainNumber: manifest.chainHead?.number ?? null }],
  );
  await run(client, [
    ...keys.rows.map(
      ({ table, name, definition }) => `ALTER TABLE ${table} ADD CONSTRAINT ${q(name)} ${definition}`,
    ),
    ...tables.map(({ name }) => `ALTER TABLE ${q(name)} ENABLE TRIGGER USER`),
    ...forced.map(({ name }) => `ALTER TABLE ${q(name)} FORCE ROW LEVEL SECURITY`),
  ]);
};

const requireChain = async (client: pg.Client, { chainHead }: Manifest): Promise<void> => {
  const sql = sqlOf({ array: (query) => client.query(query), plain: (query) => client.query(query) });
  const { touched } = await verifyChain(sql, chainHead === null ? [] : [chainHead]);
  if (touched === null) return;
  const place = `${touched.touch} ${touched.number ?? '-'}/${touched.auditId ?? '-'}`;
  refuseBackup(
    `rantai audit cadangan tersentuh: ${place}`,
    `the audit chain of the backup was touched: ${place}`,
  );
};

/**
 * Restores a backup into an untouched database: checks every part, brings the schema to the backup's migrations, loads
 * everything in one transaction, replays the audit chain, and runs the migrations that are newer. Stopped
 * anywhere, it can be run again. The queue is left empty: the relay finds by itself what is due and not done.
 */
export const restoreBackup = async ({
  directory,
  migrateUrl,
  migrations,
}: RestoreRequest): Promise<Manifest> => {
  const manifest = await readManifest(directory);
  const known = migrationNames(migrations);
  const unknown = manifest.migrations.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    refuseBackup(
      `migrasi ${unknown.join(', ')} tidak dikenal versi ini`,
      `this version does not know migrations ${unknown.join(', ')}`,
    );
  await checkParts(directory, [...manifest.tables, ...manifest.files, ...manifest.keys]);
  const client = new pg.Client({
    connectionString: migrateUrl,
    application_name: 'sepikul-restore',
    options: '-c timezone=UTC',
    types: rowTypes,
  });
  await client.connect();
  try {
    await requireUntouched(client, manifest);
    const then = migrations.filter((Each) => manifest.migrations.includes(new Each().name ?? Each.name));
    await migrate(migrateUrl, [...then] as DataSourceOptions['migrations']);
    await client.query('BEGIN');
    await load(client, directory, manifest);
    await requireChain(client, manifest);
    await client.query('COMMIT');
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
  await migrate(migrateUrl, [...migrations] as DataSourceOptions['migrations']);
  return manifest;
};
