import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { readKeys, writeKeys } from '../backup/keys.js';
import { readManifest } from '../backup/manifest.js';
import { refuseBackup } from '../backup/refuse-backup.js';
import { restoreBackup } from '../backup/restore-backup.js';
import { migrations } from '../migrations/index.js';
import { brokenPromises } from '../modules/monitoring/index.js';
import { loadConfig } from '../platform/config/load-config.js';
import { openDatabase } from '../process/open-database.js';
import { findRunning } from '../process/remember-running.js';
import { withDb } from '../process/with-db.js';
import { keyFiles, passphraseOf } from './backup.js';
import { say } from './say.js';

/** Time alone breaks these: the backup waited while the clock went on. */
const OF_TIME = /^p(03|11)_/;

/** What the auditor finds broken now, time's own aside. */
const sayPromises = async (auditorUrl: string | undefined): Promise<number> => {
  if (auditorUrl === undefined) {
    say('  DATABASE_AUDITOR_URL tidak diisi: janji tidak diperiksa (unset: promises were not checked)');
    return 0;
  }
  const broken = await withDb(auditorUrl, 'sepikul-restore', (db) => brokenPromises(db));
  for (const row of broken) say(`  ${row.promise}: ${row.subject} ${row.detail}`);
  return broken.some(({ promise }) => !OF_TIME.test(promise)) ? 1 : 0;
};

/**
 * `sepikul restore DIR`: into an untouched database; workers started afterwards go on where the backup stopped.
 *
 * @returns 0 when everything is there and every promise holds.
 */
export const restore = async (directory: string, filesDirectory: string | null): Promise<number> => {
  const config = loadConfig(process.env);
  if (config.DATABASE_URL === undefined && (await findRunning()))
    refuseBackup('Sepikul sedang berjalan; hentikan dahulu', 'Sepikul is running; stop it first');
  const manifest = await readManifest(directory);
  const keys = await readKeys(directory, manifest, keyFiles(process.env), passphraseOf(process.env));
  if (manifest.files.length > 0 && filesDirectory === null)
    refuseBackup('cadangan berisi berkas; beri --files', 'the backup holds files; give --files');
  const database = await openDatabase(config);
  try {
    const { migrate: migrateUrl, auditor } = database.urls;
    if (migrateUrl === undefined) throw new Error('DATABASE_MIGRATE_URL is not set');
    const { tables, takenAt } = await restoreBackup({ directory, migrateUrl, migrations });
    await writeKeys(keys);
    if (filesDirectory !== null && manifest.files.length > 0)
      await cp(join(directory, 'files'), filesDirectory, { recursive: true });
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    say(
      `✓ ${tables.length} tabel, ${rows} baris dari ${takenAt}; rantai audit benar (tables, rows; the audit chain is right)`,
    );
    return await sayPromises(auditor);
  } finally {
    await database.stop();
  }
};
