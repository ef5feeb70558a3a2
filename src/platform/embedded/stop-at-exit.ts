import { constants } from 'node:os';
import { isSameProcess } from './inspect-process.js';

interface Target {
  pid: number;
  startedAt: string;
}

/** Start times by pid. */
const left = new Map<number, string>();

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * For a process that ends without calling `stop()`, by `process.exit`, an uncaught error or a signal
 * that nobody else hears: asks for the fast shutdown and does not wait, as nothing can be awaited
 * here.
 */
export function stopAtExit({ pid, startedAt }: Target): void {
  if (left.size === 0) {
    process.on('exit', signalAll);
    for (const signal of SIGNALS) process.on(signal, exitUnlessHeard);
  }
  left.set(pid, startedAt);
}

export function forgetStopped({ pid }: Pick<Target, 'pid'>): void {
  if (!left.delete(pid) || left.size > 0) return;
  process.off('exit', signalAll);
  for (const signal of SIGNALS) process.off(signal, exitUnlessHeard);
}

/** Without a listener a signal kills the process past its `exit` event, and the server would outlive it. */
function exitUnlessHeard(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal]);
}

function signalAll(): void {
  for (const [pid, startedAt] of left) {
    try {
      if (isSameProcess(pid, startedAt)) process.kill(pid, 'SIGINT');
    } catch {
      // Gone meanwhile. The next start finds whatever is left.
    }
  }
}
