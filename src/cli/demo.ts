import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../platform/config/load-config.js';
import { openEmbedded } from '../process/open-database.js';
import { DEMO_PASSWORD, prepareDatabase, runSystem } from '../process/run-system.js';
import { startLocalGateway } from '../local-gateway/index.js';
import { playSeason } from '../season/index.js';
import { tellGateway } from './gateway/start-own-gateway.js';
import { say, sayProgress } from './say.js';

/** Rejects at the first Ctrl-C, so that what runs is put away in order; the second ends the process at once. */
const interruption = (): Promise<never> =>
  new Promise((_, reject) => {
    let isSecond = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        if (isSecond) process.exit(1);
        isSecond = true;
        reject(new Error(`stopped by ${signal}`));
      });
  });

/**
 * `sepikul demo [--seed N]`: the whole season on a throw-away database.
 * @returns the exit code: 0 when every promise held, 1 otherwise; the last line says which in one line.
 */
export const demo = async (seed: number | null): Promise<number> => {
  const home = await mkdtemp(join(tmpdir(), 'sepikul-demo-'));
  await chmod(home, 0o755);
  const gateway = await startLocalGateway({ completesPayouts: true });
  // The demo is a world of its own: no configured database, queue or gateway takes part.
  const config = loadConfig({
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
    PORT: '0',
    ...gateway.settings,
  });
  const interrupted = interruption();
  // A signal may come before anybody waits for it.
  interrupted.catch(() => undefined);
  let verdict = 'GAGAL (FAILED): did not get to the end';
  let code = 1;
  try {
    say('Menyiapkan basis data sementara … (Preparing a throw-away database …)');
    const database = await openEmbedded(join(home, 'pg18'), { durable: false });
    try {
      await prepareDatabase(database);
      const system = await runSystem(config, database);
      tellGateway(gateway, system.http.url);
      try {
        const scene = { baseUrl: system.http.url, password: DEMO_PASSWORD };
        const season = await Promise.race([
          playSeason({ ...scene, seed, gateway, onProgress: sayProgress }),
          interrupted,
          database.lost?.then(() => Promise.reject(new Error('the database is gone'))) ?? interrupted,
        ]);
        say(season.summary);
        const held = season.checks.filter((check) => check.held).length;
        const of = seed === null ? 'musim tetap (fixed season)' : `seed ${seed}`;
        verdict =
          season.brokenPromise === null
            ? `OK: ${held}/${season.checks.length} janji dipenuhi (promises held), ${of}`
            : `GAGAL (FAILED): ${season.brokenPromise}, ${of}`;
        code = season.brokenPromise === null ? 0 : 1;
      } finally {
        await system.stop();
      }
    } finally {
      await database.stop();
    }
  } catch (error) {
    verdict = `GAGAL (FAILED): ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`;
  } finally {
    await gateway.stop();
    await rm(home, { recursive: true, force: true });
  }
  say(verdict);
  return code;
};
