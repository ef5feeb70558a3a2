import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { deploymentVariables, envExample } from '../../src/platform/config/env-example.js';
import { ConfigError, loadConfig } from '../../src/platform/config/load-config.js';
import type { Setting } from '../../src/platform/config/setting.js';
import { settings } from '../../src/platform/config/settings.js';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The lines of an env file as a process gets them; with `all`, also those that are commented out. */
const variablesIn = (text: string, all: boolean): Record<string, string> =>
  Object.fromEntries(
    text
      .split('\n')
      .map((line) => (all ? /^(?:# )?([A-Z_]+)=(.*)$/ : /^([A-Z_]+)=(.*)$/).exec(line))
      .filter((match) => match !== null)
      .map(([, name = '', value = '']) => [name, value.replace(/^"(.*)"$/, '$1')]),
  );

const refusalsOf = (env: Record<string, string>): readonly string[] => {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};

const breachesInEnv = (text: string, table: Readonly<Record<string, Setting>>): string[] => {
  const breaches: string[] = [];
  if (text !== envExample(table))
    breaches.push('.env.example is not what the table of settings makes: node scripts/write-env-example.mjs');
  const shown = variablesIn(text, true);
  for (const name of [...Object.keys(table), ...Object.keys(deploymentVariables)])
    if (!(name in shown)) breaches.push(`.env.example does not show ${name}`);
  for (const problem of refusalsOf(shown)) breaches.push(`.env.example shows what is refused: ${problem}`);
  const active = JSON.stringify(loadConfig(variablesIn(text, false)));
  if (active !== JSON.stringify(loadConfig({})))
    breaches.push('.env.example sets something else than the defaults');
  return breaches;
};

interface Composed {
  services: Record<string, Composition>;
}
interface Composition {
  image?: string;
  command?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test?: string[]; disable?: boolean };
  restart?: string;
  stop_grace_period?: string;
}

/** What the images themselves read, and libpq in `provision`. */
const foreignVariables = ['POSTGRES_PASSWORD', 'POSTGRES_INITDB_ARGS', 'PGPASSWORD'];
const INTERPOLATION = /\$\{([A-Z_]+)(?:(:[-?])([^}]*))?\}/g;

/** As compose would fill it in from `.env`. */
const filledIn = (value: string): string =>
  value.replace(INTERPOLATION, (_, _name: string, operator: string | undefined, rest: string | undefined) =>
    operator === ':-' ? (rest ?? '') : 'filled-in',
  );

const breachesOfVariables = (name: string, service: Composition): string[] => {
  const breaches: string[] = [];
  const known = [...Object.keys(settings), ...Object.keys(deploymentVariables), ...foreignVariables];
  for (const [variable, value] of Object.entries(service.environment ?? {})) {
    if (!known.includes(variable)) breaches.push(`${name}: nobody knows ${variable}`);
    if (typeof value !== 'string') breaches.push(`${name}: ${variable} is no text`);
    const isPassword = variable.endsWith('PASSWORD');
    const secret = isPassword ? value : /:\/\/[^:/@]+:(.*)@/.exec(value)?.[1];
    if (secret !== undefined && !/^\$\{[A-Z_]+:\?[^}]*\}$/.test(secret))
      breaches.push(`${name}: ${variable} holds a secret that is not required from .env`);
  }
  const filled = Object.entries(service.environment ?? {}).map(([variable, value]) => [
    variable,
    filledIn(value),
  ]);
  for (const problem of refusalsOf(Object.fromEntries(filled) as Record<string, string>))
    breaches.push(`${name}: ${problem}`);
  return breaches;
};

const breachesOfLife = (name: string, service: Composition, all: Composed['services']): string[] => {
  const breaches: string[] = [];
  const conditionOn = (other: string): string | undefined => service.depends_on?.[other]?.condition;
  if (service.restart === 'no') {
    const awaited = Object.values(all).some(
      (other) => other.depends_on?.[name]?.condition === 'service_completed_successfully',
    );
    if (!awaited) breaches.push(`${name}: runs once, and nobody waits for it to end well`);
    return breaches;
  }
  if (service.restart !== 'unless-stopped') breaches.push(`${name}: does not come back after a crash`);
  if ((service.healthcheck?.test ?? []).length === 0 || service.healthcheck?.disable === true)
    breaches.push(`${name}: has no health check`);
  const graceS = Number(/^(\d+)s$/.exec(service.stop_grace_period ?? '')?.[1] ?? 0);
  if (graceS <= Number(service.environment?.SHUTDOWN_GRACE_S ?? 0))
    breaches.push(`${name}: is killed before its own grace is over`);
  const isOurs = service.command?.[0] === 'node';
  if (isOurs && conditionOn('migrate') !== 'service_completed_successfully')
    breaches.push(`${name}: starts before the schema is there`);
  return breaches;
};

const breachesInCompose = (text: string): string[] => {
  const { services } = parse(text, { merge: true }) as Composed;
  const breaches = Object.entries(services).flatMap(([name, service]) => [
    ...breachesOfVariables(name, service),
    ...breachesOfLife(name, service, services),
  ]);
  for (const [, variable = ''] of text.matchAll(INTERPOLATION))
    if (!(variable in settings) && !(variable in deploymentVariables))
      breaches.push(`\${${variable}} stands in no .env.example`);
  const redis = services.redis?.command?.join(' ') ?? '';
  if (!redis.includes('--appendonly yes')) breaches.push('redis: keeps no append-only file');
  if (!redis.includes('--maxmemory-policy noeviction'))
    breaches.push('redis: may drop jobs (maxmemory-policy)');
  if (services.migrate?.depends_on?.provision?.condition !== 'service_completed_successfully')
    breaches.push('migrate: starts before the roles are there');
  for (const program of ['dist/main.js', 'dist/worker.js'])
    if (Object.values(services).filter((service) => service.command?.[1] === program).length !== 2)
      breaches.push(`${program} does not run twice`);
  return breaches;
};

const breachesInProxy = (conf: string, compose: string): string[] => {
  const { services } = parse(compose, { merge: true }) as Composed;
  const served = Object.keys(services)
    .filter((name) => services[name]?.command?.[1] === 'dist/main.js')
    .map((name) => `${name}:${services[name]?.environment?.PORT}`);
  const named = [...conf.matchAll(/^\s*server ([\w-]+:\d+)/gm)].map(([, place]) => place);
  const breaches =
    JSON.stringify(named) === JSON.stringify(served)
      ? []
      : [`nginx sends to ${named.join(', ')}, and ${served.join(', ')} serve`];
  if (/^\s*proxy_next_upstream\b.*\bnon_idempotent\b/m.test(conf))
    breaches.push('nginx may send a POST twice');
  if (!/^\s*proxy_next_upstream [^;]*\berror\b/m.test(conf))
    breaches.push('nginx does not turn to the other process');
  for (const header of ['X-Request-Id', 'X-Forwarded-For', 'X-Forwarded-Proto', 'Host'])
    if (!new RegExp(`^\\s*proxy_set_header ${header} `, 'm').test(conf))
      breaches.push(`nginx does not set ${header}`);
  return breaches;
};

const breachesInDockerfile = (text: string): string[] => {
  const lines = text
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
  const valueOf = (instruction: string): string | undefined =>
    last.findLast((line) => line.startsWith(`${instruction} `))?.slice(instruction.length + 1);
  const breaches: string[] = [];
  if (/^(|root|0)(:|$)/.test(valueOf('USER') ?? '')) breaches.push('Dockerfile: runs as root');
  if (!(valueOf('HEALTHCHECK') ?? '').includes('/health/live'))
    breaches.push('Dockerfile: has no health check on /health/live');
  if (valueOf('CMD') !== '["node", "dist/main.js"]')
    breaches.push('Dockerfile: does not start the HTTP process');
  if (lines.filter((line) => line.startsWith('FROM ')).length < 2)
    breaches.push('Dockerfile: ships what only the build needs');
  if (lines.some((line) => line.startsWith('FROM ') && !line.startsWith('FROM node:20-bookworm-slim')))
    breaches.push('Dockerfile: stands on another base');
  if (!lines.some((line) => /^RUN npm ci\b/.test(line)))
    breaches.push('Dockerfile: installs something else than the lock file');
  if (!lines.some((line) => /\bnpm prune --omit=dev\b/.test(line)))
    breaches.push('Dockerfile: ships what only development needs');
  if (lines.some((line) => /^(ENV|ARG) .*(PASSWORD|SECRET|TOKEN|_URL)/.test(line)))
    breaches.push('Dockerfile: bakes in a secret');
  return breaches;
};

/** As compose names a variable of `.env`. */
const ref = (inside: string): string => `\${${inside}}`;

/** One fault in a text that is otherwise as it stands. */
const plant = (text: string, from: string | RegExp, to: string): string => {
  const faulty = text.replace(from, to);
  if (faulty === text) throw new Error(`nothing to plant a fault in: ${String(from)}`);
  return faulty;
};

describe('.env.example shows every setting', () => {
  const text = read('.env.example');

  it('is what the table of settings makes, passes the checks, and sets the defaults', () => {
    expect(breachesInEnv(text, settings)).toEqual([]);
  });

  it('catches a setting that the file does not show', () => {
    const table = {
      ...settings,
      NEW_SETTING: { kind: 'text', fallback: undefined, about: 'New.', example: 'x' } as const,
    };
    expect(breachesInEnv(text, table)).toContain('.env.example does not show NEW_SETTING');
  });

  it('catches a setting that is gone from the table', () => {
    const { DISPLAY_NAME: _gone, ...table } = settings;
    expect(breachesInEnv(text, table)).toEqual([expect.stringContaining('not what the table')]);
  });

  it.each([
    { fault: 'a missing line', from: /^PORT=.*\n/m, to: '', breach: 'does not show PORT' },
    {
      fault: 'another text',
      from: 'Address the HTTP process listens on',
      to: 'Address',
      breach: 'not what the table',
    },
    {
      fault: 'a value that is refused',
      from: '# REDIS_URL=redis:',
      to: '# REDIS_URL=http:',
      breach: 'shows what is refused',
    },
    {
      fault: 'a value that is not the default',
      from: 'PORT=3000',
      to: 'PORT=3001',
      breach: 'something else than the defaults',
    },
  ])('catches $fault', ({ from, to, breach }) => {
    expect(breachesInEnv(plant(text, from, to), settings)).toContainEqual(expect.stringContaining(breach));
  });
});

describe('docker-compose.yml starts the whole topology', () => {
  const text = read('docker-compose.yml');

  it('holds as it is', () => {
    expect(breachesInCompose(text)).toEqual([]);
  });

  it.each([
    {
      fault: 'a variable nobody knows',
      from: 'WORKER_CONCURRENCY: ',
      to: 'WORKER_CONCURENCY: ',
      breach: 'nobody knows WORKER_CONCURENCY',
    },
    {
      fault: 'a value that the process refuses',
      from: 'LOG_LEVEL:-info',
      to: 'LOG_LEVEL:-loud',
      breach: 'LOG_LEVEL: "loud" is none of',
    },
    {
      fault: 'an interpolation that .env.example does not name',
      from: ref('SESSION_HOURS:-12'),
      to: ref('HOURS:-12'),
      breach: ref('HOURS'),
    },
    {
      fault: 'a password in the file',
      from: `${ref('SEPIKUL_APP_PASSWORD:?set it in .env')}@`,
      to: 'rahasia@',
      breach: 'DATABASE_URL holds a secret',
    },
    {
      fault: 'a password with a default',
      from: ref('POSTGRES_PASSWORD:?set it in .env'),
      to: ref('POSTGRES_PASSWORD:-postgres'),
      breach: 'POSTGRES_PASSWORD holds a secret',
    },
    { fault: 'no append-only file', from: "- 'yes'", to: "- 'no'", breach: 'append-only' },
    { fault: 'an evicting Redis', from: '- noeviction', to: '- allkeys-lru', breach: 'may drop jobs' },
    {
      fault: 'a disabled health check',
      from: 'test: [CMD, node, deploy/check-worker.mjs]',
      to: 'disable: true',
      breach: 'worker-1: has no health check',
    },
    {
      fault: 'a proxy without a health check',
      from: /healthcheck:\n(\s+)test: \[CMD, wget/,
      to: 'labels:\n$1test: [CMD, wget',
      breach: 'proxy: has no health check',
    },
    {
      fault: 'a service that stays down',
      from: 'restart: unless-stopped\n    stop_signal: SIGINT',
      to: 'stop_signal: SIGINT',
      breach: 'postgres: does not come back',
    },
    {
      fault: 'a kill before the grace is over',
      from: 'stop_grace_period: 25s',
      to: 'stop_grace_period: 20s',
      breach: 'http-1: is killed before',
    },
    {
      fault: 'a start before the schema',
      from: 'migrate: { condition: service_completed_successfully }',
      to: 'migrate: { condition: service_started }',
      breach: 'http-1: starts before the schema',
    },
    {
      fault: 'a migration before the roles',
      from: 'provision: { condition: service_completed_successfully }',
      to: 'postgres: { condition: service_healthy }',
      breach: 'migrate: starts before the roles',
    },
    {
      fault: 'a single worker',
      from: /\n {2}worker-2:\n(?: {4}.*\n)+/,
      to: '\n',
      breach: 'dist/worker.js does not run twice',
    },
  ])('catches $fault', ({ from, to, breach }) => {
    expect(breachesInCompose(plant(text, from, to))).toContainEqual(expect.stringContaining(breach));
  });
});

describe('deploy/nginx.conf stands in front of every HTTP process', () => {
  const conf = read('deploy/nginx.conf');
  const compose = read('docker-compose.yml');

  it('holds as it is', () => {
    expect(breachesInProxy(conf, compose)).toEqual([]);
  });

  it.each([
    {
      fault: 'a process that gets nothing',
      from: /^\s*server http-2.*\n/m,
      to: '',
      breach: 'nginx sends to http-1:3000, and',
    },
    {
      fault: 'a POST that is sent again',
      from: 'http_503;',
      to: 'http_503 non_idempotent;',
      breach: 'a POST twice',
    },
    {
      fault: 'a proxy that gives up',
      from: 'proxy_next_upstream error',
      to: 'proxy_next_upstream off; # error',
      breach: 'the other process',
    },
    {
      fault: 'a request without its id',
      from: 'proxy_set_header X-Request-Id',
      to: 'add_header X-Request-Id',
      breach: 'does not set X-Request-Id',
    },
  ])('catches $fault', ({ from, to, breach }) => {
    expect(breachesInProxy(plant(conf, from, to), compose)).toContainEqual(expect.stringContaining(breach));
  });
});

describe('the Dockerfile makes a small image that runs without privileges', () => {
  const text = read('Dockerfile');

  it('holds as it is', () => {
    expect(breachesInDockerfile(text)).toEqual([]);
  });

  it.each([
    { fault: 'no user', from: 'USER node\n', to: '', breach: 'runs as root' },
    { fault: 'root by name', from: 'USER node\n', to: 'USER root\n', breach: 'runs as root' },
    { fault: 'root by number', from: 'USER node\n', to: 'USER 0:0\n', breach: 'runs as root' },
    {
      fault: 'a user of the build stage only',
      from: /(AS build\n)([\s\S]*)USER node\n/,
      to: '$1USER node\n$2',
      breach: 'runs as root',
    },
    { fault: 'no health check', from: 'HEALTHCHECK --', to: 'LABEL check=--', breach: 'no health check' },
    {
      fault: 'a health check of readiness',
      from: '/health/live',
      to: '/health/ready',
      breach: 'no health check',
    },
    {
      fault: 'another command',
      from: 'CMD ["node", "dist/main.js"]',
      to: 'CMD ["npm", "start"]',
      breach: 'does not start',
    },
    { fault: 'an installation off the lock file', from: 'npm ci', to: 'npm install', breach: 'lock file' },
    {
      fault: 'development packages in the image',
      from: 'npm prune --omit=dev',
      to: 'true',
      breach: 'only development needs',
    },
    {
      fault: 'a secret in the image',
      from: 'EXPOSE 3000',
      to: 'ENV DATABASE_URL=postgresql://a:b@c/d',
      breach: 'bakes in a secret',
    },
  ])('catches $fault', ({ from, to, breach }) => {
    expect(breachesInDockerfile(plant(text, from, to))).toContainEqual(expect.stringContaining(breach));
  });
});
