import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import request, { type Response } from 'supertest';
import { packageRoot } from '../../src/platform/package-root.js';
import { seed } from '../../src/seed/index.js';
import { freshDatabase, type TestDatabase } from './database.js';

/** The product as it is deployed: its HTTP process and its workers, from the build, on a database of their own. */
export interface River {
  readonly database: TestDatabase;
  readonly baseUrl: string;
  /** One more HTTP process on the same database; its address. */
  addHttp(): Promise<string>;
  /** One more worker process. */
  addWorker(): Promise<ChildProcess>;
  stop(): Promise<void>;
}

export const PASSWORD = 'story-password';

const launch = async (
  file: string,
  ready: string,
  env: Record<string, string>,
): Promise<{ child: ChildProcess; line: Record<string, unknown> }> => {
  const child = spawn(process.execPath, [join(packageRoot(), 'dist', file)], {
    env: { ...process.env, LOG_LEVEL: 'info', NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let noise = '';
  child.stderr.on('data', (chunk: Buffer) => {
    noise += chunk.toString();
  });
  for await (const text of createInterface({ input: child.stdout })) {
    noise += `${text}\n`;
    const line = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
    if (line.msg !== ready) continue;
    child.stdout.resume();
    return { child, line };
  }
  throw new Error(`${file} ended before it was ready:\n${noise}`);
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
}: { redisUrl?: string; workers?: number } = {}): Promise<River> => {
  const database = await freshDatabase();
  await seed(database.db, { regionCode: '35.71', demoPassword: PASSWORD });
  const queue: Record<string, string> = redisUrl === undefined ? {} : { REDIS_URL: redisUrl };
  const http = await launch('main.js', 'listening', {
    ...queue,
    DATABASE_URL: database.urlOf('sepikul_app'),
    PORT: '0',
  });
  const running: ChildProcess[] = [];
  const addHttp = async (): Promise<string> => {
    const { child, line } = await launch('main.js', 'listening', {
      ...queue,
      DATABASE_URL: database.urlOf('sepikul_app'),
      PORT: '0',
    });
    running.push(child);
    return String(line.url);
  };
  const addWorker = async (): Promise<ChildProcess> => {
    const { child } = await launch('worker.js', 'worker started', {
      ...queue,
      DATABASE_URL: database.urlOf('sepikul_worker'),
    });
    running.push(child);
    return child;
  };
  for (let count = 0; count < workers; count += 1) await addWorker();
  return {
    database,
    baseUrl: String(http.line.url),
    addHttp,
    addWorker,
    stop: async () => {
      await Promise.all([http.child, ...running].map((child) => end(child, 'SIGTERM')));
      await database.close();
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
  put(path: string, body: object): Promise<Response>;
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
    return Promise.resolve(body === undefined ? call : call.send(body));
  };
  return {
    get: (path) => send('get', path),
    post: (path, body) => send('post', path, body),
    put: (path, body) => send('put', path, body),
    patch: (path, version, body) => send('patch', path, body, version),
    delete: (path, version) => send('delete', path, undefined, version),
  };
};

export const signIn = async (river: River, login: string): Promise<Person> => {
  const answer = await request(river.baseUrl).post('/api/v1/sessions').send({ login, password: PASSWORD });
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

/** Somebody without a session. */
export const anonymous = (river: River): Omit<Person, 'personId' | 'partyId' | 'token'> =>
  asks(river.baseUrl, undefined);

/** Asks again until the answer is there. @throws when it does not come within a minute. */
export const until = async <Found>(what: string, look: () => Promise<Found | undefined>): Promise<Found> => {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const found = await look();
    if (found !== undefined) return found;
    await pause(50);
  }
  throw new Error(`waited in vain until ${what}`);
};
