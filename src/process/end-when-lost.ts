import { forgetRunning } from './remember-running.js';
import type { OpenedDatabase } from './open-database.js';

/**
 * Ends the process with code 1 when its embedded database is gone: it would answer 503 for ever, because a new
 * server has another port. The next start recovers what was committed.
 */
export const endWhenLost = ({ lost }: Pick<OpenedDatabase, 'lost'>, say: (line: string) => void): void => {
  const end = async (): Promise<never> => {
    await lost;
    say('GAGAL: basis data berhenti sendiri, maka Sepikul berhenti. Jalankan lagi; datanya dipulihkan.');
    say('FAILED: the database is gone, so Sepikul ends. Start it again; its data is recovered.');
    await forgetRunning().catch(() => undefined);
    return process.exit(1);
  };
  if (lost) void end();
};
