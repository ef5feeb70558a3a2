import { setTimeout as pause } from 'node:timers/promises';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
  type Request,
} from 'playwright-core';
import { findBinary } from './lacks.js';
import { PASSWORD, type River } from './river.js';
import { sayIn, type Language, type Say } from './say-in.js';

/** A real browser that visits the product: Debian's chromium, started once per file. */
export interface Visits {
  /** Somebody with a device of their own. Closed, and looked at for errors, by `leave` or at the end. */
  arrive(options?: Device): Promise<Visitor>;
  /** Ends all visits. @throws when a page of any has written an error that was not expected. */
  leave(): Promise<void>;
  /** Ends the browser too. */
  close(): Promise<void>;
}

export interface Device {
  /** `phone` is 360 x 740, `desktop` 1280 x 900, `narrow` 320 x 640. */
  readonly size?: keyof typeof sizes;
  readonly language?: Language;
  readonly theme?: 'light' | 'dark';
  readonly hasScript?: boolean;
  /** Whether a service worker may keep what was seen; left out: no, so that each visit is the first. */
  readonly keeps?: boolean;
  /** Where it visits; left out: the river's first process. */
  readonly baseUrl?: string;
}

/** More than any step takes, on a machine ten times slower than usual. */
const PATIENCE_MS = 90_000;

const sizes = {
  phone: { width: 360, height: 740 },
  desktop: { width: 1280, height: 900 },
  narrow: { width: 320, height: 640 },
} as const;

/** One person's device. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly language: Language;
  /** What they read, named in Bahasa Indonesia. */
  readonly say: Say;
  /** Goes to a path and waits until the screen has what it asked for. */
  go(path: string): Promise<void>;
  /** Waits until nothing on the screen is on its way any more: neither what it asked for nor the next screen. */
  settled(): Promise<void>;
  /** Presses a link, by its name or itself, and waits until the place it leads to has settled. */
  follow(link: string | Locator): Promise<void>;
  /** Through the form, as people do. */
  signIn(login: string, password?: string): Promise<void>;
  /** Begins with a session, where signing in is not what is tried. */
  arriveSignedIn(login: string, password?: string): Promise<void>;
  /** What the page may write as an error from now on: refusals that are part of the journey, a lost network. */
  expectErrors(...patterns: RegExp[]): void;
}

/** Waits until an expression holds, and what else is asked. Asked again and again, since the page's policy forbids to wait within the page. */
export const holds = async (page: Page, expression: string, isElse = () => true): Promise<void> => {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    // A page on its way to another cannot answer.
    const isSo = await page.evaluate<boolean>(`Boolean(${expression})`).catch(() => false);
    if (isSo && isElse()) return;
    if (Date.now() > deadline) throw new Error(`${page.url()}: waited in vain until ${expression}`);
    await pause(50);
  }
};

const visitorOf = (
  context: BrowserContext,
  page: Page,
  {
    baseUrl,
    hasScript,
    language,
    say,
  }: Required<Pick<Device, 'baseUrl' | 'hasScript' | 'language'>> & {
    readonly say: Say;
  },
  unexpected: string[],
): Visitor => {
  const expected: RegExp[] = [];
  const note = (text: string): void => {
    if (!expected.some((pattern) => pattern.test(text))) unexpected.push(`${page.url()}: ${text}`);
  };
  page.on('console', (message) => {
    if (message.type() === 'error') note(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => {
    note(error.stack ?? error.message);
  });
  const asking = new Set<Request>();
  page.on('request', (request) => {
    // What the page before still asked for is nobody's any more.
    if (request.isNavigationRequest()) asking.clear();
    // What is sent on by itself for somebody, as the outbox does, keeps no screen waiting.
    if (request.method() === 'GET') asking.add(request);
  });
  // Of a stream that goes on the beginning is enough.
  page.on('response', (response) => asking.delete(response.request()));
  page.on('requestfailed', (request) => asking.delete(request));
  const settled = async (): Promise<void> => {
    // Buttons wait until the script has taken the page over. Who is signed in sees it as anybody does first, until the
    // browser has looked for their session.
    await holds(
      page,
      `document.querySelector('.loading, main[aria-busy="true"]') === null && document.querySelector('main h1') !== null &&
        (${String(!hasScript)} || document.querySelector('.head button:disabled') === null) &&
        (localStorage.getItem('sepikul.session') === null || document.querySelector('.head a[href="/masuk"]') === null)`,
      () => asking.size === 0,
    );
  };
  const visitor: Visitor = {
    page,
    context,
    language,
    say,
    settled,
    follow: async (link) => {
      const before = page.url();
      await (typeof link === 'string' ? page.getByRole('link', { name: link }) : link).click();
      await page.waitForURL((url) => url.href !== before);
      await settled();
    },
    go: async (path) => {
      await page.goto(`${baseUrl}${path}`);
      await settled();
    },
    signIn: async (login, password = PASSWORD) => {
      await visitor.go('/masuk');
      await page.locator('input[name="login"]').fill(login);
      await page.locator('input[name="password"]').fill(password);
      await page.locator('main form button[type="submit"]').click();
      await page.waitForURL(`${baseUrl}/beranda`);
      await settled();
    },
    arriveSignedIn: async (login, password = PASSWORD) => {
      const answer = await fetch(`${baseUrl}/api/v1/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ login, password }),
      });
      if (!answer.ok) throw new Error(`${login} could not sign in: ${await answer.text()}`);
      const { token, expiresAt, person, memberships } = (await answer.json()) as {
        memberships: { partyId: string }[];
      } & Record<'token' | 'expiresAt' | 'person', unknown>;
      const partyId = memberships[0]?.partyId ?? null;
      const session = JSON.stringify({ token, expiresAt, person, memberships, partyId });
      // Only where there is none, so that leaving stays left.
      await context.addInitScript(
        `if (sessionStorage.getItem('began') === null) { sessionStorage.setItem('began', '1'); localStorage.setItem('sepikul.session', ${JSON.stringify(session)}); }`,
      );
    },
    expectErrors: (...patterns) => {
      expected.push(...patterns);
    },
  };
  return visitor;
};

/** With `SEPIKUL_TEST_SLOW` each file and answer comes up to so many ms late, in any order: races show that wait elsewhere for a loaded machine. */
const SLOW_MS = Number(process.env.SEPIKUL_TEST_SLOW ?? 0);

const slowDown = async (context: BrowserContext): Promise<void> => {
  if (!(SLOW_MS > 0)) return;
  await context.route(/\/(?:assets|api)\//, async (route) => {
    await pause(Math.random() * SLOW_MS);
    // The page may be gone by then.
    await route.continue().catch(() => undefined);
  });
};

/** Starts the browser. @throws where the machine has none: an app nobody looked at is not tested. */
export const openBrowser = async (river: Pick<River, 'baseUrl'>): Promise<Visits> => {
  const executablePath = findBinary('chromium');
  if (executablePath === undefined) throw new Error('this machine has no chromium: apt-get install chromium');
  const browser: Browser = await chromium.launch({
    executablePath,
    // In a container there is neither a sandbox for root nor much shared memory.
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  let contexts: BrowserContext[] = [];
  let unexpected: string[] = [];
  const leave = async (): Promise<void> => {
    await Promise.all(contexts.map((context) => context.close()));
    const errors = unexpected;
    contexts = [];
    unexpected = [];
    if (errors.length > 0) throw new Error(`the pages wrote errors:\n${errors.join('\n')}`);
  };
  return {
    leave,
    arrive: async ({
      size = 'phone',
      language = 'id',
      theme = 'light',
      hasScript = true,
      keeps = false,
      baseUrl = river.baseUrl,
    } = {}) => {
      const context = await browser.newContext({
        viewport: sizes[size],
        colorScheme: theme,
        reducedMotion: 'reduce',
        javaScriptEnabled: hasScript,
        serviceWorkers: keeps ? 'allow' : 'block',
      });
      if (language === 'en') await context.addCookies([{ name: 'lang', value: 'en', url: baseUrl }]);
      contexts.push(context);
      context.setDefaultTimeout(PATIENCE_MS);
      await slowDown(context);
      const say = await sayIn(language);
      return visitorOf(context, await context.newPage(), { baseUrl, hasScript, language, say }, unexpected);
    },
    close: async () => {
      try {
        await leave();
      } finally {
        await browser.close();
      }
    },
  };
};
