import { spawnSync } from 'node:child_process';
import { type Account } from './choose-account.js';
import { type Binaries, postgresOf } from './find-binaries.js';
import { SUPERUSER } from './keep-secret.js';
import { pinEnvironment } from './pin-environment.js';
import { refuseStart } from './refuse-start.js';

/**
 * Teaches a stopped cluster the password in our file, for when that file was lost or replaced. Who
 * may write the data directory may do this anyway, so it opens no door that was shut.
 */
export function resetPassword(
  dataDir: string,
  password: string,
  account: Account | undefined,
  binaries: Binaries,
): void {
  const run = spawnSync(postgresOf(binaries), ['--single', '-D', dataDir, 'postgres'], {
    cwd: '/',
    env: pinEnvironment(),
    encoding: 'utf8',
    input: `alter role ${SUPERUSER} password '${password}'\n`,
    ...account,
  });
  if (run.status === 0) return;
  refuseStart(
    'SERVER_NOT_STARTED',
    `Kata sandi basis data di ${dataDir} tidak dapat dipulihkan: ${run.stderr}`,
    `The password of the database in ${dataDir} could not be restored: ${run.stderr}`,
  );
}
