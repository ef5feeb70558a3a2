import { isSameProcess } from './inspect-process.js';

interface Target {
  pid: number;
  startedAt: string;
}

const LOOK_EVERY_MS = 1_000;

/**
 * Says once when a server is gone that nobody stopped: killed by hand, or by a kernel short of memory. A server that
 * loses a backend only recovers by itself and is not gone.
 * @returns what ends the watch; the watch alone keeps no process alive.
 */
export function watchPostmaster({ pid, startedAt }: Target, sayGone: () => void): () => void {
  const look = setInterval(() => {
    if (isSameProcess(pid, startedAt)) return;
    clearInterval(look);
    sayGone();
  }, LOOK_EVERY_MS);
  look.unref();
  return () => clearInterval(look);
}
