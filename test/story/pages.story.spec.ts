import { randomUUID } from 'node:crypto';
import request, { type Response } from 'supertest';
import { builtFile, builtScreens } from '../support/built-web.js';
import { anOpenPool } from '../support/given.js';
import { signIn, startRiver, until, type River } from '../support/river.js';

/** The pages of the web app as a client gets them, without a browser. */
describe('the pages', () => {
  let river: River;
  let poolId: string;

  beforeAll(async () => {
    river = await startRiver();
    const organiser = await signIn(river, 'organiser-officer');
    ({ poolId } = await anOpenPool(organiser));
  });
  afterAll(() => river.stop());

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    Promise.resolve(request(river.baseUrl).get(path).set(headers));
  it('are rendered with what anybody may know, and with what the browser begins with', async () => {
    const { status, text, headers } = await get('/putaran');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toContain('Putaran uji');
    expect(text).toContain(`href="/putaran/${poolId}"`);
    const [, json] = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(text) ?? [];
    expect(JSON.stringify(JSON.parse(json ?? ''))).toContain(poolId);
  });

  it('speak Bahasa Indonesia first, whatever the browser prefers, and English by the link or the choice', async () => {
    const first = await get('/', { 'accept-language': 'en-GB,en' });
    expect(first.text).toContain('<html lang="id">');
    expect(first.text).toContain('Yang berat dipikul bersama');
    for (const english of [await get('/?lang=en'), await get('/', { cookie: 'lang=en' })]) {
      expect(english.text).toContain('<html lang="en">');
      expect(english.text).toContain('What is heavy is shouldered together');
    }
    expect((await get('/?lang=id', { cookie: 'lang=en' })).text).toContain('<html lang="id">');
    expect((await get('/', { cookie: 'lang="><script>' })).text).toContain('<html lang="id">');
  });

  it('take the theme that was chosen, and no other text', async () => {
    expect((await get('/', { cookie: 'theme=dark' })).text).toContain('<html lang="id" data-theme="dark">');
    expect((await get('/', { cookie: 'theme=purple' })).text).toContain('<html lang="id">');
    expect((await get('/')).headers.vary).toMatch(/cookie/i);
  });

  it('say that there is no such page', async () => {
    const { status, text } = await get('/tidak-ada');
    expect(status).toBe(404);
    expect(text).toContain('Halaman ini tidak ada');
    expect((await get('/assets/none-1234.js')).status).toBe(404);
  });

  it('leave what is not theirs alone', async () => {
    const api = await get('/api/v1/tidak-ada');
    expect(api.status).toBe(404);
    expect(api.headers['content-type']).toMatch(/problem\+json/);
    expect((await Promise.resolve(request(river.baseUrl).post('/putaran').send({}))).status).toBe(404);
    expect((await get('/health/live')).headers['content-type']).toMatch(/json/);
  });

  it('hold nothing of anybody, whoever asks: what is somebody’s own is fetched by the browser', async () => {
    const officer = await signIn(river, 'organiser-officer');
    const plain = await get('/akun');
    const asked = await get('/akun', { authorization: `Bearer ${officer.token}`, cookie: 'session=1' });
    expect(asked.text).toBe(plain.text);
    expect(plain.text).toContain('memerlukan JavaScript');
  });

  it('pass no rights of the asker on: a draft is not shown to its organiser either', async () => {
    const officer = await signIn(river, 'organiser-officer');
    const draft = await officer.post('pools', {
      organiserId: officer.partyId,
      title: 'Rancangan rahasia',
      regionCode: '35.71',
      closesAt: new Date(Date.now() + 3_600_000).toISOString(),
      biddingPeriodS: 3600,
      neededFrom: '2026-12-01',
      neededUntil: '2099-12-31',
      items: [{ packCode: 'GULA/XSA50' }],
    });
    expect(draft.status).toBe(201);
    const { text } = await get('/putaran', { authorization: `Bearer ${officer.token}` });
    expect(text).not.toContain('Rancangan rahasia');
  });

  it('carry the shield: no script but our own, no frame, no guessing of types', async () => {
    for (const path of ['/', '/putaran', '/tidak-ada', builtFile('shell')]) {
      const { headers } = await get(path);
      expect(headers['content-security-policy']).toMatch(/script-src 'self'(;|$)/);
      expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'/);
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['permissions-policy']).toContain('geolocation=()');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
    }
    const { text } = await get('/');
    expect(text).not.toMatch(/ style="/);
    const scripts = text.match(/<script[^>]*>/g) ?? [];
    expect(scripts.filter((tag) => !tag.includes('src="/') && !tag.includes('application/json'))).toEqual([]);
  });

  it('come with files that never change under their name, packed once', async () => {
    for (const [accepted, packed] of [
      ['br', 'br'],
      ['gzip', 'gzip'],
    ] as const) {
      const { status, headers } = await get(builtFile('shell'), { 'accept-encoding': accepted });
      expect(status).toBe(200);
      expect(headers['content-encoding']).toBe(packed);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(headers['content-type']).toMatch(/javascript/);
    }
    const page = await get('/', { 'accept-encoding': 'gzip' });
    expect(page.headers['content-encoding']).toBe('gzip');
    expect(page.headers['cache-control']).toBe('no-cache');
  });

  it('come with what makes them installable, asked for anew each time', async () => {
    for (const [path, kind] of [
      ['/service-worker.js', /javascript/],
      ['/manifest.webmanifest', /manifest\+json/],
      ['/icon-192.png', /png/],
      ['/icon-512.png', /png/],
      ['/icon.svg', /svg/],
    ] as const) {
      const { status, headers } = await get(path);
      expect([path, status]).toEqual([path, 200]);
      expect(headers['content-type']).toMatch(kind);
      expect(headers['cache-control']).toBe('no-cache');
    }
    const shell = await get('/shell');
    expect(shell.text).toContain('<div id="app"></div>');
    expect(shell.text).not.toContain('id="data"');
  });

  it('keep what the build keeps for itself', async () => {
    for (const path of ['/.vite/manifest.json', '/index.html', '/assets/../../server/server.js']) {
      const { text } = await get(path);
      expect(text).toMatch(/^<!doctype html>/);
      expect(text).not.toContain('<!--screen-->');
    }
  });

  it('count for who reads them: beyond the limit the screen says so', async () => {
    const url = await river.addHttp({ RATE_READS: '5' });
    const limited = await until('the reader of pages has read enough', async () => {
      const { text } = await request(url).get('/putaran');
      return text.includes('Putaran uji') ? undefined : text;
    });
    expect(limited).toContain('notice-warning');
    const { status, headers } = await request(url).get('/putaran');
    expect(status).toBe(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(headers['cache-control']).toBe('no-store');
    expect((await request(url).get('/api/v1/pools')).status).toBe(429);
  });

  it('are counted themselves too, also those that ask nothing', async () => {
    const url = await river.addHttp({ RATE_PAGES: '3' });
    const limited = await until('as many pages have been asked for as may be', async () => {
      const answer = await request(url).get('/masuk?lang=en');
      return answer.status === 429 ? answer : undefined;
    });
    expect(limited.text).toMatch(/<html lang="en">[^]*<h1[^>]*>Too many requests/);
    expect(limited.text).not.toMatch(/<script/);
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0);
    expect(limited.headers['content-security-policy']).toMatch(/script-src 'self'(;|$)/);
    // What the page is made of, and the API, are counted for themselves.
    expect((await request(url).get('/manifest.webmanifest')).status).toBe(200);
    expect((await request(url).get('/api/v1/pools')).status).toBe(200);
  });

  /** Every screen for anyone whose path names something, with a name that nothing has. */
  it('say in their status, too, that what they are about is not there', async () => {
    const nothing: Readonly<Record<string, string>> = { code: 'TIDAK-ADA', slug: 'tidak-ada' };
    const screens = (await builtScreens()).filter(({ who, path }) => who === 'anyone' && path.includes(':'));
    expect(screens.length).toBeGreaterThan(5);
    const answered = await Promise.all(
      screens.map(async ({ path }) => {
        const filled = path.replace(/:(\w+)/g, (_, name: string) => nothing[name] ?? randomUUID());
        const { status, text } = await get(filled);
        return [path, status, /<main[^>]*>[^]*<h[12]/.test(text)];
      }),
    );
    expect(answered).toEqual(screens.map(({ path }) => [path, 404, true]));
  });

  it('are there with what they have where only a part is refused', async () => {
    expect((await get(`/putaran/${poolId}`)).status).toBe(200);
    for (const { path, who } of await builtScreens())
      if (who === 'anyone' && !path.includes(':'))
        expect([path, (await get(path)).status]).toEqual([path, 200]);
  });
});
