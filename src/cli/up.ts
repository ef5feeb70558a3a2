import { loadConfig } from '../platform/config/load-config.js';
import { endWhenLost } from '../process/end-when-lost.js';
import { openDatabase, type OpenedDatabase } from '../process/open-database.js';
import { forgetRunning, rememberRunning } from '../process/remember-running.js';
import { DEMO_PASSWORD, prepareDatabase, runSystem, type RunningSystem } from '../process/run-system.js';
import { seasonMark } from '../process/season-mark.js';
import { stopOnSignal } from '../process/stop-on-signal.js';
import type { LocalGateway } from '../local-gateway/index.js';
import { hasSeason, openNextPool, playSeason } from '../season/index.js';
import { startOwnGateway, tellGateway } from './gateway/start-own-gateway.js';
import { say, sayProgress } from './say.js';

/** Of what a log would tell, what somebody at a terminal waits for after Ctrl-C. */
const quietLog = {
  info: (fact: unknown) => {
    if (fact === 'stopped') say('Sudah berhenti; data tersimpan. (Stopped; the data is kept.)');
  },
  error: (problem: unknown) => {
    say(String(problem));
  },
};

const playFirstSeason = async (
  system: RunningSystem,
  isEmbedded: boolean,
  gateway: LocalGateway | undefined,
): Promise<void> => {
  const scene = { baseUrl: system.http.url, password: DEMO_PASSWORD };
  if (await hasSeason(scene)) {
    say(
      'Musim pertama sudah dimainkan; data lama dipakai. (The first season has been played; its data is kept.)',
    );
    return;
  }
  say(
    'Musim pertama: 68 koperasi Kota Bogor berbelanja bersama. (First season: the 68 koperasi of Kota Bogor buy as one.)',
  );
  if (isEmbedded) await seasonMark.set();
  const season = await playSeason({
    ...scene,
    seed: null,
    onProgress: sayProgress,
    ...(gateway === undefined ? {} : { gateway }),
  });
  say(season.summary);
  if (season.brokenPromise !== null) throw new Error(`promise broken: ${season.brokenPromise}`);
  await openNextPool(scene);
  say(season.readOn);
  await seasonMark.remove();
};

const greet = (displayName: string, system: RunningSystem, gateway: LocalGateway | undefined): void => {
  const { url } = system.http;
  say();
  say(`${displayName} berjalan di (runs at) ${url} · API: ${url}/docs`);
  say(`Masuk demo (demo logins), kata sandi (password) ${DEMO_PASSWORD}:`);
  say(
    '  organiser-officer, organiser-chair, kop-32.71.01.1001 …, supplier-1 …, kitchen-1 …, observer, admin',
  );
  if (gateway !== undefined)
    say(`Gerbang bayar lokal, tanpa uang sungguhan (local payment gateway, no real money): ${gateway.url}`);
  say('Berhenti (stop): Ctrl-C');
};

/** `sepikul up`: everything on one machine; what `npm start` runs. */
export const up = async (): Promise<void> => {
  const env = { LOG_LEVEL: 'warn', ...process.env };
  loadConfig(env);
  const gateway = await startOwnGateway(env);
  const parsed = loadConfig({ ...env, ...gateway?.settings });
  say('Menyiapkan basis data … (Preparing the database …)');
  const isHalfPlayed = await seasonMark.stands();
  if (isHalfPlayed)
    say(
      'Musim pertama dulu terputus; dimainkan dari awal. (The first season was cut off; it is played from the beginning.)',
    );
  const database: OpenedDatabase = await openDatabase(parsed, isHalfPlayed);
  if (database.notice !== undefined) say(database.notice);
  const parts = [{ stop: () => forgetRunning() }, database, ...(gateway === undefined ? [] : [gateway])];
  endWhenLost(database, say);
  const isStopping = stopOnSignal(quietLog, parsed.SHUTDOWN_GRACE_S, parts);
  try {
    await prepareDatabase(database);
    const system = await runSystem(parsed, database);
    parts.unshift(system);
    tellGateway(gateway, system.http.url);
    await rememberRunning({ pid: process.pid, baseUrl: system.http.url, urls: database.urls });
    await playFirstSeason(system, database.isEmbedded, gateway);
    greet(parsed.DISPLAY_NAME, system, gateway);
  } catch (error) {
    if (isStopping()) return;
    for (const part of parts) await part.stop();
    throw error;
  }
};
