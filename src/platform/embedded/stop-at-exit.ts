import { isSameProcess } from './inspect-process.js';

interface Target {
  pid: number;
  startedAt: string;
}

const left = new Set<Target>();

/**
 * For a process that ends without calling `stop()`, by `process.exit` or an uncaught error: asks
 * for the fast shutdown and does not wait, as nothing can be awaited here. Returns how to forget it.
 */
export function stopAtExit(target: Target): () => void {
  if (left.size === 0) process.on('exit', signalAll);
  left.add(target);
  return () => {
    left.delete(target);
    if (left.size === 0) process.off('exit', signalAll);
  };
}

function signalAll(): void {
  for (const { pid, startedAt } of left) {
    try {
      if (isSameProcess(pid, startedAt)) process.kill(pid, 'SIGINT');
    } catch {
      // Gone meanwhile. The next start finds whatever is left.
    }
  }
}
