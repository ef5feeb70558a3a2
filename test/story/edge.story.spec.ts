import { execFile } from 'node:child_process';
import { connect } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import request, { type Response } from 'supertest';
import { packageRoot } from '../../src/platform/package-root.js';
import { PASSWORD, signIn, startRiver, type River } from '../support/river.js';

const CANARY = 'kenari-5b1d-rahasia';

const signInAt = async (baseUrl: string, login: string): Promise<string> => {
  const answer = await request(baseUrl).post('/api/v1/sessions').send({ login, password: PASSWORD });
  return (answer.body as { token: string }).token;
};

describe('the edge', () => {
  let river: River;
  beforeAll(async () => {
    river = await startRiver({ workers: 0 });
  });
  afterAll(() => river.stop());

  const get = (path: string, baseUrl = river.baseUrl): Promise<Response> =>
    Promise.resolve(request(baseUrl).get(path));

  it.each([
    ['an answer', '/api/v1/units', 200],
    ['a refusal', '/api/v1/me', 401],
    ['an address that is none', '/nowhere', 404],
    ['an address that cannot be read', '/api/v1/pools/%ff', 404],
    ['the description', '/docs/openapi.json', 200],
  ])('shields %s', async (_, path, status) => {
    const { status: got, headers } = await get(path);
    expect(got).toBe(status);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['strict-transport-security']).toContain('max-age=');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
    if (path.startsWith('/api')) expect(headers['cache-control']).toBe('no-store');
  });

  it('shields what is no HTTP, too', async () => {
    const { hostname, port } = new URL(river.baseUrl);
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(Number(port), hostname, () => socket.write('nonsense\r\n\r\n'));
      socket
        .on('data', (part: Buffer) => (text += part.toString()))
        .on('close', () => {
          resolve(text);
        });
    });
    expect(answer).toContain("Content-Security-Policy: default-src 'none'");
    expect(answer).not.toContain('    at ');
  });

  it('lets the page at /docs run its own scripts and no others, and all of them are there', async () => {
    const { text, headers } = await get('/docs');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    const scripts = [...text.matchAll(/<script([^>]*)>([^<]*)/g)];
    expect(scripts.length).toBeGreaterThan(2);
    for (const [, attributes = '', content = ''] of scripts) {
      expect(content.trim()).toBe('');
      const source = /src="([^"]+)"/.exec(attributes)?.[1] ?? '';
      const { status, headers: own } = await get(new URL(source, 'http://here/').pathname);
      expect([source, status, own['content-type']]).toEqual([
        source,
        200,
        expect.stringContaining('javascript'),
      ]);
    }
    expect(text).not.toMatch(/\son\w+=/);
    expect(text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  it('lets no page of another origin in, and of those in the setting only', async () => {
    const ask = (baseUrl: string, origin: string): Promise<Response> =>
      Promise.resolve(
        request(baseUrl)
          .options('/api/v1/sessions')
          .set('Origin', origin)
          .set('Access-Control-Request-Method', 'POST'),
      );
    const closed = await ask(river.baseUrl, 'https://evil.example');
    expect(closed.headers['access-control-allow-origin']).toBeUndefined();
    const open = await river.addHttp({ CORS_ORIGINS: 'https://belanja.example, https://dapur.example' });
    const allowed = await ask(open, 'https://dapur.example');
    expect(allowed.headers['access-control-allow-origin']).toBe('https://dapur.example');
    expect(allowed.headers['access-control-allow-headers']).toContain('Idempotency-Key');
    expect(allowed.headers['access-control-allow-credentials']).toBeUndefined();
    for (const other of ['https://evil.example', 'null', 'https://belanja.example.evil.example'])
      expect((await ask(open, other)).headers['access-control-allow-origin']).toBeUndefined();
  });

  it('counts by class: sign-ins of an address, and a signed-in person apart from their address', async () => {
    const paced = await river.addHttp({ RATE_SIGN_INS: '3', RATE_READS: '5', RATE_WRITES: '2' });
    const token = await signInAt(paced, 'observer');
    const units = (headers: Record<string, string> = {}): Promise<Response> =>
      Promise.resolve(request(paced).get('/api/v1/units').set(headers));
    const own = { Authorization: `Bearer ${token}` };

    for (let count = 0; count < 5; count += 1) expect((await units()).status).toBe(200);
    const turned = await units();
    expect(turned.body).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS' });
    expect(Number(turned.headers['retry-after'])).toBeGreaterThan(0);
    expect(turned.headers.ratelimit).toMatch(/^"read";r=0;t=\d+$/);
    expect(turned.headers['ratelimit-policy']).toBe('"read";q=5;w=60');
    // The village's other telephones, and whoever is signed in behind the same address.
    expect((await units({ 'X-Forwarded-For': '36.70.1.9' })).status).toBe(200);
    expect((await units(own)).status).toBe(200);
    // Signing in is counted apart from looking around: 2 of 3 are left.
    const tried = [];
    for (let count = 0; count < 3; count += 1)
      tried.push(
        await request(paced).post('/api/v1/sessions').send({ login: 'nobody', password: 'nothing' }),
      );
    expect(tried.map(({ status }) => status)).toEqual([401, 401, 429]);
    // A person's own limit holds for that person, wherever they come from.
    for (let count = 0; count < 4; count += 1) expect((await units(own)).status).toBe(200);
    expect((await units({ ...own, 'X-Forwarded-For': '36.70.1.10' })).status).toBe(429);
  });

  it('turns an address away that sends dead tokens, but no session that is alive', async () => {
    const paced = await river.addHttp({ RATE_READS: '5' });
    const token = await signInAt(paced, 'observer');
    const me = (bearer: string): Promise<Response> =>
      Promise.resolve(request(paced).get('/api/v1/me').set('Authorization', `Bearer ${bearer}`));
    expect((await me(token)).status).toBe(200);
    const dead = [];
    for (let count = 0; count < 7; count += 1) dead.push((await me(`${'A'.repeat(42)}${count}`)).status);
    expect(dead.slice(0, 3)).toEqual([401, 401, 401]);
    expect(dead.at(-1)).toBe(429);
    expect((await me(token)).status).toBe(200);
  });

  it('keeps bodies and pages small', async () => {
    const { token } = await signIn(river, 'observer');
    const page = (limit: string): Promise<Response> =>
      Promise.resolve(
        request(river.baseUrl).get(`/api/v1/parties?limit=${limit}`).set('Authorization', `Bearer ${token}`),
      );
    expect((await page('200')).status).toBe(200);
    for (const limit of ['201', '0', '-1', '1e3', '99999999999999999999'])
      expect([limit, (await page(limit)).status]).toEqual([limit, 400]);
    const huge = await request(river.baseUrl)
      .post('/api/v1/sessions')
      .set('Content-Type', 'application/json')
      .send(`"${'x'.repeat(256 * 1024)}"`);
    expect(huge.status).toBe(413);
  });

  it('writes no secret to its log, whatever is sent to it, and tells no stack', async () => {
    const loud = await river.addHttp({ LOG_LEVEL: 'debug' });
    const secret = (word: string): string => `${CANARY}-${word}`;
    const token = await signInAt(loud, 'observer');
    const answers = await Promise.all([
      request(loud)
        .post('/api/v1/sessions')
        .send({ login: 'observer', password: secret('password') }),
      request(loud)
        .post('/api/v1/sessions')
        .send({ login: 'observer', password: PASSWORD, totpCode: secret('totp') }),
      request(loud)
        .post('/api/v1/sessions')
        .set('Content-Type', 'application/json')
        .send(`{"${secret('torn')}`),
      request(loud)
        .get('/api/v1/me')
        .set('Authorization', `Bearer ${secret('bearer')}`),
      request(loud)
        .get('/api/v1/me')
        .set('Cookie', `session=${secret('cookie')}`),
      request(loud).get(`/api/v1/parties?q=${secret('query')}&token=${secret('token')}`),
      request(loud)
        .get('/api/v1/units')
        .set('Idempotency-Key', secret('key'))
        .set('X-Other', secret('other')),
    ]);
    for (const { text } of answers) expect(text).not.toMatch(/\n\s+at |node_modules|\.js:\d+/);
    // The database is taken away beneath it: what fails now fails inside.
    await river.database.owner.query('ALTER TABLE party RENAME TO party_away');
    const failed = await request(loud)
      .get(`/api/v1/parties?q=${secret('inside')}`)
      .set('Authorization', `Bearer ${token}`);
    await river.database.owner.query('ALTER TABLE party_away RENAME TO party');
    expect(failed.body).toMatchObject({ status: 500, code: 'INTERNAL_ERROR' });
    expect(failed.text).not.toMatch(/party_away|relation|\n\s+at /);
    const log = river.written.join('\n');
    expect(log).toContain('request failed');
    expect(log).toContain('"path":"/api/v1/parties"');
    expect(log).not.toContain(CANARY);
    expect(log).not.toContain(token);
    expect(log).not.toContain(PASSWORD);
  });

  it.each(['main.js', 'worker.js'])('names no password when %s cannot reach its database', async (file) => {
    const ended = await promisify(execFile)(process.execPath, [join(packageRoot(), 'dist', file)], {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        DATABASE_URL: `postgresql://sepikul_app:${CANARY}@127.0.0.1:1/none`,
        REDIS_URL: `redis://:${CANARY}@127.0.0.1:1`,
      },
    }).catch((error: unknown) => error as { stdout: string; stderr: string });
    expect(ended.stderr).toContain('ECONNREFUSED');
    expect(`${ended.stdout}${ended.stderr}`).not.toContain(CANARY);
  });
});
