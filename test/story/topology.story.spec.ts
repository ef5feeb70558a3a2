import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBinary, lacks } from '../support/lacks.js';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Ended {
  code: number;
  lines: string[];
}

const runTopology = async (env: Record<string, string | undefined>, ...args: string[]): Promise<Ended> => {
  const script = join(root, 'scripts/topology.mjs');
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code: code ?? 1, lines: text.trim().split('\n') };
};

const programs = ['redis-server', 'nginx'];
const missing = programs.filter(lacks);

if (missing.length > 0)
  describe('the deployed topology', () => {
    it(`did not run: this machine has no ${missing.join(' and no ')}`, () => {
      expect(programs.filter((name) => findBinary(name) === undefined)).toEqual(missing);
    });
  });
else
  describe('the deployed topology', () => {
    it('plays a season over two HTTP and two workers behind nginx with Redis, and leaves no process', async () => {
      const { code, lines } = await runTopology({}, '--seed', '68');
      if (code !== 0) throw new Error(lines.join('\n'));
      expect(lines.at(-1)).toMatch(
        /^OK: \d+ promises held, 2 HTTP and 2 workers behind nginx on Redis, all stopped, \d+ s$/,
      );
    });
  });

describe('the topology’s own tools', () => {
  interface Tools {
    deriveProxyConf(text: string, places: { home: string; port: number; upstreams: string[] }): string;
    findPrograms(names: string[]): Record<string, string>;
    findSurvivors(home: string, parts: unknown[]): string[];
  }
  const load = async (name: string): Promise<Tools> =>
    (await import(join(root, `scripts/topology/${name}.mjs`))) as Tools;
  const places = { home: '/srv/here', port: 1234, upstreams: ['127.0.0.1:1', '127.0.0.1:2'] };

  it('change of the deployed nginx.conf only where things lie', async () => {
    const { deriveProxyConf } = await load('derive-proxy-conf');
    const deployed = read('deploy/nginx.conf').split('\n');
    const derived = deriveProxyConf(deployed.join('\n'), places).split('\n');
    const changed = derived.filter((line) => !deployed.includes(line)).map((line) => line.trim());
    expect(changed).toEqual([
      'pid /srv/here/nginx.pid;',
      ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
        (kind) => `${kind}_temp_path /srv/here/nginx-${kind};`,
      ),
      'server 127.0.0.1:1 max_fails=1 fail_timeout=2s;',
      'server 127.0.0.1:2 max_fails=1 fail_timeout=2s;',
      'listen 127.0.0.1:1234;',
    ]);
    expect(derived.join('\n')).not.toMatch(/http-1|resolver|\/tmp\//);
  });

  it.each(['pid', 'listen', 'temp', 'upstream'])(
    'refuse an nginx.conf that has lost its mark for %s',
    async (mark) => {
      const { deriveProxyConf } = await load('derive-proxy-conf');
      const faulty = read('deploy/nginx.conf').replace(`# place: ${mark}`, '#');
      expect(() => deriveProxyConf(faulty, places)).toThrow(`no mark "place: ${mark}"`);
    },
  );

  it('name every program that is missing and how to install it', async () => {
    const { findPrograms } = await load('find-program');
    expect(() => findPrograms(['no-such-server', 'nor-this', 'sh'])).toThrow(
      'no-such-server and nor-this not found: sudo apt-get install no-such-server nor-this',
    );
    expect(findPrograms(['sh'])).toEqual({ sh: findBinary('sh') });
  });

  it('see a process that was left behind, also one that they did not start themselves', async () => {
    const { findSurvivors } = await load('launch');
    const home = `/tmp/sepikul-planted-${process.pid}`;
    const child = spawn('sleep', ['30'], {
      env: { ...process.env, SEPIKUL_TOPOLOGY: home },
      stdio: 'ignore',
    });
    await once(child, 'spawn');
    try {
      expect(findSurvivors(home, [])).toEqual([expect.stringContaining(String(child.pid))]);
    } finally {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    expect(findSurvivors(home, [])).toEqual([]);
  });
});
