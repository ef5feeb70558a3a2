import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/platform/package-root.js';

/** What `npx sepikul award verify` ends with for a published award that somebody has kept as a file; no server is asked. */
export const verifyAward = async (published: string): Promise<number | null> => {
  const folder = await mkdtemp(join(tmpdir(), 'sepikul-award-'));
  try {
    const path = join(folder, 'award.json');
    await writeFile(path, published);
    const child = spawn(
      process.execPath,
      [join(packageRoot(), 'dist/cli/main.js'), 'award', 'verify', path],
      {
        stdio: 'ignore',
        env: { ...process.env, NODE_OPTIONS: '' },
      },
    );
    const [code] = (await once(child, 'exit')) as [number | null];
    return code;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
