import { readFileSync, readdirSync } from 'node:fs';
import type pg from 'pg';

/** Fields of /proc/PID/stat after the command, which is in brackets: from the third on. */
const statOf = (pid: number): string[] => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};
const PPID = 1;
/** User and system time of the process, and of children that have ended; in clock ticks. */
const TIMES = [11, 12, 13, 14];

const ticksOf = (pid: number): number => {
  try {
    const stat = statOf(pid);
    return TIMES.reduce((sum, field) => sum + Number(stat[field]), 0);
  } catch {
    return 0;
  }
};

const childrenOf = (parent: number): number[] =>
  readdirSync('/proc').flatMap((name) => {
    const pid = Number(name);
    if (!Number.isInteger(pid)) return [];
    try {
      return Number(statOf(pid)[PPID]) === parent ? [pid] : [];
    } catch {
      return [];
    }
  });

export interface CpuTimes {
  readonly client: number;
  readonly served: number;
  readonly postgres: number;
}

/** How long a clock tick of /proc lasts (USER_HZ, 100 on every Linux that Node runs on). */
export const TICK_US = 10_000;

/**
 * Processor time, in clock ticks, that this process, `others` and the whole PostgreSQL server have used so far: what a rate is
 * made of on a machine that has other things to do. Linux only; elsewhere 0.
 */
export const cpuTicks = async (owner: pg.Client, others: readonly number[]): Promise<CpuTimes> => {
  const { rows } = await owner.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const sum = (pids: readonly number[]): number => pids.reduce((ticks, pid) => ticks + ticksOf(pid), 0);
  try {
    const postmaster = Number(statOf(rows[0]?.pid ?? 0)[PPID]);
    return {
      client: sum([process.pid]),
      served: sum(others),
      postgres: sum([postmaster, ...childrenOf(postmaster)]),
    };
  } catch {
    return { client: 0, served: 0, postgres: 0 };
  }
};

/** Microseconds per piece of work between two marks, each party's own. */
export const microsPer = (from: CpuTimes, to: CpuTimes, pieces: number): CpuTimes => ({
  client: ((to.client - from.client) * TICK_US) / pieces,
  served: ((to.served - from.served) * TICK_US) / pieces,
  postgres: ((to.postgres - from.postgres) * TICK_US) / pieces,
});

export const inAll = ({ client, served, postgres }: CpuTimes): number => client + served + postgres;
