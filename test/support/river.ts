import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import request, { type Response } from 'supertest';
import { brokenPromises } from '../../src/modules/monitoring/promise.reader.js';
import { packageRoot } from '../../src/platform/package-root.js';
import { seed } from '../../src/seed/index.js';
import { freshDatabase, type TestDatabase } from './database.js';

/** The product as it is deployed: its HTTP process and its workers, from the build, on a database of their own. */
export interface River {
  readonly database: TestDatabase;
  readonly baseUrl: string;
  /** What its processes have written, every line. */
  readonly written: readonly string[];
  /** One more HTTP process on the same database, with settings of its own; its address. */
  addHttp(settings?: Record<string, string>): Promise<string>;
  /** The same, with the process, for tests that end it. */
  addHttpProcess(settings?: Record<string, string>): Promise<{ url: string; child: ChildProcess }>;
  /** One more worker process. */
  addWorker(): Promise<ChildProcess>;
  /** Ends its processes and leaves the database, without its connections. */
  leave(): Promise<void>;
  /** Ends it, after a look at every promise. */
  stop(): Promise<void>;
}

export const PASSWORD = 'story-password';

const launch = async (
  file: string,
  ready: string,
  env: Record<string, string>,
  written: string[] = [],
): Promise<{ child: ChildProcess; line: Record<string, unknown> }> => {
  const child = spawn(process.execPath, [join(packageRoot(), 'dist', file)], {
    env: { ...process.env, LOG_LEVEL: 'info', NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (text) => written.push(text));
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (text) => {
      const line = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
      if (line.msg === ready) resolve({ child, line });
    });
    child.on('close', () => {
      reject(new Error(`${file} ended before it was ready:\n${written.join('\n')}`));
    });
  });
};

export const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
};

/** Starts it with the demo cast of Kota Kediri, which is the smallest. */
export const startRiver = async ({
  redisUrl,
  workers = 1,
  settings = {},
  filled,
}: {
  redisUrl?: string;
  workers?: number;
  settings?: Record<string, string>;
  /** A database with everything in it already. */
  filled?: TestDatabase;
} = {}): Promise<River> => {
  const database = filled ?? (await freshDatabase());
  if (filled === undefined) await seed(database.db, { regionCode: '35.71', demoPassword: PASSWORD });
  const queue: Record<string, string> = redisUrl === undefined ? {} : { REDIS_URL: redisUrl };
  const written: string[] = [];
  const running: ChildProcess[] = [];
  const addHttpProcess = async (
    own: Record<string, string> = {},
  ): Promise<{ url: string; child: ChildProcess }> => {
    const env = {
      ...queue,
      DATABASE_URL: database.urlOf('sepikul_app'),
      DATABASE_AUDITOR_URL: database.urlOf('sepikul_auditor'),
      PORT: '0',
      ...settings,
      ...own,
    };
    const { child, line } = await launch('main.js', 'listening', env, written);
    running.push(child);
    return { url: String(line.url), child };
  };
  const addHttp = async (own?: Record<string, string>): Promise<string> => (await addHttpProcess(own)).url;
  const addWorker = async (): Promise<ChildProcess> => {
    const env = { ...queue, DATABASE_URL: database.urlOf('sepikul_worker'), ...settings };
    const { child } = await launch('worker.js', 'worker started', env, written);
    running.push(child);
    return child;
  };
  const [baseUrl] = await Promise.all([addHttp(), ...Array.from({ length: workers }, addWorker)]);
  return {
    database,
    baseUrl,
    written,
    addHttp,
    addHttpProcess,
    addWorker,
    leave: async () => {
      await Promise.all(running.map((child) => end(child, 'SIGTERM')));
      await database.leave();
    },
    stop: async () => {
      // A process goes on for as long as a proxy needs to notice; meanwhile every promise is looked at.
      const ending = Promise.all(running.map((child) => end(child, 'SIGTERM')));
      try {
        const broken = await brokenPromises(database.auditorDb);
        if (broken.length > 0) throw new Error(`promises are broken: ${JSON.stringify(broken, null, 2)}`);
      } finally {
        await ending;
        await database.close();
      }
    },
  };
};

/** A signed-in person, asking the way a client does. */
export interface Person {
  readonly personId: string;
  readonly partyId: string;
  readonly token: string;
  get(path: string): Promise<Response>;
  post(path: string, body?: object): Promise<Response>;
  put(path: string, body: object, version?: number): Promise<Response>;
  patch(path: string, version: number, body: object): Promise<Response>;
  delete(path: string, version?: number): Promise<Response>;
}

const asks = (baseUrl: string, token: string | undefined): Omit<Person, 'personId' | 'partyId' | 'token'> => {
  const send = (
    method: 'get' | 'post' | 'put' | 'patch' | 'delete',
    path: string,
    body?: object,
    version?: number,
  ): Promise<Response> => {
    let call = request(baseUrl)[method](`/api/v1/${path}`);
    if (token !== undefined) call = call.set('Authorization', `Bearer ${token}`);
    if (version !== undefined) call = call.set('If-Match', `"${version}"`);
    if (method === 'post' || method === 'patch') call = call.set('Idempotency-Key', randomUUID());
    return Promise.resolve(body === undefined ? call : call.send(body));
  };
  return {
    get: (path) => send('get', path),
    post: (path, body) => send('post', path, body),
    put: (path, body, version) => send('put', path, body, version),
    patch: (path, version, body) => send('patch', path, body, version),
    delete: (path, version) => send('delete', path, undefined, version),
  };
};

export const signIn = (river: River, login: string): Promise<Person> => signInWith(river, login, PASSWORD);

export const signInWith = async (river: River, login: string, password: string): Promise<Person> => {
  const answer = await request(river.baseUrl).post('/api/v1/sessions').send({ login, password });
  if (answer.status !== 201) throw new Error(`${login} could not sign in: ${answer.status} ${answer.text}`);
  const { token, person, memberships } = answer.body as {
    token: string;
    person: { id: string };
    memberships: { partyId: string }[];
  };
  return {
    token,
    personId: person.id,
    partyId: memberships[0]?.partyId ?? '',
    ...asks(river.baseUrl, token),
  };
};

/** Somebody whose session is in the river's database already. */
export const personAt = (
  river: River,
  { personId, partyId, token }: Pick<Person, 'personId' | 'partyId' | 'token'>,
): Person => ({
  personId,
  partyId,
  token,
  ...asks(river.baseUrl, token),
});

/** Somebody without a session. */
export const anonymous = (river: River): Omit<Person, 'personId' | 'partyId' | 'token'> =>
  asks(river.baseUrl, undefined);

/** More than anything takes, on a machine ten times slower than usual. */
const PATIENCE_MS = 180_000;

/** Asks again until the answer is there. @throws when it does not come. */
export const until = async <Found>(what: string, look: () => Promise<Found | undefined>): Promise<Found> => {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const found = await look();
    if (found !== undefined) return found;
    await pause(50);
  }
  throw new Error(`waited in vain until ${what}`);
};
