import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, statSync } from 'node:fs';
import { refuseStart } from './refuse-start.js';

/** The system user PostgreSQL runs as. Undefined where we are not root: it runs as ourselves. */
export interface Account {
  uid: number;
  gid: number;
}

const ACCOUNT_NAME = 'postgres';

/** PostgreSQL refuses to run as root, rightly; containers and CI are root anyway. */
export function chooseAccount(dataDir: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return ownerOf(dataDir) ?? findAccount() ?? createAccount();
}

/** Data made without root and started once with sudo stays with the user it belongs to. */
function ownerOf(dataDir: string): Account | undefined {
  if (!existsSync(dataDir)) return undefined;
  const { uid, gid } = statSync(dataDir);
  return uid === 0 ? undefined : { uid, gid };
}

function findAccount(): Account | undefined {
  const uid = askId('-u');
  const gid = askId('-g');
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function askId(flag: '-u' | '-g'): number | undefined {
  const id = spawnSync('id', [flag, ACCOUNT_NAME], { encoding: 'utf8' });
  return id.status === 0 ? Number.parseInt(id.stdout, 10) : undefined;
}

function createAccount(): Account {
  const common = ['--system', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/bin/false'];
  const first = spawnSync('useradd', [...common, '--user-group', ACCOUNT_NAME], { encoding: 'utf8' });
  // The group may be there already without the user.
  if (first.status !== 0) spawnSync('useradd', [...common, '--gid', ACCOUNT_NAME, ACCOUNT_NAME]);
  // Asked again rather than trusting the exit codes: another process may have created it meanwhile.
  const reason = first.error?.message ?? first.stderr.trim();
  return findAccount() ?? refuseForWantOfAccount(reason);
}

function refuseForWantOfAccount(reason: string): never {
  return refuseStart(
    'ACCOUNT_NOT_AVAILABLE',
    `PostgreSQL tidak boleh berjalan sebagai root, dan pengguna sistem "${ACCOUNT_NAME}" tidak dapat dibuat (${reason}). ` +
      `Jalankan tanpa root, atau buat pengguna "${ACCOUNT_NAME}" lebih dahulu.`,
    `PostgreSQL must not run as root, and the system user "${ACCOUNT_NAME}" could not be created (${reason}). ` +
      `Run without root, or create the user "${ACCOUNT_NAME}" first.`,
  );
}

/** What we create as root is handed over, so that a later run without root can still use it. */
export function handOver(path: string, account: Account | undefined): void {
  if (account) chownSync(path, account.uid, account.gid);
}

/** Asked of the kernel, as that user, instead of reckoned from mode bits: ACLs and mounts count too. */
export function canEnter(dir: string, account: Account | undefined): boolean {
  const probe = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', dir], { cwd: '/', ...account });
  return probe.status === 0;
}
