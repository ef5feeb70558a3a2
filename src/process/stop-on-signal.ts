import type { Log } from '../platform/logging/logger.js';
import type { Running } from './running.js';

/**
 * SIGTERM and SIGINT stop the parts in the order given, each after the one before; a second signal, or a part
 * that takes longer than the grace, ends the process at once.
 * @returns whether a signal has come: what fails from then on may fail because its parts are gone.
 */
export const stopOnSignal = (
  log: Pick<Log, 'info' | 'error'>,
  graceS: number,
  parts: readonly Running[],
): (() => boolean) => {
  let isStopping = false;
  const end = async (signal: string): Promise<void> => {
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info({ signal }, 'stopping');
    const runaway = setTimeout(() => {
      log.error('did not stop in time');
      process.exit(1);
    }, graceS * 1000);
    for (const part of parts) await part.stop();
    clearTimeout(runaway);
    log.info('stopped');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      end(signal).catch((error: unknown) => {
        log.error({ error }, 'stopping failed');
        process.exit(1);
      });
    });
  return () => isStopping;
};
