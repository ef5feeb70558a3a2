import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { cpus, loadavg, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse, { type Flags } from 'lighthouse';
import { chromium, type BrowserContext } from 'playwright-core';
import { median, print } from './support/figures.js';

/**
 * The pages on a slow phone (630 kbit/s, 300 ms, a processor a sixth as fast), by Lighthouse: the front page, a pool,
 * and the screen where a koperasi orders, each against what is wanted of it and against the same page on this machine
 * without a throttle. Lighthouse reckons the throttle from what it saw at full speed, so that what else the machine does
 * is multiplied too: the load stands beside each figure, and above one for each processor they say little. How fast a meter reaches a thousand who listen: `npm run bench -- meter`.
 * `npm run bench -- web [RUNS]`
 */
const RUNS = Number(process.argv[2] ?? 5);
const WANTED = { performance: 95, accessibility: 100, largestPaintMs: 2_000 } as const;
const KOPERASI = 'kop-32.71.01.1001';

interface Served {
  readonly child: ChildProcess;
  readonly url: string;
  readonly poolId: string;
  readonly password: string;
}

const serve = (): Promise<Served> =>
  new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'support', 'serve-season.js'), {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.once('message', (message: Omit<Served, 'child'>) => {
      resolve({ child, ...message });
    });
    child.once('exit', (code) => {
      reject(new Error(`the server ended with ${code}`));
    });
  });

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });

/** Signs the phone in, for the screens that are somebody's own. */
const signIn = async (context: BrowserContext, { url, password }: Served): Promise<void> => {
  const answer = await fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: KOPERASI, password }),
  });
  const { token, expiresAt, person, memberships } = (await answer.json()) as Record<string, unknown> & {
    memberships: { partyId: string }[];
  };
  const session = { token, expiresAt, person, memberships, partyId: memberships[0]?.partyId };
  const page = await context.newPage();
  await page.goto(`${url}/masuk`);
  await page.evaluate(`localStorage.setItem('sepikul.session', ${JSON.stringify(JSON.stringify(session))})`);
  await page.close();
};

const screen = { mobile: true, width: 360, height: 740, deviceScaleFactor: 2, disabled: false };
const slow = { rttMs: 300, throughputKbps: 630, cpuSlowdownMultiplier: 6 };
const unthrottled = { rttMs: 0, throughputKbps: 0, cpuSlowdownMultiplier: 1 };

interface Seen {
  readonly performance: number;
  readonly accessibility: number;
  readonly largestPaintMs: number;
  readonly blockedMs: number;
}

const look = async (url: string, port: number, isSlow: boolean): Promise<Seen> => {
  const flags: Flags = {
    port,
    logLevel: 'error',
    output: 'json',
    onlyCategories: ['performance', 'accessibility'],
    formFactor: 'mobile',
    screenEmulation: screen,
    throttlingMethod: isSlow ? 'simulate' : 'provided',
    throttling: isSlow ? slow : unthrottled,
    // The session stays; the caches are emptied by Lighthouse each time all the same.
    disableStorageReset: true,
    // A meter's stream stays open: nothing loads any more, and Lighthouse would wait for its end.
    maxWaitForLoad: 15_000,
  };
  const result = await lighthouse(url, flags);
  if (result === undefined) throw new Error(`Lighthouse said nothing of ${url}`);
  const { categories, audits, runtimeError } = result.lhr;
  if (runtimeError !== undefined) throw new Error(`${url}: ${runtimeError.message}`);
  return {
    performance: Math.round((categories.performance?.score ?? 0) * 100),
    accessibility: Math.round((categories.accessibility?.score ?? 0) * 100),
    largestPaintMs: audits['largest-contentful-paint']?.numericValue ?? NaN,
    blockedMs: audits['total-blocking-time']?.numericValue ?? NaN,
  };
};

const served = await serve();
const port = await freePort();
const profile = await mkdtemp(join(tmpdir(), 'sepikul-bench-chromium-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-dev-shm-usage',
    // A phone has no pages of the browser's own that are drawn beside the one it loads.
    '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup',
    `--remote-debugging-port=${port}`,
  ],
});
// Nor does the phone measure itself: Lighthouse runs in this process.
setPriority(19);
const pool = `${served.url}/putaran/${served.poolId}`;
const pages = [
  { name: 'front page', url: `${served.url}/` },
  { name: 'a pool', url: pool },
  { name: 'ordering', url: `${pool}/pesan`, isSignedIn: true },
];
try {
  // The first render of a process is the slowest.
  for (const { url } of pages) await fetch(url).then((answer) => answer.text());
  for (const { name, url, isSignedIn = false } of pages) {
    if (isSignedIn) await signIn(context, served);
    const plain = await look(url, port, false);
    const runs: Seen[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await look(url, port, true));
    const of = (figure: (seen: Seen) => number): number => median(runs.map(figure));
    const paintMs = of(({ largestPaintMs }) => largestPaintMs);
    print(
      `web, ${name}: performance ${of(({ performance: score }) => score)} (wanted ${WANTED.performance}), ` +
        `accessibility ${of(({ accessibility }) => accessibility)} (wanted ${WANTED.accessibility}), ` +
        `largest paint ${(paintMs / 1000).toFixed(2)} s (wanted ${WANTED.largestPaintMs / 1000}), ` +
        `blocked ${of(({ blockedMs }) => blockedMs).toFixed(0)} ms; ` +
        `largest paint is ${(paintMs / plain.largestPaintMs).toFixed(1)} of that without a throttle; ` +
        `load ${(loadavg()[0] ?? NaN).toFixed(1)} on ${cpus().length} processors`,
    );
  }
} finally {
  await context.close();
  served.child.removeAllListeners('exit');
  served.child.disconnect();
}
