import { setTimeout as sleep } from 'node:timers/promises';
import { isSameProcess } from './inspect-process.js';
import { refuseStart } from './refuse-start.js';
import { forgetStopped } from './stop-at-exit.js';

interface Target {
  pid: number;
  startedAt: string;
}

/** From polite to final: fast shutdown with a checkpoint, shutdown without one, the kernel's kill. */
const STEPS: readonly { signal: NodeJS.Signals; waitMs: number }[] = [
  { signal: 'SIGINT', waitMs: 20_000 },
  { signal: 'SIGQUIT', waitMs: 5_000 },
  { signal: 'SIGKILL', waitMs: 5_000 },
];

/** Returns once the process is gone. A pid handed on to a stranger meanwhile is never signalled. */
export async function stopPostmaster(target: Target): Promise<void> {
  for (const { signal, waitMs } of STEPS) {
    if (isSameProcess(target.pid, target.startedAt)) sendSignal(target.pid, signal);
    if (!(await isGoneWithin(target, waitMs))) continue;
    forgetStopped(target);
    return;
  }
  refuseStart(
    'SERVER_NOT_STOPPED',
    `PostgreSQL (pid ${target.pid}) tidak mau berhenti.`,
    `PostgreSQL (pid ${target.pid}) does not stop.`,
  );
}

async function isGoneWithin({ pid, startedAt }: Target, waitMs: number): Promise<boolean> {
  const until = Date.now() + waitMs;
  while (isSameProcess(pid, startedAt)) {
    if (Date.now() > until) return false;
    await sleep(15);
  }
  return true;
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // Gone between the look and the signal; anything else (another user's process) must be heard.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
