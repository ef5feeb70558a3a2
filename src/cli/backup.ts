import { join } from 'node:path';
import { keysThere, type KeyFile } from '../backup/keys.js';
import { takeBackup } from '../backup/take-backup.js';
import { loadConfig } from '../platform/config/load-config.js';
import { packageRoot } from '../platform/package-root.js';
import { borrowDatabase } from '../process/borrow-database.js';
import { say } from './say.js';

/** Never on a command line, where other users of the machine would read it. */
export const passphraseOf = (env: Readonly<Record<string, string | undefined>>): string | null =>
  env.SEPIKUL_BACKUP_PASSPHRASE ?? null;

/** Keys that lie in files: without them a restored database cannot read what they sealed. */
export const keyFiles = (env: Readonly<Record<string, string | undefined>>): KeyFile[] => [
  { name: 'opening-key', path: env.OPENING_KEY_FILE ?? join(packageRoot(), '.data', 'opening-key') },
  { name: 'secret-key', path: join(packageRoot(), '.data', 'secret-key') },
];

/** `sepikul backup DIR`: beside the running system. @returns 0 when the backup is complete. */
export const backup = async (directory: string, filesDirectory: string | null): Promise<number> => {
  const database = await borrowDatabase(loadConfig(process.env));
  try {
    if (database.urls.auditor === undefined)
      throw new Error('DATABASE_AUDITOR_URL is not set: another role would not see all rows');
    const passphrase = passphraseOf(process.env);
    const { tables, files, keys, chainHead } = await takeBackup({
      auditorUrl: database.urls.auditor,
      directory,
      filesDirectory,
      passphrase,
      keyFiles: await keysThere(keyFiles(process.env)),
    });
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    say(
      `✓ ${directory}: ${tables.length} tabel, ${rows} baris, ${files.length} berkas, ${keys.length} kunci (tables, rows, files, keys)`,
    );
    if (chainHead !== null)
      say(`  Ujung rantai audit (audit chain head): ${chainHead.number}:${chainHead.hash}`);
    if (passphrase === null && keys.length > 0)
      say(
        '  PERHATIAN: kunci tersimpan TANPA sandi; isi SEPIKUL_BACKUP_PASSPHRASE. (The keys lie there UNSEALED.)',
      );
    say(
      '  Cadangan berisi data pribadi dan harga; simpan seperti kuncinya. (It holds personal data; keep it as safe as the keys.)',
    );
    return 0;
  } finally {
    await database.stop();
  }
};
