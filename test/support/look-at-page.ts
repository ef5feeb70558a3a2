import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { Visitor } from './browser.js';
import type { Language } from './say-in.js';

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

/** Places of the bar at the foot whose names reach into the next one's. */
export const crowdedPlaces = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll('.bar a')]
    .filter((place) => place.scrollWidth > place.clientWidth + 1)
    .map((place) => 'crowded: ' + place.textContent)`);

/** Small words that every sentence has, and that mean nothing in the other language. */
const smallWords = {
  id: 'yang|dan|dari|untuk|belum|sudah|tidak|dengan|atau|pada|oleh|akan|ini|itu|juga|telah|adalah|kepada|karena',
  en: 'the|and|of|is|are|with|from|for|not|your|by|was|were|has|have|this|that|you|be|it',
} as const;

/** Lines on a page in `language` that hold words of the other one, and whether the page says its language. */
export const wordsOfOtherLanguage = async (page: Page, language: Language): Promise<string[]> => {
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

/** What nobody should meet wherever a journey leads: what axe-core finds, what stands out, words of the other language. */
export const faultsOf = async ({ page, language }: Pick<Visitor, 'page' | 'language'>): Promise<string[]> => [
  ...(await axeFindsInBothThemes(page)),
  ...(await overflowOf(page)),
  ...(await wordsOfOtherLanguage(page, language)),
];

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
