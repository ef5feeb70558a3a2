import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { handOver } from './choose-account.js';
import { SHELTER } from './find-binaries.js';
import { findPostmaster } from './find-postmaster.js';
import { inspectProcess } from './inspect-process.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded-postgres.js';
import { stopPostmaster } from './stop-postmaster.js';

/** Another process cannot run our TypeScript; it takes the build, which every test run makes first. */
const BUILT = join(import.meta.dirname, '../../../dist/platform/embedded/start-embedded-postgres.js');

const OWNER_SCRIPT = `
  import { startEmbeddedPostgres } from ${JSON.stringify(pathToFileURL(BUILT).href)};
  const running = await startEmbeddedPostgres({ dataDir: process.argv[1], durable: false });
  console.log(JSON.stringify({ port: running.port }));
  process.on('SIGTERM', () => void running.stop().then(() => process.exit(0)));
  setInterval(() => undefined, 1000);
`;

const isRoot = process.getuid?.() === 0;

describe('startEmbeddedPostgres', () => {
  let home = '';
  let dataDir = '';
  let owner: ChildProcess | undefined;
  let running: EmbeddedPostgres | undefined;

  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), 'sepikul-pg-'));
    // As mkdtemp makes it, root's database user could not enter; one test wants exactly that.
    await chmod(home, 0o755);
    dataDir = join(home, 'pg18');
  });

  afterEach(async () => {
    owner?.kill('SIGKILL');
    await running?.stop();
    const orphan = findPostmaster(dataDir);
    if (orphan) await stopPostmaster(orphan);
    if (running?.dataDir.startsWith(SHELTER)) rmSync(dirname(running.dataDir), { recursive: true });
    owner = running = undefined;
    rmSync(home, { recursive: true, force: true });
  });

  const start = async (durable = false): Promise<EmbeddedPostgres> => {
    running = await startEmbeddedPostgres({ dataDir, durable });
    return running;
  };

  it('serves UTC, UTF-8 and a collation of its own over 127.0.0.1 alone, as far as asked without fsync', async () => {
    const { adminUrl, dataDir: place, adopted } = await start();
    expect({ place, adopted }).toEqual({ place: dataDir, adopted: false });
    const told = await ask(
      adminUrl,
      `select current_setting('server_encoding') as encoding, current_setting('timezone') as zone,
              current_setting('listen_addresses') as door, current_setting('fsync') as fsync,
              (select datlocale from pg_database where datname = 'template1') as collation,
              (select string_agg(name, '' order by name) from (values ('b'), ('A'), ('a')) as n(name)) as sorted`,
    );
    expect(told).toEqual([
      { encoding: 'UTF8', zone: 'UTC', door: '127.0.0.1', fsync: 'off', collation: 'C.UTF-8', sorted: 'Aab' },
    ]);
  });

  it('leaves no process, no pid file and no claim when stopped, however often', async () => {
    const server = await start();
    const pid = pidOfServer(server);
    await Promise.all([server.stop(), server.stop()]);
    await server.stop();
    expect(inspectProcess(pid)).toBeUndefined();
    expect(readdirSync(home).sort()).toEqual(['pg18', 'pg18.log', 'pg18.secret.json']);
    expect(existsSync(join(dataDir, 'postmaster.pid'))).toBe(false);
  });

  it('keeps data and password from one start to the next, the password in a file of mode 0600', async () => {
    const first = await start();
    await ask(first.adminUrl, `create table kept as select 'beras' as name`);
    await first.stop();
    const second = await start();
    expect(await ask(second.adminUrl, 'select name from kept')).toEqual([{ name: 'beras' }]);
    expect(new URL(second.adminUrl).password).toBe(new URL(first.adminUrl).password);
    expect(statSync(`${dataDir}.secret.json`).mode & 0o777).toBe(0o600);
  });

  it('refuses every other password', async () => {
    const url = new URL((await start()).adminUrl);
    url.password = 'wrong';
    await expect(ask(url.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('makes a new password known to the data when the file with the old one is lost', async () => {
    const first = await start();
    await ask(first.adminUrl, `create table kept as select 'beras' as name`);
    await first.stop();
    rmSync(`${dataDir}.secret.json`);
    const second = await start();
    expect(new URL(second.adminUrl).password).not.toBe(new URL(first.adminUrl).password);
    expect(await ask(second.adminUrl, 'select name from kept')).toEqual([{ name: 'beras' }]);
  });

  it('adopts the server of an owner killed with kill -9, and stops it as its own', async () => {
    const port = await startOwner();
    await killOwner();
    const server = await start();
    expect({ adopted: server.adopted, port: server.port }).toEqual({ adopted: true, port });
    const pid = pidOfServer(server);
    expect(await ask(server.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
    expect(inspectProcess(pid)).toBeUndefined();
  });

  it('leaves no server behind when a signal ends an owner that did not listen for it', async () => {
    await startOwner();
    const pid = findPostmaster(dataDir)?.pid ?? 0;
    expect(pid).toBeGreaterThan(0);
    const ended = once(owner!, 'exit');
    owner?.kill('SIGINT');
    expect(await ended).toEqual([130, null]);
    await until(() => inspectProcess(pid) === undefined);
  });

  it('stops an orphan that ran with other settings and starts its own, so fsync is what was asked', async () => {
    await startOwner();
    const orphan = findPostmaster(dataDir)?.pid ?? 0;
    await killOwner();
    const server = await start(true);
    expect(server.adopted).toBe(false);
    expect(inspectProcess(orphan)).toBeUndefined();
    expect(await ask(server.adminUrl, 'show fsync')).toEqual([{ fsync: 'on' }]);
  });

  it('recovers what was committed when the server itself was killed', async () => {
    const first = await start(true);
    await ask(first.adminUrl, `create table kept as select 'beras' as name`);
    process.kill(pidOfServer(first), 'SIGKILL');
    await first.stop();
    const second = await start(true);
    expect(await ask(second.adminUrl, 'select name from kept')).toEqual([{ name: 'beras' }]);
  });

  it('says that the server is gone when somebody else ended it, and not when it was stopped', async () => {
    const first = await start();
    let isLost = false;
    void first.lost.then(() => (isLost = true));
    await first.stop();
    const second = await start();
    process.kill(pidOfServer(second), 'SIGKILL');
    await second.lost;
    expect(isLost).toBe(false);
  });

  it('refuses while another living process owns the data, which is left running', async () => {
    const port = await startOwner();
    await expect(start()).rejects.toMatchObject({ code: 'DATA_IN_USE' });
    expect(findPostmaster(dataDir)?.port).toBe(port);
  });

  it('refuses a second start of the same data in this process, which is left running', async () => {
    const { adminUrl } = await start();
    const second = startEmbeddedPostgres({ dataDir, durable: false });
    await expect(second).rejects.toMatchObject({ code: 'DATA_IN_USE' });
    expect(await ask(adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('gives the data to exactly one of several that start at once', async () => {
    await (await start()).stop();
    const starts = await Promise.allSettled(
      [1, 2, 3].map(() => startEmbeddedPostgres({ dataDir, durable: false })),
    );
    const won = starts.filter((one) => one.status === 'fulfilled');
    running = won[0]?.value;
    expect(won).toHaveLength(1);
  });

  it('starts over the pid file of a dead server and over one whose pid is a stranger by now', async () => {
    const first = await start();
    const dead = pidOfServer(first);
    await first.stop();
    for (const pid of [dead, process.pid]) {
      writePidFile(pid);
      const server = await start();
      expect(server.adopted).toBe(false);
      await server.stop();
    }
    expect(inspectProcess(process.pid)).toBeDefined();
  });

  it('initialises again where an initialisation stopped half way, and keeps the remains aside', async () => {
    mkdirSync(join(dataDir, 'base', '1'), { recursive: true });
    mkdirSync(join(dataDir, 'global'));
    writeFileSync(join(dataDir, 'PG_VERSION'), '');
    const { adminUrl } = await start();
    expect(await ask(adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(`${dataDir}.incomplete`)).toBe(true);
  });

  it('initialises again after its owner was killed with kill -9 during the first initialisation', async () => {
    spawnOwner();
    await until(() => readdirSync(home).some((name) => name.startsWith('pg18.init-')));
    await killOwner();
    expect(existsSync(dataDir)).toBe(false);
    const { adminUrl } = await start();
    expect(await ask(adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(readdirSync(home).filter((name) => name.startsWith('pg18.init-'))).toEqual([]);
  });

  it('refuses a folder that holds somebody’s files, and touches none of them', async () => {
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'skripsi.txt'), 'bab 1');
    await expect(start()).rejects.toMatchObject({ code: 'DATA_NOT_A_CLUSTER' });
    expect(readFileSync(join(dataDir, 'skripsi.txt'), 'utf8')).toBe('bab 1');
  });

  it('refuses data of another major version and says which', async () => {
    await (await start()).stop();
    writeFileSync(join(dataDir, 'PG_VERSION'), '17\n');
    await expect(start()).rejects.toMatchObject({ code: 'DATA_OF_ANOTHER_VERSION' });
  });

  it('finds the same data again below a folder of mode 0700, and says so when it lies elsewhere', async () => {
    await chmod(home, 0o700);
    const first = await start();
    await ask(first.adminUrl, `create table kept as select 'beras' as name`);
    await first.stop();
    const second = await start();
    expect(await ask(second.adminUrl, 'select name from kept')).toEqual([{ name: 'beras' }]);
    expect(second.dataDir).toBe(first.dataDir);
    expect(second.notice?.includes(second.dataDir) ?? false).toBe(isRoot);
    expect(second.dataDir !== dataDir).toBe(isRoot);
  });

  it('begins afresh below a folder of mode 0700 once everything in that folder was removed', async () => {
    await chmod(home, 0o700);
    const first = await start();
    await ask(first.adminUrl, `create table kept as select 'beras' as name`);
    await first.stop();
    for (const name of readdirSync(home)) rmSync(join(home, name), { recursive: true });
    const second = await start();
    expect(await ask(second.adminUrl, `select to_regclass('kept') as kept`)).toEqual([{ kept: null }]);
  });

  it('says nothing sealed in its log when a statement fails', async () => {
    const { adminUrl } = await start();
    await ask(adminUrl, 'create table bid (price bigint check (price < 5))');
    await expect(ask(adminUrl, 'insert into bid values (987654321)')).rejects.toMatchObject({
      code: '23514',
    });
    const log = readFileSync(`${dataDir}.log`, 'utf8');
    expect(log).toContain('violates check constraint');
    expect(log).not.toContain('987654321');
  });

  function spawnOwner(): ChildProcess {
    if (!existsSync(BUILT)) throw new Error(`${BUILT} is missing: run node scripts/prepare.mjs`);
    const args = ['--input-type=module', '--eval', OWNER_SCRIPT, dataDir];
    owner = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    return owner;
  }

  async function startOwner(): Promise<number> {
    const { stdout } = spawnOwner();
    if (!stdout) throw new Error('the owner has no output');
    const lines = createInterface({ input: stdout });
    const [line] = (await Promise.race([once(lines, 'line'), once(lines, 'close')])) as [string?];
    if (line === undefined) throw new Error('the owner ended before its database was ready');
    return (JSON.parse(line) as { port: number }).port;
  }

  async function killOwner(): Promise<void> {
    const pid = owner?.pid ?? 0;
    owner?.kill('SIGKILL');
    await until(() => inspectProcess(pid) === undefined);
  }

  function writePidFile(pid: number): void {
    const path = join(dataDir, 'postmaster.pid');
    writeFileSync(path, `${pid}\n${dataDir}\n1700000000\n5432\n\n127.0.0.1\n        1         1\nready   \n`);
    const { uid, gid } = statSync(dataDir);
    if (isRoot) handOver(path, { uid, gid });
  }
});

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

function pidOfServer({ dataDir }: EmbeddedPostgres): number {
  const pid = findPostmaster(dataDir)?.pid;
  if (pid === undefined) throw new Error('no server is running');
  return pid;
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('waited 20 s in vain');
    await sleep(5);
  }
}
