import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type ProcessFacts, inspectProcess } from './inspect-process.js';

/** The server process of a cluster, as its pid file and the process table agree on it. */
export interface Postmaster {
  pid: number;
  startedAt: string;
  port: number;
  facts: ProcessFacts;
}

interface PidFile {
  pid: number;
  port: number;
  status: string;
}

/** PostgreSQL's documented lines: 1 pid, 4 port, 8 status; the later ones appear as it starts up. */
export function readPidFile(dataDir: string): PidFile | undefined {
  try {
    const lines = readFileSync(pidFileOf(dataDir), 'utf8').split('\n');
    const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10));
    if (!Number.isInteger(pid)) return undefined;
    return { pid, port: Number.parseInt(lines[3] ?? '0', 10) || 0, status: (lines[7] ?? '').trim() };
  } catch {
    return undefined;
  }
}

export function findPostmaster(dataDir: string): Postmaster | undefined {
  const file = readPidFile(dataDir);
  const facts = file && inspectProcess(file.pid);
  if (!file || !facts) return undefined;
  if (servesThisData(facts, dataDir)) {
    return { pid: file.pid, startedAt: facts.startedAt, port: file.port, facts };
  }
  // The pid was given to a stranger since. PostgreSQL would take it for a rival and never start.
  // A file whose process is dead is left alone: PostgreSQL uses it to look for surviving backends.
  rmSync(pidFileOf(dataDir), { force: true });
  return undefined;
}

function servesThisData({ commandLine, workingDir }: ProcessFacts, dataDir: string): boolean {
  const isPostgres = /(^|\/)(postgres|postmaster)(\s|:|$)/.test(commandLine);
  return isPostgres && (workingDir === dataDir || `${commandLine} `.includes(` -D ${dataDir} `));
}

const pidFileOf = (dataDir: string): string => join(dataDir, 'postmaster.pid');
