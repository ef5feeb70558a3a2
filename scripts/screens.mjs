/**
 * `npm run screens`: takes the pictures under docs/screens/ anew, of the fixed season on a throw-away database, mostly
 * at the width of a phone. `-- --url http://localhost:3000` takes them of a running system with the demo people.
 */
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs', 'screens');
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const PASSWORD = 'sepikul-demo';
const sizes = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 900 } };

const fromBuild = (file) => import(join(root, 'dist', file));

/** The whole product with its first season and the pool after it. */
const startPlayed = async () => {
  const [{ loadConfig }, { openEmbedded }, system, { startLocalGateway }, season, { tellGateway }] =
    await Promise.all([
      fromBuild('platform/config/load-config.js'),
      fromBuild('process/open-database.js'),
      fromBuild('process/run-system.js'),
      fromBuild('local-gateway/index.js'),
      fromBuild('season/index.js'),
      fromBuild('cli/gateway/start-own-gateway.js'),
    ]);
  const home = await mkdtemp(join(tmpdir(), 'sepikul-screens-'));
  await chmod(home, 0o755);
  const gateway = await startLocalGateway({ completesPayouts: true });
  const config = loadConfig({ LOG_LEVEL: 'warn', PORT: '0', RATE_READS: '100000', ...gateway.settings });
  const database = await openEmbedded(join(home, 'pg18'), { durable: false });
  await system.prepareDatabase(database);
  const running = await system.runSystem(config, database);
  tellGateway(gateway, running.http.url);
  const scene = { baseUrl: running.http.url, password: PASSWORD };
  await season.playSeason({ ...scene, seed: null, gateway });
  await season.openNextPool(scene);
  return {
    baseUrl: running.http.url,
    stop: async () => {
      await running.stop();
      await database.stop();
      await gateway.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
};

const asked = process.argv.indexOf('--url');
const played =
  asked > 0 ? { baseUrl: process.argv[asked + 1], stop: async () => undefined } : await startPlayed();
const { baseUrl } = played;

const call = async (path, token) => {
  const answer = await fetch(`${baseUrl}/api/v1${path}`, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
};

const sessions = new Map();
const sessionOf = async (login) => {
  if (!sessions.has(login)) {
    const answer = await fetch(`${baseUrl}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login, password: PASSWORD }),
    });
    const { token, expiresAt, person, memberships } = await answer.json();
    sessions.set(login, { token, expiresAt, person, memberships, partyId: memberships[0]?.partyId });
  }
  return sessions.get(login);
};

const pools = (await call('/pools?limit=20')).data;
const open = pools.find(({ state }) => state === 'open');
const done =
  pools.find(({ state, purpose }) => state === 'settled' && purpose !== 'practice') ?? pools.at(-1);
const lots = (await call(`/pools/${done.id}/lots`)).data;
const lot = lots.find(({ state }) => state === 'awarded' || state === 'closed') ?? lots[0];
const KOPERASI = 'kop-32.71.01.1001';
const koperasi = await sessionOf(KOPERASI);
const drops = (await call('/drops?limit=20', koperasi.token)).data;

/** What is shown of the product, by the name of its picture. A path that this build does not have is left out. */
const pictures = [
  { name: 'depan', path: '/' },
  { name: 'depan-lebar', path: '/', size: 'desktop' },
  { name: 'putaran', path: `/putaran/${open?.id}` },
  { name: 'putaran-gelap', path: `/putaran/${open?.id}`, theme: 'dark' },
  { name: 'pesan', path: `/putaran/${open?.id}/pesan`, login: KOPERASI },
  { name: 'beranda', path: '/beranda', login: KOPERASI },
  { name: 'tagihan', path: '/tagihan', login: KOPERASI },
  ...(drops[0] === undefined ? [] : [{ name: 'kiriman', path: `/kiriman/${drops[0].id}`, login: KOPERASI }]),
  { name: 'hasil', path: `/putaran/${done.id}/hasil` },
  { name: 'penetapan-lebar', path: `/paket/${lot?.id}/penetapan`, size: 'desktop' },
  { name: 'peta-lebar', path: '/peta', size: 'desktop' },
  { name: 'harga', path: '/harga/beras' },
  { name: 'pemasok', path: '/beranda', login: 'supplier-1' },
  { name: 'penyelenggara', path: '/beranda', login: 'organiser-officer' },
];

if (!existsSync(CHROMIUM))
  throw new Error(`there is no ${CHROMIUM}: apt-get install chromium, or set CHROMIUM`);
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
try {
  for (const { name, path, size = 'phone', theme = 'light', login } of pictures) {
    const context = await browser.newContext({
      ...{ viewport: sizes[size], colorScheme: theme, reducedMotion: 'reduce', serviceWorkers: 'block' },
      deviceScaleFactor: size === 'phone' ? 2 : 1,
    });
    const session = login === undefined ? null : JSON.stringify(await sessionOf(login));
    if (session !== null)
      await context.addInitScript(`localStorage.setItem('sepikul.session', ${JSON.stringify(session)})`);
    const page = await context.newPage();
    const answer = await page.goto(`${baseUrl}${path}`);
    if (answer.status() === 200) {
      await page.waitForSelector('main h1');
      await page.waitForSelector('.loading', { state: 'detached' });
      await page.waitForTimeout(500);
      await page.screenshot({ path: join(folder, `${name}.png`) });
      console.log(`docs/screens/${name}.png  ${path}`);
    } else console.log(`(${name}: ${path} answered ${answer.status()})`);
    await context.close();
  }
} finally {
  await browser.close();
  await played.stop();
}
