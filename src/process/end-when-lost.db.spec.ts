import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const built = (path: string): string =>
  JSON.stringify(pathToFileURL(join(import.meta.dirname, '../../dist', path)).href);

/** What `sepikul up` does about its database, without the rest; says the server's process. */
const SCRIPT = `
  import { findPostmaster } from ${built('platform/embedded/find-postmaster.js')};
  import { openEmbedded } from ${built('process/open-database.js')};
  import { endWhenLost } from ${built('process/end-when-lost.js')};
  const database = await openEmbedded(process.argv[1], { durable: false });
  endWhenLost(database, console.log);
  console.log(findPostmaster(process.argv[1]).pid);
  setInterval(() => undefined, 1000);
`;

it('ends the process with code 1 and says so when its database is killed', async () => {
  const home = await mkdtemp(join(tmpdir(), 'sepikul-lost-'));
  await chmod(home, 0o755);
  const args = ['--input-type=module', '--eval', SCRIPT, join(home, 'pg18')];
  const owner = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const ended = once(owner, 'exit');
    const said: string[] = [];
    for await (const line of createInterface({ input: owner.stdout })) {
      if (said.length === 0) process.kill(Number(line), 'SIGKILL');
      said.push(line);
    }
    expect(await ended).toEqual([1, null]);
    expect(said.join(' ')).toMatch(/GAGAL: .*FAILED: the database is gone/);
  } finally {
    owner.kill('SIGKILL');
    await rm(home, { recursive: true, force: true });
  }
});
