import { renderToString } from 'preact-render-to-string';
import { Answers } from './api/answers.js';
import { makeApi } from './api/api.js';
import { App, loadScreen } from './app.js';
import { emptyHead, statusOf, type Head } from './frame/head.js';
import type { Language } from './words/language.js';

// For whoever goes through all screens.
export { screens } from './screens.js';

export interface PageRequest {
  readonly path: string;
  readonly search: string;
  readonly language: Language;
  /** Answers a request to the API as anybody would be answered. */
  readonly ask: (request: Request) => Promise<Response>;
}

export interface RenderedPage {
  readonly head: Head;
  readonly html: string;
  /** What the API answered, for the browser to begin with. */
  readonly answers: string;
  /** The file of the screen; null for none. */
  readonly source: string | null;
}

/** A screen that asks for something only once it knows something else is rendered again, so many times at most. */
const MOST_ROUNDS = 5;

/** A page as anybody sees it: what is somebody's own is asked for by the browser. */
export const renderPage = async ({ path, search, language, ask }: PageRequest): Promise<RenderedPage> => {
  const answers = new Answers(true);
  let head = emptyHead();
  const api = makeApi({
    baseUrl: 'http://sepikul.invalid',
    fetch: ask,
    headers: () => ({ 'accept-language': language }),
  });
  const first = await loadScreen(path);
  let html = '';
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    head = emptyHead();
    html = renderToString(
      <App {...{ api, answers, head, language, first }} ssrPath={path} ssrSearch={search} />,
    );
    if (!(await answers.settle())) break;
  }
  return {
    head: { ...head, status: statusOf(head) },
    html,
    answers: JSON.stringify(answers),
    source: first.row?.source ?? null,
  };
};
