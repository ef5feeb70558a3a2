import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

export interface ProcessFacts {
  /** Tells a process from a later one that was given the same pid. Compare it, never parse it. */
  startedAt: string;
  commandLine: string;
  workingDir: string | undefined;
  /** Its executable was deleted or replaced since (a reinstall), so it runs code nobody has any more. */
  binaryGone: boolean;
}

/** Undefined means dead. A zombie counts as dead: in a container nobody may ever reap it. */
export function inspectProcess(pid: number): ProcessFacts | undefined {
  return process.platform === 'linux' ? inspectByProc(pid) : inspectByPs(pid);
}

export function isSameProcess(pid: number, startedAt: string): boolean {
  return inspectProcess(pid)?.startedAt === startedAt;
}

function inspectByProc(pid: number): ProcessFacts | undefined {
  const stat = readOrUndefined(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The name stands in brackets and may hold blanks, so the fields are counted from its end.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const state = fields[0];
  if (state === 'Z' || state === 'X') return undefined;
  const ticksSinceBoot = fields[19] ?? '';
  return {
    startedAt: `${bootId()}:${ticksSinceBoot}`,
    commandLine: (readOrUndefined(`/proc/${pid}/cmdline`) ?? '').split('\0').join(' ').trim(),
    workingDir: readLinkOrUndefined(`/proc/${pid}/cwd`),
    binaryGone: readLinkOrUndefined(`/proc/${pid}/exe`)?.endsWith(' (deleted)') ?? false,
  };
}

/** Ticks count from boot, so without this a pid file that survives a reboot could look alive. */
function bootId(): string {
  return (readOrUndefined('/proc/sys/kernel/random/boot_id') ?? '').trim();
}

function inspectByPs(pid: number): ProcessFacts | undefined {
  const columns = ['-o', 'stat=', '-o', 'lstart=', '-o', 'command='];
  const ps = spawnSync('ps', ['-ww', '-p', String(pid), ...columns], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
  });
  const found = /^(\S+)\s+(\w{3}\s+\w{3}\s+\d+\s+[\d:]+\s+\d{4})\s+(.*)$/m.exec(ps.error ? '' : ps.stdout);
  if (!found || found[1]?.startsWith('Z')) return undefined;
  return {
    startedAt: found[2] ?? '',
    commandLine: (found[3] ?? '').trim(),
    workingDir: undefined,
    binaryGone: false,
  };
}

function readOrUndefined(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function readLinkOrUndefined(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
