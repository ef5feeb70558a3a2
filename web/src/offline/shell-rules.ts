/** What the service worker decides, apart from what it does: pure, and tried by its spec. */

/** What of a request a rule needs. */
export interface AskedFor {
  readonly method: string;
  readonly url: string;
  /** `navigate` where somebody goes to a page. */
  readonly mode: string;
  readonly accept: string | null;
}

/**
 * `page`: the network, else the kept shell. `file`: the kept one, since its name tells its content. `data`: the
 * network, else the last answer. `pass`: none of the worker's business.
 */
export type Handling = 'page' | 'file' | 'data' | 'pass';

const notPages = /^\/(?:api|docs|admin|metrics|health)(?:\/|$)/;
const kept = /^\/(?:assets\/.+|icon[\w-]*\.(?:svg|png)|manifest\.webmanifest)$/;

/**
 * What no phone keeps, whoever asks: bids and what is sealed, keys and their shares, everything about money's ways,
 * files and whole exports. What is left is what a koperasi needs to read without a signal.
 */
const neverKept = new Set([
  ...['bids', 'sealed-bids', 'tender', 'sealing-key', 'sealing-keys', 'openings', 'supplier-terms'],
  ...['holder-key', 'held-keys', 'share', 'committee', 'committees', 'receipt', 'contracts'],
  ...['bank-accounts', 'bank-lines', 'bank-statements', 'payout-account', 'payouts', 'gateway-account'],
  ...[
    'documents',
    'content',
    'file',
    'page',
    'sheet',
    'csv',
    'note',
    'proofs',
    'requests',
    'export',
    'sessions',
    'stream',
  ],
  ...['security', 'second-factor', 'phone', 'phones'],
  ...['audit', 'parked', 'people', 'invitations', 'health'],
]);

/** How a request is answered. */
export const handlingOf = ({ method, url, mode, accept }: AskedFor, origin: string): Handling => {
  const { origin: asked, pathname } = new URL(url);
  if (method !== 'GET' || asked !== origin) return 'pass';
  if (mode === 'navigate') return notPages.test(pathname) ? 'pass' : 'page';
  if (kept.test(pathname)) return 'file';
  if (!pathname.startsWith('/api/v1/') || (accept ?? '').includes('text/event-stream')) return 'pass';
  return pathname.split('/').some((part) => neverKept.has(part)) ? 'pass' : 'data';
};

const PREFIX = 'sepikul';

/** Where the shell of a build lies. */
export const shellCache = (version: string): string => `${PREFIX}-shell-${version}`;

/** Shells of builds that no open tab needs any more. */
export const isOldShell = (name: string, version: string): boolean =>
  name.startsWith(`${PREFIX}-shell-`) && name !== shellCache(version);

/** Where answers lie: those for anybody, and apart from them those of each session, by the hash of its token. */
export const answersCache = (tokenHash: string | null): string =>
  tokenHash === null ? `${PREFIX}-answers` : `${PREFIX}-session-${tokenHash}`;

/** Whatever is somebody's own. */
export const isOfSession = (name: string): boolean => name.startsWith(`${PREFIX}-session-`);

/** Only whole answers in JSON are worth showing later. */
export const isWorthKeeping = (status: number, contentType: string | null): boolean =>
  status === 200 && /^application\/json\b/.test(contentType ?? '');

/** The oldest that have to go for the cache to hold `most`; `keys` in the order they were put. */
export const tooMany = <Key>(keys: readonly Key[], most: number): readonly Key[] =>
  keys.slice(0, Math.max(0, keys.length - most));
