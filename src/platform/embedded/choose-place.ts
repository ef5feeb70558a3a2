import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Account, canEnter } from './choose-account.js';
import { isComplete } from './init-cluster.js';
import { SHELTER } from './find-binaries.js';
import { refuseStart } from './refuse-start.js';

/** Where one cluster and the files that belong to it really lie. */
export interface Place {
  dataDir: string;
  secretFile: string;
  ownerFile: string;
  logFile: string;
  /** Set when the data lies elsewhere than asked: the small file that remembers where. */
  pointerFile?: string;
  notice?: string;
}

/** The asked path with links resolved, so that one cluster has one name in every process. */
export function settlePath(asked: string): string {
  const path = resolve(asked);
  mkdirSync(dirname(path), { recursive: true });
  return join(realpathSync(dirname(path)), basename(path));
}

/** Where data made by an earlier run lies; the asked path when there is none yet. */
export function findKeptData(asked: string): string {
  return readPointer(asked) ?? asked;
}

export function choosePlace(asked: string, account: Account | undefined): Place {
  const kept = readPointer(asked);
  if (!account) refuseOthersData(kept ?? asked);
  if (kept !== undefined) return placeElsewhere(asked, kept);
  if (!account || canEnter(dirname(asked), account)) return placeAt(asked);
  if (isComplete(asked)) refuseUnreachable(asked);
  return placeElsewhere(asked, shelterFor(asked));
}

/** Written only once the new place is claimed and cleared, see `startEmbeddedPostgres`. */
export function rememberPlace({ pointerFile, dataDir }: Place): void {
  if (pointerFile) writeFileSync(pointerFile, `${JSON.stringify({ dataDir })}\n`);
}

/**
 * True when the shelter holds data the asked path no longer points at: somebody removed the folder
 * to begin afresh, and must not get the old rows back from a place they never heard of.
 */
export function holdsForgottenData({ pointerFile, dataDir }: Place): boolean {
  return pointerFile !== undefined && !existsSync(pointerFile) && existsSync(dataDir);
}

function placeAt(dataDir: string): Place {
  return {
    dataDir,
    secretFile: `${dataDir}.secret.json`,
    ownerFile: `${dataDir}.owner.json`,
    logFile: `${dataDir}.log`,
  };
}

function placeElsewhere(asked: string, dataDir: string): Place {
  const notice = [
    `Catatan: ${asked} tidak terjangkau oleh pengguna "postgres", maka data disimpan di ${dataDir}.`,
    `Note: the user "postgres" cannot reach ${asked}, so the data is kept in ${dataDir}.`,
  ].join('\n');
  return { ...placeAt(dataDir), pointerFile: pointerOf(asked), notice };
}

const pointerOf = (asked: string): string => `${asked}.location.json`;

function readPointer(asked: string): string | undefined {
  try {
    const kept = JSON.parse(readFileSync(pointerOf(asked), 'utf8')) as { dataDir?: string };
    return kept.dataDir !== undefined && existsSync(dirname(kept.dataDir)) ? kept.dataDir : undefined;
  } catch {
    return undefined;
  }
}

function shelterFor(asked: string): string {
  const mark = createHash('sha256').update(asked).digest('hex').slice(0, 12);
  const folder = join(SHELTER, `sepikul-${mark}`);
  mkdirSync(folder, { recursive: true });
  // Everybody may write to /var/tmp; a folder somebody else put there first is not ours to trust.
  if (lstatSync(folder).uid !== process.getuid?.()) refuseForeignShelter(folder);
  // Said explicitly: under root's umask of 077 the folder would be shut again.
  chmodSync(folder, 0o755);
  return join(folder, basename(asked));
}

function refuseForeignShelter(folder: string): never {
  return refuseStart(
    'DATA_NOT_REACHABLE',
    `${folder} milik pengguna lain; hapus dahulu, lalu jalankan lagi.`,
    `${folder} belongs to another user; remove it, then start again.`,
  );
}

/** A run with sudo leaves data that a later run without it can neither read nor renew. */
function refuseOthersData(dataDir: string): void {
  if (!existsSync(dataDir) || lstatSync(dataDir).uid === process.getuid?.()) return;
  refuseStart(
    'DATA_NOT_REACHABLE',
    `Data di ${dataDir} milik pengguna lain (mungkin pernah dijalankan dengan sudo). Jalankan lagi sebagai pengguna itu, atau pindahkan foldernya.`,
    `The data in ${dataDir} belongs to another user (perhaps an earlier run with sudo). Start as that user again, or move the folder away.`,
  );
}

function refuseUnreachable(asked: string): never {
  return refuseStart(
    'DATA_NOT_REACHABLE',
    `Data di ${asked} tidak lagi terjangkau oleh pemiliknya. Beri izin masuk (chmod o+x) pada folder-folder di atasnya.`,
    `The data in ${asked} can no longer be reached by its owner. Allow entry (chmod o+x) on the folders above it.`,
  );
}
