import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import type { Visitor } from './browser.js';

/** What a first load may take at most: bytes gzipped, requests for pages and files, and questions to the API. */
export const budget = {
  ...{ jsBytes: 45_000, allBytes: 120_000, chunkBytes: 20_000 },
  ...{ requests: 8, questions: 8 },
} as const;

interface Load {
  readonly requests: readonly string[];
  /** Of these the questions to the API, which only the browser of who is signed in can ask. */
  readonly questions: readonly string[];
  readonly jsBytes: number;
  readonly allBytes: number;
}

/** What a first visit fetches until the screen has settled, gzipped, as the slowest phones take it. */
const measureLoad = async ({ page, context, go }: Visitor, path: string): Promise<Load> => {
  const fetched: { url: string; kind: string; bytes: Promise<number> }[] = [];
  const note = (response: Response): void => {
    const bytes = response.body().then(
      (body) => gzipSync(body, { level: 9 }).length,
      // A stream that goes on has no end to weigh.
      () => 0,
    );
    fetched.push({ url: response.url(), kind: response.request().resourceType(), bytes });
  };
  // Whoever has visited before has it in the cache; here each visit is the first.
  const debug = await context.newCDPSession(page);
  await debug.send('Network.enable');
  await debug.send('Network.setCacheDisabled', { cacheDisabled: true });
  page.on('response', note);
  try {
    await go(path);
    await page.waitForLoadState('load');
  } finally {
    page.off('response', note);
    await debug.detach();
  }
  const whole = fetched.filter(({ url }) => !url.endsWith('/stream'));
  const weighed = await Promise.all(whole.map(async ({ kind, bytes }) => ({ kind, bytes: await bytes })));
  const sum = (rows: typeof weighed): number => rows.reduce((total, { bytes }) => total + bytes, 0);
  const requests = fetched.map(({ url }) => new URL(url).pathname);
  return {
    requests,
    questions: requests.filter((each) => each.startsWith('/api/')),
    jsBytes: sum(weighed.filter(({ kind }) => kind === 'script')),
    allBytes: sum(weighed),
  };
};

/** Of what kind a question is: the same of each of several pools is one. */
const kindOf = (question: string): string => question.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id');

/**
 * Goes there as for the first time, and says what of the load is beyond the budget. Where many things are looked at,
 * questions are counted by their kind.
 */
export const overBudget = async (
  visitor: Visitor,
  path: string,
  isPublic: boolean,
  { byKind = false }: { readonly byKind?: boolean } = {},
): Promise<string[]> => {
  const { requests, questions, jsBytes, allBytes } = await measureLoad(visitor, path);
  // Questions go side by side, on a connection that is open already.
  const counted = isPublic ? requests : requests.filter((each) => !questions.includes(each));
  const asked = byKind ? [...new Set(questions.map(kindOf))] : questions;
  const over: string[] = [];
  if (jsBytes > budget.jsBytes) over.push(`${path} loads ${jsBytes} B of JS`);
  if (allBytes > budget.allBytes) over.push(`${path} loads ${allBytes} B in all`);
  if (counted.length > budget.requests)
    over.push(`${path} makes ${counted.length} requests: ${counted.join(' ')}`);
  if (asked.length > budget.questions)
    over.push(`${path} asks ${asked.length} questions: ${asked.join(' ')}`);
  if (jsBytes === 0) over.push(`${path} loaded no code: nothing was measured`);
  return over;
};
