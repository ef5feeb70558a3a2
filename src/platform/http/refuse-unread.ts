import type { Socket } from 'node:net';
import { shieldHeaders } from '../edge/shield-headers.js';
import { headersOf, problemOf } from './problem.filter.js';
import { refuseRequest } from './refusals.js';
import type { LoggedRequest } from './request-id.js';

interface RawAnswer {
  writeHead(status: number, headers: Record<string, string>): unknown;
  end(text: string): unknown;
}

/** What is refused before there is a route, and so a filter: Fastify would answer it in a form of its own. */
export const refuseUnread = {
  /** An address that cannot be decoded, or with a part longer than any id, names nothing. */
  frameworkErrors: (_error: Error, request: LoggedRequest, reply: { readonly raw: RawAnswer }): void => {
    const problem = problemOf(refuseRequest('ROUTE_NOT_FOUND'), request);
    reply.raw.writeHead(problem.status, { ...shieldHeaders(''), ...headersOf(problem) });
    reply.raw.end(JSON.stringify(problem));
  },

  /** What is no HTTP, or its head too large or too slow, is told so and the connection ended. */
  clientErrorHandler: (error: Error & { code?: string }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) return;
    const problem = problemOf(refuseRequest('REQUEST_UNREADABLE'), { headers: {} });
    const body = JSON.stringify(problem);
    const headers = {
      ...shieldHeaders(''),
      ...headersOf(problem),
      'Content-Length': String(Buffer.byteLength(body)),
      Connection: 'close',
    };
    const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`HTTP/1.1 400 Bad Request\r\n${head.join('')}\r\n${body}`);
    socket.destroy(error);
  },
};
