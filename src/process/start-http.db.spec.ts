import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { freshDatabase, type TestDatabase } from '../../test/support/database.js';
import { packageRoot } from '../platform/package-root.js';

/** The drain of main.ts: the server closes so long after the signal. */
const DRAIN_MS = 2_000;
const CLIENTS = 120;

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

describe('the HTTP process', () => {
  const stopUnderLoad = async (): Promise<{ answers: unknown[]; exit: unknown; wasInTime: boolean }> => {
    const child = spawn(process.execPath, [join(packageRoot(), 'dist/main.js')], {
      env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: database.urlOf('sepikul_app'), PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    const agent = new Agent({ keepAlive: true });
    try {
      const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
      const { url } = JSON.parse(line) as { url: string };
      const login = (): Promise<number | undefined> =>
        new Promise((resolve, reject) => {
          const headers = { 'content-type': 'application/json' };
          const asked = request(`${url}/api/v1/sessions`, { method: 'POST', agent, headers }, (answer) => {
            answer.resume().on('end', () => {
              resolve(answer.statusCode);
            });
          });
          asked.on('error', reject);
          asked.end(JSON.stringify({ login: 'nobody', password: 'nothing' }));
        });
      const logins = (): Promise<(number | undefined)[]> =>
        Promise.all(Array.from({ length: CLIENTS }, login));
      await logins();
      const killedAtMs = performance.now();
      child.kill('SIGTERM');
      await pause(DRAIN_MS - 700);
      // A login costs tens of milliseconds on purpose: most of these are still under way when the server closes.
      const answering = logins();
      const wasInTime = performance.now() - killedAtMs < DRAIN_MS - 300;
      const answers = await answering.catch((error: unknown) => [error]);
      return { answers, exit: await ended, wasInTime };
    } finally {
      agent.destroy();
      child.kill('SIGKILL');
    }
  };

  it('when told to stop, answers what is under way and does not wait for connections that are kept alive', async () => {
    let stopped = await stopUnderLoad();
    // Where this machine was busy elsewhere until the server had closed, nothing was under way: once more.
    while (!stopped.wasInTime) stopped = await stopUnderLoad();
    // Those beyond what one address may try are told to wait.
    expect([...new Set(stopped.answers)].sort()).toEqual([401, 429]);
    // A process that waits for them is ended by its grace, with 1.
    expect(stopped.exit).toEqual([0, null]);
  });
});
