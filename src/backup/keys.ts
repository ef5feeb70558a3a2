import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Manifest } from './manifest.js';
import { refuseBackup } from './refuse-backup.js';
import { openSecret } from './seal-secret.js';

export interface KeyFile {
  readonly name: string;
  readonly path: string;
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Those of the key files that there are. */
export const keysThere = async (keys: readonly KeyFile[]): Promise<KeyFile[]> => {
  const found = await Promise.all(keys.map(({ path }) => isThere(path)));
  return keys.filter((_, place) => found[place]);
};

interface KeyToRestore extends KeyFile {
  readonly content: Buffer;
}

/**
 * What the backup holds of these keys, opened, before anything is changed.
 * @throws BackupRefused when another key lies where one belongs, or the passphrase is missing or another one.
 */
export const readKeys = async (
  directory: string,
  { keys }: Manifest,
  places: readonly KeyFile[],
  passphrase: string | null,
): Promise<KeyToRestore[]> => {
  const read: KeyToRestore[] = [];
  for (const { name, file, isSealed } of keys) {
    const path = places.find((place) => place.name === name)?.path;
    if (path === undefined) return refuseBackup(`kunci ${name} tidak dikenal`, `key ${name} is unknown`);
    const kept = await readFile(join(directory, file));
    if (isSealed && passphrase === null)
      return refuseBackup(
        'kunci di cadangan tersandi; isi SEPIKUL_BACKUP_PASSPHRASE',
        'the keys of the backup are sealed; set SEPIKUL_BACKUP_PASSPHRASE',
      );
    const content = isSealed ? await openSecret(kept, passphrase ?? '') : kept;
    if ((await isThere(path)) && !(await readFile(path)).equals(content))
      return refuseBackup(`${path} sudah berisi kunci lain`, `another key lies at ${path}`);
    read.push({ name, path, content });
  }
  return read;
};

/** Puts keys where they belong, for their owner alone. */
export const writeKeys = async (keys: readonly KeyToRestore[]): Promise<void> => {
  for (const { path, content } of keys) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content, { mode: 0o600, flush: true });
  }
};
