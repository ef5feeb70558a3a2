import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
  readonly language?: 'id' | 'en';
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

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const axeSource = readFileSync(axePath, 'utf8');

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

const describeViolations = (violations: readonly Violation[]): string[] =>
  violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes.length}x)\n  ${nodes[0]?.html ?? ''}\n  ${nodes[0]?.failureSummary ?? ''}`,
  );

/** What axe-core finds on the page as it stands, in words; none where all is well. */
export const axeFinds = async (page: Page): Promise<string[]> => {
  // By the debugger, which the page's policy does not concern.
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axeSource);
  const violations = await page.evaluate<Violation[]>(
    `axe.run(document, { resultTypes: ['violations'] }).then((found) => found.violations)`,
  );
  return describeViolations(violations);
};

/** With `SEPIKUL_TEST_PICTURES` each screen that axe-core looks at is kept there as a picture, for people to look at. */
const PICTURES = process.env.SEPIKUL_TEST_PICTURES;
let taken = 0;

const takePicture = async (page: Page, colorScheme: string): Promise<void> => {
  if (PICTURES === undefined) return;
  taken += 1;
  const test = (expect.getState().currentTestName ?? '').replace(/\W+/g, '-').slice(0, 60);
  const path = join(PICTURES, `${test}-${String(taken).padStart(3, '0')}-${colorScheme}.png`);
  await page.screenshot({ path, fullPage: true });
};

/** The same in both themes; nothing moves between them. */
export const axeFindsInBothThemes = async (page: Page): Promise<string[]> => {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await takePicture(page, colorScheme);
    found.push(...(await axeFinds(page)).map((text) => `${colorScheme}: ${text}`));
  }
  return found;
};

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

/** What stands out to the right of the window, so that one would have to scroll sideways. */
export const overflowOf = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= wide) return [];
    return [...document.querySelectorAll('main *, header *, nav *')]
      .filter((element) => element.getBoundingClientRect().right > wide + 1)
      .map((element) => element.outerHTML.slice(0, 120))
      .slice(0, 5)
      .concat('the page is ' + document.documentElement.scrollWidth + ' px wide');
  })()`);

/** Small words that every sentence has, and that mean nothing in the other language. */
const smallWords = {
  id: 'yang|dan|dari|untuk|belum|sudah|tidak|dengan|atau|pada|oleh|akan|ini|itu|juga|telah|adalah|kepada|karena',
  en: 'the|and|of|is|are|with|from|for|not|your|by|was|were|has|have|this|that|you|be|it',
} as const;

/** Lines on a page in `language` that hold words of the other one, and whether the page says its language. */
export const wordsOfOtherLanguage = async (page: Page, language: 'id' | 'en'): Promise<string[]> => {
  const said = await page.locator('html').getAttribute('lang');
  if (said !== language) return [`the page says its language is ${String(said)}, not ${language}`];
  const other = language === 'id' ? 'en' : 'id';
  return page.evaluate<string[]>(`(() => {
    const words = /(?<![\\w-])(?:${smallWords[other]})(?![\\w-])/i;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Set();
    while (walker.nextNode() !== null) {
      const { data, parentElement } = walker.currentNode;
      if (parentElement.closest('script, style') !== null || parentElement.closest('[lang]').lang !== '${language}') continue;
      if (parentElement.checkVisibility() && words.test(data)) found.add('not ${language}: ' + data.trim().slice(0, 150));
    }
    return [...found];
  })()`);
};

/** Letters of twice the size, as who sees badly sets their phone. */
export const doubleText = (page: Page): Promise<void> =>
  page.evaluate(`document.documentElement.style.fontSize = '200%'`);

/** Goes on by keyboard alone until this has the focus. @throws when it never does, or nobody could see where they are. */
export const tabTo = async (page: Page, target: Locator, most = 60): Promise<void> => {
  for (let press = 0; press < most; press += 1) {
    await page.keyboard.press('Tab');
    if (!(await target.evaluate((element) => element === element.ownerDocument.activeElement))) continue;
    const isSeen = await target.evaluate((element) => {
      const { outlineStyle, boxShadow } = element.ownerDocument.defaultView.getComputedStyle(element);
      return outlineStyle !== 'none' || boxShadow !== 'none';
    });
    if (!isSeen) throw new Error('the focus is nowhere to be seen');
    return;
  }
  throw new Error(`${most} presses of Tab did not reach ${String(target)}`);
};

const visitorOf = (
  context: BrowserContext,
  page: Page,
  { baseUrl, hasScript }: Required<Pick<Device, 'baseUrl' | 'hasScript'>>,
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
      return visitorOf(context, await context.newPage(), { baseUrl, hasScript }, unexpected);
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
