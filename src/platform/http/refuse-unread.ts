import type { Socket } from 'node:net';
import { problemOf } from './problem.filter.js';
import { refuseRequest } from './refusals.js';
import type { LoggedRequest } from './request-id.js';

const CONTENT_TYPE = 'application/problem+json; charset=utf-8';

interface RawAnswer {
  writeHead(status: number, headers: Record<string, string>): unknown;
  end(text: string): unknown;
}

/** What is refused before there is a route, and so a filter: Fastify would answer it in a form of its own. */
export const refuseUnread = {
  /** An address that cannot be decoded, or with a part longer than any id, names nothing. */
  frameworkErrors: (_error: Error, request: LoggedRequest, reply: { readonly raw: RawAnswer }): void => {
    const problem = problemOf(refuseRequest('ROUTE_NOT_FOUND'), request);
    reply.raw.writeHead(problem.status, { 'Content-Type': CONTENT_TYPE });
    reply.raw.end(JSON.stringify(problem));
  },

  /** What is no HTTP, or its head too large or too slow, is told so and the connection ended. */
  clientErrorHandler: (error: Error & { code?: string }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) return;
    const body = JSON.stringify(problemOf(refuseRequest('REQUEST_UNREADABLE'), { headers: {} }));
    const head = `Content-Type: ${CONTENT_TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close`;
    socket.write(`HTTP/1.1 400 Bad Request\r\n${head}\r\n\r\n${body}`);
    socket.destroy(error);
  },
};
