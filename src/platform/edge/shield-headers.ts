import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet, { type HelmetOptions } from 'helmet';

type Headers = Readonly<Record<string, string>>;

/** Helmet's headers are the same for every answer, so it is asked once, with an answer that only keeps them. */
const headersBy = (options: HelmetOptions): Headers => {
  const kept: Record<string, string> = {};
  const answer = {
    setHeader: (name: string, value: string) => {
      kept[name] = value;
    },
    removeHeader: () => undefined,
  };
  helmet(options)({} as IncomingMessage, answer as unknown as ServerResponse, () => undefined);
  return kept;
};

const NOTHING = ["'none'"];
const OWN = ["'self'"];
const fenced = { baseUri: NOTHING, formAction: NOTHING, frameAncestors: NOTHING, objectSrc: NOTHING };
const strict = { frameguard: { action: 'deny' }, referrerPolicy: { policy: 'no-referrer' } } as const;

/** For whatever is data: a browser that shows it as a page runs and loads nothing. */
const forData = headersBy({
  ...strict,
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: NOTHING, ...fenced } },
});

/**
 * For pages: their own scripts only, none inline; no data leaves for another origin, fonts included.
 * What none of them needs of a device no script on them can ask for.
 */
const pagesWith = (styleSrc: readonly string[]): Headers => ({
  ...headersBy({
    ...strict,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: NOTHING,
        scriptSrc: OWN,
        styleSrc: [...styleSrc],
        imgSrc: [...OWN, 'data:'],
        fontSrc: OWN,
        connectSrc: OWN,
        manifestSrc: OWN,
        // The page's own script makes one of a few words (web/src/words/warm-formats), which reaches nothing of the page.
        workerSrc: [...OWN, 'data:'],
        ...fenced,
        baseUri: OWN,
      },
    },
  }),
  'Permissions-Policy': 'geolocation=(), microphone=(), payment=(), usb=()',
});

/** The web app's: its styles lie in files. */
const forPages = pagesWith(OWN);
/** /docs (swagger-ui) and /admin/queues (bull-board) set styles on elements. */
const forTools = pagesWith([...OWN, "'unsafe-inline'"]);

const tools = /^\/(?:docs|admin)(?:[/?]|$)/;
const data = /^\/(?:api|metrics|health)(?:[/?]|$)/;

/** What every answer carries besides its own headers, whoever gives it and whatever its status. */
export const shieldHeaders = (url: string): Headers =>
  data.test(url) ? forData : tools.test(url) ? forTools : forPages;

/** The same, put on an answer before anything else looks at the request; never kept by a cache unless the route says otherwise. */
export const shieldAnswer = (url: string, answer: Pick<ServerResponse, 'setHeader'>): void => {
  for (const [name, value] of Object.entries(shieldHeaders(url))) answer.setHeader(name, value);
  answer.setHeader('Cache-Control', 'no-store');
};
