import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, handOver } from './choose-account.js';
import { inspectProcess, isSameProcess } from './inspect-process.js';
import { refuseStart } from './refuse-start.js';

interface Owner {
  pid: number;
  startedAt: string;
}

const UNREADABLE_MS_MAX = 1_000;

/**
 * Takes the cluster for this process, or refuses when a living one has it. The owner of a killed
 * run is dead, so its claim is void whatever its server is doing.
 */
export async function claimCluster(ownerFile: string, account: Account | undefined): Promise<void> {
  const claim = JSON.stringify({ pid: process.pid, startedAt: inspectProcess(process.pid)?.startedAt ?? '' });
  while (!tryWrite(ownerFile, claim)) {
    const text = await readSettled(ownerFile);
    const owner = parseOwner(text);
    if (owner && isSameProcess(owner.pid, owner.startedAt)) refuseInUse(ownerFile, owner.pid);
    if (text !== undefined) removeVoid(ownerFile, text);
  }
  handOver(ownerFile, account);
}

export function releaseCluster(ownerFile: string): void {
  if (parseOwner(readOrUndefined(ownerFile))?.pid === process.pid) rmSync(ownerFile, { force: true });
}

/** The flag `wx` lets exactly one process create the file. */
function tryWrite(ownerFile: string, claim: string): boolean {
  try {
    writeFileSync(ownerFile, claim, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** A claim may be met between its creation and its first byte; one that stays empty is void. */
async function readSettled(ownerFile: string): Promise<string | undefined> {
  const until = Date.now() + UNREADABLE_MS_MAX;
  for (;;) {
    const text = readOrUndefined(ownerFile);
    if (text === undefined || parseOwner(text) || Date.now() > until) return text;
    await sleep(20);
  }
}

/** Two may find the same void claim; if what was moved away is not it, a rival was faster. */
function removeVoid(ownerFile: string, expected: string): void {
  const aside = `${ownerFile}.${process.pid}`;
  try {
    renameSync(ownerFile, aside);
  } catch {
    return;
  }
  if (readOrUndefined(aside) !== expected) putBack(aside, ownerFile);
  rmSync(aside, { force: true });
}

function putBack(aside: string, ownerFile: string): void {
  try {
    linkSync(aside, ownerFile);
  } catch {
    // A third one claimed it in between; PostgreSQL's own lock file still keeps the data single.
  }
}

function parseOwner(text: string | undefined): Owner | undefined {
  try {
    const owner = JSON.parse(text ?? '') as Partial<Owner>;
    return typeof owner.pid === 'number' && typeof owner.startedAt === 'string'
      ? { pid: owner.pid, startedAt: owner.startedAt }
      : undefined;
  } catch {
    return undefined;
  }
}

function readOrUndefined(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function refuseInUse(ownerFile: string, pid: number): never {
  const where = ownerFile.replace(/\.owner\.json$/, '');
  const same = pid === process.pid;
  return refuseStart(
    'DATA_IN_USE',
    same
      ? `Basis data ${where} sudah dijalankan oleh proses ini.`
      : `Basis data ${where} sedang dipakai proses Sepikul lain (pid ${pid}). Hentikan dahulu proses itu.`,
    same
      ? `The database ${where} is already running in this process.`
      : `The database ${where} is in use by another Sepikul process (pid ${pid}). Stop that one first.`,
  );
}
