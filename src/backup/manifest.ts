import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { refuseBackup } from './refuse-backup.js';

export const BACKUP_FORMAT = 'sepikul-backup/1';
export const MANIFEST = 'manifest.json';

/** A file of the backup, by its place in it. */
export interface Part {
  readonly file: string;
  readonly bytes: number;
  /** Of the file as it lies there, in hexadecimal: `sha256sum` says the same. */
  readonly sha256: string;
}

export interface TablePart extends Part {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: number;
}

export interface KeptFile extends Part {
  /** Where it lay: a path under the folder of files, or the name of a key. */
  readonly name: string;
}

/** What a backup says of itself; written last, so that one that was cut off has none. */
export interface Manifest {
  readonly format: typeof BACKUP_FORMAT;
  readonly takenAt: string;
  readonly postgres: string;
  readonly migrations: readonly string[];
  /** The end of the audit chain in it. */
  readonly chainHead: { readonly number: number; readonly hash: string } | null;
  readonly tables: readonly TablePart[];
  readonly files: readonly KeptFile[];
  readonly keys: readonly (KeptFile & { readonly isSealed: boolean })[];
}

/** @throws Error when there is no manifest, or of another format. */
export const readManifest = async (directory: string): Promise<Manifest> => {
  const text = await readFile(join(directory, MANIFEST), 'utf8').catch(() =>
    refuseBackup(`${directory} bukan cadangan yang lengkap`, `${directory} is no complete backup`),
  );
  const manifest = JSON.parse(text) as Manifest | { readonly format: unknown };
  if (manifest.format === BACKUP_FORMAT) return manifest as Manifest;
  return refuseBackup('format cadangan tidak dikenal', 'the format of the backup is unknown');
};
