import { spawn } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = new URL('../..', import.meta.url);
const SHOWN_LINES = 25;

/** Nothing of the caller's settings reaches the processes: they get what is written here. */
const cleanEnv = () => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  LANG: 'C.UTF-8',
  TZ: 'UTC',
  NODE_NO_WARNINGS: '1',
});

/** A process whose lines go to a file: nginx cannot reopen a pipe as /dev/stdout. */
export function launch({ name, program, args, env = {}, home }) {
  const logFile = join(home, `${name}.log`);
  const out = openSync(logFile, 'a', 0o666);
  // In a session of its own, so that Ctrl-C reaches this script alone, which then stops all in order.
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...cleanEnv(), SEPIKUL_TOPOLOGY: home, ...env },
    stdio: ['ignore', out, out],
    detached: true,
  });
  closeSync(out);
  const part = { name, pid: child.pid, exit: undefined, log: () => readFileSync(logFile, 'utf8') };
  part.ended = new Promise((resolve) => {
    child.on('error', (error) => resolve((part.exit = error.message)));
    child.on('exit', (code, signal) => resolve((part.exit = code ?? signal)));
  });
  part.kill = (signal) => part.exit === undefined && child.kill(signal);
  return part;
}

const lastLines = (part) => part.log().trimEnd().split('\n').slice(-SHOWN_LINES).join('\n');

/** Runs a command to its end. */
export async function runToEnd(options) {
  const part = launch(options);
  if ((await part.ended) !== 0) throw new Error(`${part.name} failed (${part.exit}):\n${lastLines(part)}`);
}

/** Waits until the process says that it is ready, in whatever way `ask` knows, and gives back what that is. */
export async function awaitReady(part, ask, waitMs = 30_000) {
  const deadline = Date.now() + waitMs;
  while (part.exit === undefined && Date.now() < deadline) {
    const answer = await Promise.resolve(ask()).catch(() => undefined);
    if (answer) return answer;
    await pause(50);
  }
  const what = part.exit === undefined ? `not ready within ${waitMs / 1000} s` : `ended (${part.exit})`;
  throw new Error(`${part.name}: ${what}\n${lastLines(part)}`);
}

/** Rejects as soon as one of the parts ends by itself. */
export const anyDeath = (parts) =>
  Promise.race(parts.map((part) => part.ended.then(() => part))).then((part) => {
    throw new Error(`${part.name} ended by itself (${part.exit})\n${lastLines(part)}`);
  });

/** Asks to stop and waits; kills what does not stop within its grace. Returns what was not as it should be. */
export async function stopPart(part, signal, graceMs) {
  if (part.exit !== undefined)
    return part.wasStopped ? [] : [`${part.name} had ended by itself (${part.exit})`];
  part.wasStopped = true;
  part.kill(signal);
  const runaway = setTimeout(() => part.kill('SIGKILL'), graceMs);
  const exit = await part.ended;
  clearTimeout(runaway);
  return exit === 0 ? [] : [`${part.name} ended with ${exit} after ${signal}:\n${lastLines(part)}`];
}

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

const read = (path) => {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
};

/** Processes that still bear our mark, whoever's children they are; where there is no /proc, those we started. */
export function findSurvivors(home, parts) {
  const started = parts.filter((part) => part.exit === undefined).map((part) => `${part.name} (${part.pid})`);
  let pids = [];
  try {
    pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  } catch {
    return started;
  }
  const marked = pids.filter((pid) =>
    `${read(`/proc/${pid}/environ`)}\0${read(`/proc/${pid}/cmdline`)}`.includes(home),
  );
  return marked.map((pid) => `${pid}: ${read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim()}`);
}
