import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { packageRoot } from '../platform/package-root.js';
import type { OpenedDatabase } from './open-database.js';

/** How other commands find the system that `sepikul up` runs; holds passwords, so only its owner can read it. */
export interface RunningRecord {
  readonly pid: number;
  readonly baseUrl: string;
  readonly urls: OpenedDatabase['urls'];
}

const file = (): string => join(packageRoot(), '.data', 'running.json');

export const rememberRunning = async (record: RunningRecord): Promise<void> => {
  await mkdir(dirname(file()), { recursive: true });
  await rm(file(), { force: true });
  await writeFile(file(), JSON.stringify(record), { mode: 0o600 });
};

export const forgetRunning = (): Promise<void> => rm(file(), { force: true });

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** The running system, if there is one; what a killed one left behind does not count. */
export const findRunning = async (): Promise<RunningRecord | undefined> => {
  const text = await readFile(file(), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const record = JSON.parse(text) as RunningRecord;
  return isAlive(record.pid) ? record : undefined;
};
