import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { findAdminRoute } from './admin.js';
import type { FaultKind } from './faults.js';
import type { Answer, KeptAnswers } from './idempotency.js';
import { findRoute, type Asked, type Found } from './routes.js';
import type { Steering } from './steering.js';
import type { World } from './world.js';

const MAX_BODY_BYTES = 1_000_000;
const SLOW_MS = 2000;

const read = async (request: IncomingMessage): Promise<Asked> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw new Error('a body above 1 MB');
    chunks.push(chunk);
  }
  const url = new URL(request.url ?? '/', 'http://local');
  let body: unknown;
  try {
    body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    body = undefined;
  }
  return {
    method: request.method ?? 'GET',
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    header: (name) => {
      const value = request.headers[name];
      return Array.isArray(value) ? value.join(',') : value;
    },
    body,
  };
};

const send = (response: ServerResponse, { status, headers = {}, body }: Answer): void => {
  const isJson = typeof body === 'object' && !Buffer.isBuffer(body);
  response.writeHead(status, { ...(isJson ? { 'content-type': 'application/json' } : {}), ...headers });
  response.end(isJson ? JSON.stringify(body) : body);
};

const broken = (status: number, message: string): Answer => ({
  status,
  body: { status_code: String(status), status_message: message },
});

/** Those that strike before anything is done. */
const before: Readonly<Partial<Record<FaultKind, Answer | 'silence'>>> = {
  timeout: 'silence',
  '500': broken(500, 'Sorry. Internal server error.'),
  '429': broken(429, 'API rate limit exceeded.'),
};

/** Those that strike when it is done. */
const after: Readonly<Partial<Record<FaultKind, Answer | 'silence' | 'cut'>>> = {
  'timeout-after-success': 'silence',
  '500-after-success': broken(500, 'Sorry. Internal server error.'),
  malformed: {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: '<html>"status_code": "2',
  },
  dropped: 'cut',
};

type Ending = Answer | 'silence' | 'cut';

const answer = async (found: Found, kept: KeptAnswers, kind?: FaultKind): Promise<Ending> => {
  const first = kind === undefined ? undefined : before[kind];
  if (first !== undefined) return first;
  const done = await kept.once(found.kept, async () => {
    const result = await found.run();
    if (kind === 'slow') await pause(SLOW_MS);
    return result;
  });
  return (kind === undefined ? undefined : after[kind]) ?? done;
};

/** The HTTP server of the gateway; it is not listening yet. */
export const serve = (world: World, kept: KeptAnswers, steering: Steering): Server =>
  createServer((request, response) => {
    const work = async (): Promise<void> => {
      const asked = await read(request);
      const found = findAdminRoute(steering, asked) ?? findRoute(world, asked);
      if (found === undefined) {
        send(response, broken(404, 'There is no such route.'));
        return;
      }
      const kind = found.place === undefined ? undefined : world.faults.take(found.place, found.orderId);
      const ending = await answer(found, kept, kind);
      // Silence: the caller gives up, or the gateway stops.
      if (ending === 'cut') response.destroy();
      else if (ending !== 'silence') send(response, ending);
    };
    work().catch((error: unknown) => {
      if (!response.headersSent)
        send(response, broken(400, error instanceof Error ? error.message : 'broken'));
    });
  });
