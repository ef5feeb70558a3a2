import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, handOver } from './choose-account.js';
import { type Binaries, postgresOf } from './find-binaries.js';
import { type Postmaster, readPidFile } from './find-postmaster.js';
import { inspectProcess } from './inspect-process.js';
import { pinEnvironment } from './pin-environment.js';
import { type ServerRequest, serverArguments } from './server-arguments.js';
import { forgetStopped, stopAtExit } from './stop-at-exit.js';
import { stopPostmaster } from './stop-postmaster.js';

export interface LaunchRequest extends ServerRequest {
  logFile: string;
  account: Account | undefined;
  binaries: Binaries;
}

/** `BUSY`: a port or a lock was taken by someone faster or dying; trying again can help. */
export type Launched =
  { state: 'READY'; postmaster: Postmaster } | { state: 'BUSY' | 'FAILED'; complaint: string };

// Recovery after a crash under load may take long; a wait that gives up early would only repeat it.
const READY_MS_MAX = 180_000;
const LOG_BYTES_MAX = 4_000_000;
const LOG_BYTES_KEPT = 400_000;

const WORTH_ANOTHER_TRY =
  /could not bind|Address already in use|lock file ".*" already exists|shared memory block .* (is )?still in use/i;

export async function launchPostmaster(request: LaunchRequest): Promise<Launched> {
  const port = await chooseFreePort();
  const logFrom = boundLog(request.logFile);
  const child = spawnServer(request, port);
  if (await isReady(child, request.dataDir)) {
    const pid = child.pid ?? 0;
    const facts = inspectProcess(pid);
    if (facts) return { state: 'READY', postmaster: { pid, startedAt: facts.startedAt, port, facts } };
  }
  await stopIfAlive(child);
  const complaint = readFileSync(request.logFile).subarray(logFrom).toString('utf8').trim();
  return { state: WORTH_ANOTHER_TRY.test(complaint) ? 'BUSY' : 'FAILED', complaint };
}

/**
 * In a session of its own: Ctrl-C in a terminal reaches every process of ours at once, and the
 * database must outlive those that still want to finish their transactions.
 */
function spawnServer(request: LaunchRequest, port: number): ChildProcess {
  const log = openSync(request.logFile, 'a', 0o600);
  try {
    handOver(request.logFile, request.account);
    const child = spawn(postgresOf(request.binaries), serverArguments(request, port), {
      cwd: '/',
      env: pinEnvironment(),
      detached: true,
      stdio: ['ignore', log, log],
      ...request.account,
    });
    child.unref();
    stopAtExitFrom(child);
    // Without a listener a failed spawn would end the whole process; it shows as "not ready" instead.
    child.on('error', () => undefined);
    return child;
  } finally {
    closeSync(log);
  }
}

/** From its first moment on: recovery may take minutes, and whoever waits for it may lose patience. */
function stopAtExitFrom({ pid }: ChildProcess): void {
  const facts = pid === undefined ? undefined : inspectProcess(pid);
  if (pid !== undefined && facts) stopAtExit({ pid, startedAt: facts.startedAt });
}

async function isReady(child: ChildProcess, dataDir: string): Promise<boolean> {
  const until = Date.now() + READY_MS_MAX;
  while (Date.now() < until) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return false;
    const file = readPidFile(dataDir);
    if (file?.pid === child.pid && file.status === 'ready') return true;
    await sleep(15);
  }
  return false;
}

async function stopIfAlive({ pid }: ChildProcess): Promise<void> {
  if (pid === undefined) return;
  const facts = inspectProcess(pid);
  if (facts) await stopPostmaster({ pid, startedAt: facts.startedAt });
  else forgetStopped({ pid });
}

/** Asks the kernel for one nobody uses. Somebody may still take it before us; that is `BUSY`. */
async function chooseFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => void server.close(resolve));
  return address !== null && typeof address === 'object' ? address.port : 0;
}

/** Keeps the log's end, in place, and returns where this run's lines begin. */
function boundLog(logFile: string): number {
  if (!existsSync(logFile)) return 0;
  const { size } = statSync(logFile);
  if (size <= LOG_BYTES_MAX) return size;
  writeFileSync(logFile, readFileSync(logFile).subarray(size - LOG_BYTES_KEPT));
  return LOG_BYTES_KEPT;
}
