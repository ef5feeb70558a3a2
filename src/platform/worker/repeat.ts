import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../logging/logger.js';

export interface Repeating {
  /** Resolves when the turn under way has ended; no further one begins. */
  stop(): Promise<void>;
}

/** Runs `turn` again and again: at once after a turn that moved something, after a pause when idle, longer after a failure. */
export const repeat = (name: string, pauseMs: number, log: Log, turn: () => Promise<number>): Repeating => {
  const ending = new AbortController();
  const loop = async (): Promise<void> => {
    let failures = 0;
    while (!ending.signal.aborted) {
      let moved = 0;
      try {
        moved = await turn();
        failures = 0;
      } catch (error) {
        failures += 1;
        log.error({ error, loop: name, failures }, 'loop turn failed');
      }
      const waitMs = failures > 0 ? Math.min(5000, pauseMs * 2 ** failures) : moved > 0 ? 0 : pauseMs;
      if (waitMs > 0) await pause(waitMs, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  };
  const done = loop();
  return {
    stop: async () => {
      ending.abort();
      await done;
    },
  };
};
