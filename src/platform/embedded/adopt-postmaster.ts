import { setTimeout as sleep } from 'node:timers/promises';
import { checkPassword } from './check-password.js';
import { postgresOf } from './find-binaries.js';
import { type Postmaster, readPidFile } from './find-postmaster.js';
import { isSameProcess } from './inspect-process.js';
import { type LaunchRequest } from './launch-postmaster.js';
import { serverArguments } from './server-arguments.js';

const READY_MS_MAX = 10_000;

/**
 * A server left by a killed run may serve on only if it is what we would have started ourselves:
 * the same program with the same settings (a fast, forgetful one must not pass for a durable one),
 * answering to our password.
 */
export async function mayAdopt(
  orphan: Postmaster,
  request: LaunchRequest,
  password: string,
): Promise<boolean> {
  if (!isOurKind(orphan, request)) return false;
  if (!(await becomesReady(orphan, request.dataDir))) return false;
  const port = readPidFile(request.dataDir)?.port ?? 0;
  return port === orphan.port && (await checkPassword(port, password)) === 'ACCEPTED';
}

function isOurKind({ facts, port }: Postmaster, request: LaunchRequest): boolean {
  const expected = [postgresOf(request.binaries), ...serverArguments(request, port)].join(' ').trim();
  return !facts.binaryGone && facts.commandLine === expected;
}

async function becomesReady({ pid, startedAt }: Postmaster, dataDir: string): Promise<boolean> {
  const until = Date.now() + READY_MS_MAX;
  while (Date.now() < until && isSameProcess(pid, startedAt)) {
    const status = readPidFile(dataDir)?.status;
    if (status === 'ready') return true;
    if (status === 'stopping') return false;
    await sleep(20);
  }
  return false;
}
