import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { findBinary } from './lacks.js';

/** A Redis of the test's own, with data of its own, as we deploy it: AOF on, nothing evicted. */
export interface TestRedis {
  readonly url: string;
  /** For looking in and for planting faults. */
  readonly client: Redis;
  /** Where it keeps its data. */
  readonly home: string;
  stop(): Promise<void>;
}

const READY_MS = 10_000;

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

const launch = (binary: string, port: number, home: string): ChildProcess => {
  const options = {
    port,
    bind: '127.0.0.1',
    dir: home,
    appendonly: 'yes',
    'maxmemory-policy': 'noeviction',
    save: '',
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  return spawn(binary, args, { stdio: 'ignore' });
};

const awaitReady = async (client: Redis, server: ChildProcess): Promise<void> => {
  const deadline = Date.now() + READY_MS;
  while (server.exitCode === null && Date.now() < deadline) {
    if (
      await client.ping().then(
        () => true,
        () => false,
      )
    )
      return;
    await pause(20);
  }
  throw new Error('redis-server did not become ready');
};

/** Starts redis-server on a free port. Ask `lacks('redis-server')` before. */
export const startRedis = async (): Promise<TestRedis> => {
  const binary = findBinary('redis-server');
  if (binary === undefined) throw new Error('no redis-server on this machine');
  const home = mkdtempSync(join(tmpdir(), 'sepikul-redis-'));
  const port = await freePort();
  const server = launch(binary, port, home);
  const client = new Redis(port, '127.0.0.1', { maxRetriesPerRequest: 0, retryStrategy: () => 20 });
  client.on('error', () => undefined);
  const stop = async (): Promise<void> => {
    client.disconnect();
    if (server.exitCode === null && server.signalCode === null) {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      const runaway = setTimeout(() => server.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(runaway);
    }
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await awaitReady(client, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `redis://127.0.0.1:${port}`, client, home, stop };
};
