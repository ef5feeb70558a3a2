import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { packageRoot } from '../../src/platform/package-root.js';
import type { TestDatabase } from './database.js';

export interface Ran {
  readonly code: number;
  /** What it said, on both outputs. */
  readonly said: string;
}

/** `npx sepikul …` as an operator runs it against a database. */
export const runCli = async (
  database: TestDatabase,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Ran> => {
  const child = spawn(process.execPath, [join(packageRoot(), 'dist/cli/main.js'), ...args], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      DATABASE_URL: database.urlOf('sepikul_app'),
      DATABASE_WORKER_URL: database.urlOf('sepikul_worker'),
      DATABASE_MIGRATE_URL: database.urlOf('sepikul_migrator'),
      DATABASE_AUDITOR_URL: database.urlOf('sepikul_auditor'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  const [code] = (await once(child, 'close')) as [number];
  return { code, said };
};
