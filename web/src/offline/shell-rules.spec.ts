import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  answersCache,
  handlingOf,
  isOfSession,
  isOldShell,
  isWorthKeeping,
  shellCache,
  tooMany,
} from './shell-rules.js';

const ORIGIN = 'https://sepikul.test';
const asked = (path: string, more: Partial<Parameters<typeof handlingOf>[0]> = {}) =>
  handlingOf(
    { method: 'GET', url: `${ORIGIN}${path}`, mode: 'cors', accept: 'application/json', ...more },
    ORIGIN,
  );

describe('what the service worker does with a request', () => {
  it.each(['/', '/putaran/1', '/kiriman', '/pesanan?x=1'])('%s is a page', (path) => {
    expect(asked(path, { mode: 'navigate' })).toBe('page');
  });

  it.each(['/docs', '/admin/queues', '/metrics', '/health/ready', '/api/v1/invoices/1/page'])(
    '%s is not',
    (path) => {
      expect(asked(path, { mode: 'navigate' })).toBe('pass');
    },
  );

  it.each(['/assets/shell-1a2b.js', '/icon.svg', '/icon-192.png', '/manifest.webmanifest'])(
    '%s is a file',
    (path) => {
      expect(asked(path)).toBe('file');
    },
  );

  it.each(['/api/v1/pools', '/api/v1/drops/1', '/api/v1/pools/1/commitments', '/api/v1/dues', '/api/v1/me'])(
    'the last answer of %s is kept',
    (path) => {
      expect(asked(path)).toBe('data');
    },
  );

  it('never touches what changes something, streams, or another origin', () => {
    expect(asked('/api/v1/pools/1/commitments', { method: 'POST' })).toBe('pass');
    expect(asked('/api/v1/pools', { accept: 'text/event-stream' })).toBe('pass');
    expect(asked('/', { url: 'https://elsewhere.test/', mode: 'navigate' })).toBe('pass');
    expect(asked('/service-worker.js')).toBe('pass');
  });

  /** Everything of the API that gives a file, a key, a bid or money's ways. */
  it.each([
    '/lots/1/bids',
    '/lots/1/bids/2/receipt',
    '/lots/1/sealed-bids',
    '/lots/1/sealing-key',
    '/sealing-keys/1',
    '/sealing-keys/1/share',
    '/openings/1/releases',
    '/me/holder-key',
    '/me/export',
    '/me/sessions',
    '/me/security',
    '/parties/1/phone',
    '/pools/1/phones',
    '/parties/1/bank-accounts',
    '/parties/1/documents/2/content',
    '/parties/1/payouts/2/instructions',
    '/parties/1/statement/file',
    '/invoices/1/file',
    '/pools/1/supplier-terms',
    '/parties/1/contracts',
    '/drops/1/note',
    '/pools/1/meter/stream',
  ])('no phone keeps %s', (path) => {
    expect(asked(`/api/v1${path}`)).toBe('pass');
  });

  it('keeps nothing of the contract that is not JSON', () => {
    const { paths } = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../openapi.json'), 'utf8'),
    ) as { paths: Record<string, { get?: { responses: Record<string, { content?: object }> } }> };
    const files = Object.entries(paths).filter(([, { get }]) => {
      const kinds = Object.keys(get?.responses['200']?.content ?? {});
      return kinds.length > 0 && !kinds.includes('application/json');
    });
    expect(files.length).toBeGreaterThan(5);
    expect(files.map(([path]) => path).filter((path) => asked(path) !== 'pass')).toEqual([]);
  });
});

describe('what is kept', () => {
  it('lies apart for each session, and apart from what anybody is answered', () => {
    expect(new Set([answersCache(null), answersCache('a1'), answersCache('b2')]).size).toBe(3);
    expect(isOfSession(answersCache('a1'))).toBe(true);
    expect(isOfSession(answersCache(null))).toBe(false);
    expect(isOfSession(shellCache('v1'))).toBe(false);
  });

  it('loses the shells of other builds only', () => {
    expect(isOldShell(shellCache('v1'), 'v2')).toBe(true);
    expect(isOldShell(shellCache('v2'), 'v2')).toBe(false);
    expect(isOldShell(answersCache(null), 'v2')).toBe(false);
    expect(isOldShell('of-another-app', 'v2')).toBe(false);
  });

  it('is whole answers in JSON, no refusals', () => {
    expect(isWorthKeeping(200, 'application/json; charset=utf-8')).toBe(true);
    expect(isWorthKeeping(404, 'application/problem+json')).toBe(false);
    expect(isWorthKeeping(200, 'application/pdf')).toBe(false);
    expect(isWorthKeeping(200, null)).toBe(false);
  });

  it('goes oldest first once there is too much', () => {
    expect(tooMany(['a', 'b', 'c'], 2)).toEqual(['a']);
    expect(tooMany(['a'], 2)).toEqual([]);
  });
});
