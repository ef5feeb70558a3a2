/**
 * npm run topology [-- --seed N]: what docker-compose.yml starts, without containers: PostgreSQL, Redis, two
 * HTTP and two worker processes behind nginx, each as it is deployed. Plays a season through the proxy, stops
 * everything in order and sees that nothing is left. Ends with 0 or 1; its last line is the result.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { prepare } from './prepare.mjs';
import { deriveProxyConf } from './topology/derive-proxy-conf.mjs';
import { findPrograms } from './topology/find-program.mjs';
import {
  anyDeath,
  awaitReady,
  findSurvivors,
  freePort,
  launch,
  runToEnd,
  stopPart,
} from './topology/launch.mjs';

const GRACE_MS = 25_000;
const fromRoot = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const say = (line) => console.log(line);

const seedAsked = () => {
  const place = process.argv.indexOf('--seed');
  if (place < 0) return null;
  const seed = Number(process.argv[place + 1]);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error('--seed wants a whole number');
  return seed;
};

/** The running parts in the order in which they started; they are stopped from the last to the first. */
const parts = [];
const start = (options) => {
  const part = launch(options);
  parts.push({ signal: 'SIGTERM', ...options, part });
  return part;
};

const startRedis = async (home, program) => {
  const [, ...deployed] = parse(fromRoot('docker-compose.yml')).services.redis.command;
  const port = await freePort();
  const args = [...deployed, '--port', String(port), '--bind', '127.0.0.1', '--dir', home];
  const redis = start({ name: 'redis', program, args, home });
  await awaitReady(redis, () => redis.log().includes('Ready to accept connections'));
  return `redis://127.0.0.1:${port}`;
};

/** Roles and schema by the same commands as a deployment, then the demo parties with their passwords. */
const fillDatabase = async (home, { adminUrl, database }) => {
  const { newPasswords, ROLES, urlFor } = await import('../dist/platform/db/provision-roles.js');
  const { DEMO_PASSWORD, prepareDatabase } = await import('../dist/process/run-system.js');
  const passwords = newPasswords();
  const url = (role) => urlFor(adminUrl, role, passwords, database);
  const admin = new URL(adminUrl);
  const PGPASSWORD = decodeURIComponent(admin.password);
  admin.password = '';
  const env = Object.fromEntries(ROLES.map((role) => [`${role.toUpperCase()}_PASSWORD`, passwords[role]]));
  const run = (name, args, variables) =>
    runToEnd({
      name,
      program: process.execPath,
      args: ['dist/cli/main.js', name, ...args],
      env: variables,
      home,
    });
  await run('provision', ['--admin-url', admin.href, '--database', database], { ...env, PGPASSWORD });
  await run('migrate', [], { DATABASE_MIGRATE_URL: url('sepikul_migrator') });
  await run('opening-key', [join(home, 'opening-key')], {});
  const urls = {
    app: url('sepikul_app'),
    worker: url('sepikul_worker'),
    migrate: url('sepikul_migrator'),
    auditor: url('sepikul_auditor'),
  };
  await prepareDatabase({ urls });
  return { ...urls, password: DEMO_PASSWORD };
};

const startWorker = (home, name, urls, redisUrl) => {
  const env = { DATABASE_URL: urls.worker, REDIS_URL: redisUrl, OPENING_KEY_FILE: join(home, 'opening-key') };
  const worker = start({ name, program: process.execPath, args: ['dist/worker.js'], env, home });
  return awaitReady(worker, () => worker.log().includes('"backend":"redis"'));
};

/** @returns host and port, as the process says them itself. */
const startHttp = async (home, name, urls) => {
  const env = { DATABASE_URL: urls.app, DATABASE_AUDITOR_URL: urls.auditor, HOST: '127.0.0.1', PORT: '0' };
  const http = start({ name, program: process.execPath, args: ['dist/main.js'], env, home });
  const url = await awaitReady(http, () => /"url":"([^"]+)"[^\n]*"listening"/.exec(http.log())?.[1]);
  await awaitReady(http, async () => (await fetch(`${url}/health/ready`)).ok);
  return new URL(url).host;
};

const startProxy = async (home, program, upstreams) => {
  const port = await freePort();
  const conf = join(home, 'nginx.conf');
  writeFileSync(conf, deriveProxyConf(fromRoot('deploy/nginx.conf'), { home, port, upstreams }));
  const args = ['-p', home, '-c', conf, '-e', '/dev/stderr', '-g', 'daemon off;'];
  const proxy = start({ name: 'nginx', program, args, home, signal: 'SIGQUIT' });
  const baseUrl = `http://127.0.0.1:${port}`;
  await awaitReady(proxy, async () => (await fetch(`${baseUrl}/health/ready`)).ok);
  return { baseUrl, proxy };
};

/** One HTTP process goes down in the midst of requests: its twin serves them all. */
const stopUnderLoad = async (name, baseUrl) => {
  const { part } = parts.find((other) => other.name === name);
  let [asked, failed, isOver] = [0, 0, false];
  const client = async () => {
    while (!isOver) {
      asked += 1;
      const isGood = await fetch(`${baseUrl}/api/v1/units`).then(
        (answer) => answer.ok,
        () => false,
      );
      if (!isGood) failed += 1;
    }
  };
  const clients = [client(), client(), client(), client()];
  const problems = await stopPart(part, 'SIGTERM', GRACE_MS);
  isOver = true;
  await Promise.all(clients);
  if (failed > 0) problems.push(`${failed} of ${asked} requests failed while ${name} stopped`);
  return problems;
};

const idle = (baseUrl, upstreams, proxy) => {
  const lines = proxy.log().split('\n');
  const counts = upstreams.map((place) => lines.filter((line) => line.includes(` ${place} `)).length);
  say(`  nginx: ${upstreams.map((place, at) => `${counts[at]} × ${place}`).join(', ')} (${baseUrl})`);
  return counts.some((count) => count === 0) ? ['an HTTP process got no request'] : [];
};

const play = async (home, programs) => {
  const { openPostgres } = await import('./topology/open-postgres.mjs');
  const { playSeason } = await import('../dist/season/index.js');
  const seed = seedAsked();
  const postgres = await openPostgres(home);
  try {
    const redisUrl = await startRedis(home, programs['redis-server']);
    const urls = await fillDatabase(home, postgres);
    await Promise.all(['worker-1', 'worker-2'].map((name) => startWorker(home, name, urls, redisUrl)));
    const check = { program: process.execPath, args: ['deploy/check-worker.mjs'], home };
    await runToEnd({ ...check, name: 'check-worker', env: { DATABASE_URL: urls.worker } });
    const upstreams = await Promise.all(['http-1', 'http-2'].map((name) => startHttp(home, name, urls)));
    const { baseUrl, proxy } = await startProxy(home, programs.nginx, upstreams);
    say(`two HTTP and two workers behind nginx at ${baseUrl}`);
    const onProgress = (step, done, total) => done >= total && say(`  ${step}`);
    const season = playSeason({ baseUrl, password: urls.password, seed, onProgress });
    const { summary, checks, brokenPromise } = await Promise.race([
      season,
      interrupted,
      anyDeath(parts.map(({ part }) => part)),
    ]);
    say(summary);
    const broken = brokenPromise === null ? [] : [`promise broken: ${brokenPromise}`];
    const problems = [
      ...broken,
      ...idle(baseUrl, upstreams, proxy),
      ...(await stopUnderLoad('http-1', baseUrl)),
    ];
    return { problems: [...problems, ...(await stopAll())], promises: checks.length };
  } finally {
    await stopAll();
    await postgres.stop();
  }
};

/** Proxy, then HTTP, then workers, then Redis: each still has what it needs to end its work. */
const stopAll = async () => {
  const problems = [];
  for (const stage of [/^nginx$/, /^http-/, /^worker-/, /^redis$/])
    for (const found of await Promise.all(
      parts
        .filter(({ name }) => stage.test(name))
        .map(({ part, signal }) => stopPart(part, signal, GRACE_MS)),
    ))
      problems.push(...found);
  return problems;
};

let interrupt;
const interrupted = new Promise((_, reject) => (interrupt = reject));
interrupted.catch(() => undefined);
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => interrupt(new Error(`stopped by ${signal}`)));

const startedMs = performance.now();
const home = await mkdtemp(join(tmpdir(), 'sepikul-topology-'));
let verdict;
try {
  // Redis, PostgreSQL and nginx's workers may run as other users than this one.
  await chmod(home, 0o755);
  const programs = findPrograms(['redis-server', 'nginx']);
  await prepare();
  const { problems, promises } = await play(home, programs);
  const survivors = findSurvivors(
    home,
    parts.map(({ part }) => part),
  );
  const all = [...problems, ...survivors.map((line) => `still running: ${line}`)];
  for (const problem of all) say(problem);
  const seconds = Math.round((performance.now() - startedMs) / 1000);
  verdict =
    all.length === 0
      ? `OK: ${promises} promises held, 2 HTTP and 2 workers behind nginx on Redis, all stopped, ${seconds} s`
      : `FAILED: ${all[0].split('\n')[0]}${all.length > 1 ? ` (and ${all.length - 1} more)` : ''}`;
} catch (error) {
  say(error.stack ?? error.message);
  verdict = `FAILED: ${error.message.split('\n')[0]}`;
} finally {
  await rm(home, { recursive: true, force: true });
}
say(verdict);
process.exit(verdict.startsWith('OK') ? 0 : 1);
