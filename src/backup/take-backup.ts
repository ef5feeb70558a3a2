import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { BACKUP_FORMAT, MANIFEST, type KeptFile, type Manifest, type TablePart } from './manifest.js';
import { writePart } from './part-files.js';
import { refuseBackup } from './refuse-backup.js';
import { sealSecret } from './seal-secret.js';

export interface BackupRequest {
  /** As the auditor, who sees past row security and changes nothing. */
  readonly auditorUrl: string;
  /** Where the backup is to lie; must not be there yet. */
  readonly directory: string;
  readonly keyFiles: readonly { readonly name: string; readonly path: string }[];
  readonly filesDirectory: string | null;
  /** Seals the keys; without one they lie there as they are. */
  readonly passphrase: string | null;
}

/** What means nothing in another cluster are numbers of transactions; their defaults are right there. */
const IS_LOCAL = `(relname, attname) = ('audit_head', 'horizon') OR EXISTS (SELECT FROM pg_attrdef
  WHERE adrelid = attrelid AND adnum = attnum AND pg_get_expr(adbin, adrelid) LIKE '%pg_current_xact_id%')`;

interface TableToCopy {
  readonly table: string;
  readonly columns: readonly string[];
}

const listTables = async (client: pg.Client): Promise<TableToCopy[]> => {
  const { rows } = await client.query<TableToCopy>(
    `SELECT relname::text AS table, array_agg(attname::text ORDER BY attnum) AS columns
     FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'migrations'
       AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND NOT (${IS_LOCAL})
     GROUP BY relname ORDER BY relname`,
  );
  return rows;
};

const copyTable = async (
  client: pg.Client,
  directory: string,
  { table, columns }: TableToCopy,
): Promise<TablePart> => {
  const names = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const rows = client.query(copyTo(`COPY ${client.escapeIdentifier(table)} (${names}) TO STDOUT`));
  const part = await writePart(directory, `tables/${table}.copy.gz`, rows, createGzip({ level: 3 }));
  return { ...part, table, columns, rows: rows.rowCount };
};

/** One snapshot for all tables, however much is written meanwhile. */
const copyDatabase = async (
  { auditorUrl }: BackupRequest,
  directory: string,
): Promise<Omit<Manifest, 'files' | 'keys'>> => {
  const client = new pg.Client({ connectionString: auditorUrl, application_name: 'sepikul-backup' });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query('SET LOCAL statement_timeout = 0');
    const { rows } = await client.query<Pick<Manifest, 'takenAt' | 'postgres' | 'migrations' | 'chainHead'>>(
      `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "takenAt", current_setting('server_version') AS postgres,
         (SELECT json_agg(name ORDER BY timestamp) FROM migrations) AS migrations,
         (SELECT json_build_object('number', number, 'hash', encode(hash, 'hex')) FROM audit_head ORDER BY number DESC LIMIT 1) AS "chainHead"`,
    );
    const [facts] = rows;
    if (facts === undefined) throw new Error('the database says nothing of itself');
    const tables: TablePart[] = [];
    for (const table of await listTables(client)) tables.push(await copyTable(client, directory, table));
    return { format: BACKUP_FORMAT, ...facts, tables };
  } finally {
    await client.end();
  }
};

/** After the tables: what a row names has been there before it, and files do not change. */
const copyFiles = async (from: string | null, directory: string): Promise<KeptFile[]> => {
  if (from === null) return [];
  const kept: KeptFile[] = [];
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = relative(from, path).split(sep).join('/');
    kept.push({ name, ...(await writePart(directory, `files/${name}`, createReadStream(path))) });
  }
  return kept;
};

const copyKeys = async (
  { keyFiles, passphrase }: BackupRequest,
  directory: string,
): Promise<Manifest['keys']> => {
  const kept: Manifest['keys'][number][] = [];
  for (const { name, path } of keyFiles) {
    const secret = await readFile(path);
    const content = passphrase === null ? secret : await sealSecret(secret, passphrase);
    const part = await writePart(directory, `keys/${name}`, Readable.from([content]));
    kept.push({ name, isSealed: passphrase !== null, ...part });
  }
  return kept;
};

/**
 * Copies everything that a machine needs to go on: every table in one snapshot, files, keys. Streams; runs beside
 * the system at work. Written under another name and renamed at the end: what bears the name is complete.
 */
export const takeBackup = async (request: BackupRequest): Promise<Manifest> => {
  const { directory } = request;
  if (await stat(directory).catch(() => null))
    refuseBackup(`${directory} sudah ada`, `${directory} is there already`);
  const unfinished = `${directory}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  const manifest: Manifest = {
    ...(await copyDatabase(request, unfinished)),
    files: await copyFiles(request.filesDirectory, unfinished),
    keys: await copyKeys(request, unfinished),
  };
  await writeFile(join(unfinished, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, {
    mode: 0o600,
    flush: true,
  });
  await rename(unfinished, directory);
  return manifest;
};
