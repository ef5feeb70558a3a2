import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Account, handOver } from './choose-account.js';
import { type Binaries, initdbOf } from './find-binaries.js';
import { SUPERUSER } from './keep-secret.js';
import { pinEnvironment } from './pin-environment.js';
import { refuseStart } from './refuse-start.js';

export interface InitRequest {
  dataDir: string;
  password: string;
  durable: boolean;
  account: Account | undefined;
  binaries: Binaries;
}

/** Collation is built in and fixed: an operating system's update must not re-order an index. */
const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

const PIECE_OF_CLUSTER =
  /^(base|global|PG_VERSION|pg_[\w.]+|postgresql(\.auto)?\.conf|postmaster\.(pid|opts))$/;

export function isComplete(dataDir: string): boolean {
  const version = join(dataDir, 'PG_VERSION');
  const control = join(dataDir, 'global', 'pg_control');
  return existsSync(version) && statSync(version).size > 0 && existsSync(control);
}

/**
 * Made under another name and renamed when whole, so a run killed half way leaves nothing that
 * could pass for a cluster.
 */
export async function initCluster(request: InitRequest): Promise<void> {
  await removeHalves(request.dataDir);
  setIncompleteAside(request.dataDir);
  const half = `${request.dataDir}.init-${process.pid}`;
  const passwordFile = `${half}.password`;
  mkdirSync(half, { mode: 0o700 });
  handOver(half, request.account);
  writeFileSync(passwordFile, `${request.password}\n`, { mode: 0o600 });
  handOver(passwordFile, request.account);
  try {
    await runInitdb(half, passwordFile, request);
    renameSync(half, request.dataDir);
  } finally {
    // Ours if it failed, and once more a dead run's: its initdb has surely ended by now.
    await removeHalves(request.dataDir);
  }
}

export function refuseOtherVersion(dataDir: string, { major }: Binaries): void {
  const found = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  if (found === major) return;
  refuseStart(
    'DATA_OF_ANOTHER_VERSION',
    `Data di ${dataDir} dibuat oleh PostgreSQL ${found}, sedangkan program ini PostgreSQL ${major}. Pindahkan folder itu, lalu jalankan lagi.`,
    `The data in ${dataDir} was made by PostgreSQL ${found}, but this is PostgreSQL ${major}. Move that folder away, then start again.`,
  );
}

/** One generation of what was there is kept, so that nothing is destroyed by the first mistake. */
export function setAside(path: string, suffix: 'incomplete' | 'forgotten'): void {
  const aside = `${path}.${suffix}`;
  rmSync(aside, { recursive: true, force: true });
  renameSync(path, aside);
}

/**
 * Only the claim's holder comes here, so every half is left over from a dead run. Its initdb may
 * outlive it by a second and write on while we remove, hence the patience.
 */
async function removeHalves(dataDir: string): Promise<void> {
  const prefix = `${basename(dataDir)}.init-`;
  for (const name of readdirSync(dirname(dataDir))) {
    if (!name.startsWith(prefix)) continue;
    const half = join(dirname(dataDir), name);
    // What cannot be removed is only litter: it must not keep the database from starting.
    await rm(half, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }).catch(() => undefined);
  }
}

function setIncompleteAside(dataDir: string): void {
  if (!existsSync(dataDir)) return;
  const names = readdirSync(dataDir);
  const foreign = names.find((name) => !PIECE_OF_CLUSTER.test(name));
  if (foreign !== undefined) refuseForeignFiles(dataDir, foreign);
  if (names.length === 0) rmdirSync(dataDir);
  else setAside(dataDir, 'incomplete');
}

async function runInitdb(half: string, passwordFile: string, request: InitRequest): Promise<void> {
  const { account, binaries, durable } = request;
  const args = [
    ...[`--pgdata=${half}`, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`],
    ...['--auth=scram-sha-256', ...LOCALE, '--set=timezone=UTC', '--set=log_timezone=UTC'],
    ...(durable ? [] : ['--no-sync']),
  ];
  // Left in our process group on purpose: Ctrl-C reaches it, and it tidies up after itself.
  const child = spawn(initdbOf(binaries), args, {
    cwd: '/',
    env: pinEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
    ...account,
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [code, complaint] = await Promise.all([ended, text(child.stderr)]);
  if (code !== 0) refuseInit(half, complaint);
  chmodSync(half, 0o700);
}

function refuseForeignFiles(dataDir: string, example: string): never {
  return refuseStart(
    'DATA_NOT_A_CLUSTER',
    `${dataDir} berisi berkas lain ("${example}") dan bukan data PostgreSQL; pilih folder lain.`,
    `${dataDir} holds other files ("${example}") and is no PostgreSQL data; choose another folder.`,
  );
}

function refuseInit(dataDir: string, complaint: string): never {
  return refuseStart(
    'INIT_FAILED',
    `Basis data di ${dataDir} gagal disiapkan: ${complaint.trim()}`,
    `The database in ${dataDir} could not be initialised: ${complaint.trim()}`,
  );
}
