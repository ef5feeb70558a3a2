import type { Problem } from '../api/api.js';
import type { Entry, Outcome } from './entry.js';

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;

/** Refusals that time alone undoes; all others want the person. */
const LATER = new Set([408, 425, 429]);
/** Another request with the same key is being answered right now. */
const IN_FLIGHT = 'KEY_IN_FLIGHT';
const SECOND_MS = 1_000;

const versionIn = (body: unknown): number | null =>
  typeof body === 'object' && body !== null && 'version' in body && typeof body.version === 'number'
    ? body.version
    : null;

const pauseOf = (response: Response): { waitMs?: number } => {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? { waitMs: seconds * SECOND_MS } : {};
};

/** What an answer means for an errand. */
export const readOutcome = async (response: Response, nowMs: number): Promise<Outcome> => {
  const date = Date.parse(response.headers.get('date') ?? '');
  const at = new Date(Number.isNaN(date) ? nowMs : date).toISOString();
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return { kind: 'received', at, version: versionIn(body) };
  if (response.status === 401) return { kind: 'signed-out' };
  if (response.status >= 500 || LATER.has(response.status)) return { kind: 'lost', ...pauseOf(response) };
  // What stands between may say no in the server's place, without our words: that is no answer.
  if (!isProblem(body)) return { kind: 'lost' };
  if (body.code === IN_FLIGHT) return { kind: 'lost' };
  return { kind: 'refused', problem: body };
};

/** Sends an errand once. It never throws: no answer is an outcome too. */
export const sendEntry = async (
  entry: Entry,
  version: number | undefined,
  headers: Readonly<Record<string, string>>,
  send: (path: string, init: RequestInit) => Promise<Response> = fetch,
): Promise<Outcome> => {
  try {
    const response = await send(entry.path, {
      method: entry.method,
      headers: {
        ...headers,
        'idempotency-key': entry.id,
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        ...(entry.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(entry.body === undefined ? {} : { body: JSON.stringify(entry.body) }),
    });
    return await readOutcome(response, Date.now());
  } catch {
    return { kind: 'lost' };
  }
};
