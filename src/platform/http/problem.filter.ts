import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Refusal, type FieldError } from '../../core/kernel/refuse.js';
import { LOGGER, type Log } from '../logging/logger.js';
import { refuseAccess } from '../auth/refusals.js';
import { refuseRequest } from './refusals.js';
import { requestIdOf, type LoggedRequest } from './request-id.js';

/** RFC 9457 problem details, in the caller's language and always in both. */
interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  messages: { id: string; en: string };
  instance: string;
  requestId: string;
  errors: { field: string; rule: string; message: string; messages: { id: string; en: string } }[];
}

/** So that a small request full of mistakes, or one with a huge key, does not make a huge answer. */
const MOST_ERRORS = 100;
const LONGEST = 300;
const clip = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`);

const INTERNAL = {
  id: 'Terjadi kesalahan di sisi kami. Tidak ada yang berubah.',
  en: 'Something failed on our side. Nothing was changed.',
};

/** The database could not be reached, or was held up longer than a request may wait: nothing was changed, and soon it may go well. */
const isPassing = (error: unknown): boolean =>
  error instanceof Error &&
  (/ECONNREFUSED|ECONNRESET|Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/.test(
    error.message,
  ) ||
    ('code' in error &&
      typeof error.code === 'string' &&
      /^(57P0|53300|08|ECONN|55P03|57014|40001|40P01)/.test(error.code)));

/** A row that the principal may not write, whatever the route let by: the second wall held where the first did not. */
const isWalledOff = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === '42501' &&
  error.message.includes('row-level security');

/** Whatever was thrown, as a refusal; undefined for a bug. */
const refusalOf = (error: unknown): Refusal | undefined => {
  if (error instanceof Refusal) return error;
  if (isPassing(error)) return refuseRequest('UNAVAILABLE');
  if (isWalledOff(error)) return refuseAccess('NOT_ALLOWED');
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : (error as { statusCode?: unknown } | null)?.statusCode;
  if (status === 404) return refuseRequest('ROUTE_NOT_FOUND');
  if (typeof status !== 'number' || status < 400 || status >= 500) return undefined;
  if (status === 413) return refuseRequest('BODY_TOO_LARGE');
  if (status === 415) return refuseRequest('MEDIA_TYPE_NOT_SUPPORTED');
  return refuseRequest('MALFORMED_BODY');
};

const speaksEnglish = (request: LoggedRequest): boolean =>
  /^en\b/i.test(String(request.headers['accept-language'] ?? ''));

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly adapterHost: HttpAdapterHost,
    @Inject(LOGGER) private readonly log: Log,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<LoggedRequest>();
    const response = http.getResponse<object>();
    const { httpAdapter } = this.adapterHost;
    const refusal = refusalOf(error);
    const requestId = requestIdOf(request);
    if (refusal === undefined) this.log.error({ requestId, error }, 'request failed');
    else if (refusal.text.status === 503) this.log.warn({ requestId, error }, 'request turned away');
    else if (isWalledOff(error))
      this.log.error({ requestId, error }, 'row security refused what the guard let by');
    const problem = problemOf(refusal, request);
    const retryAfter =
      refusal?.retryAfterS === undefined ? {} : { 'Retry-After': String(refusal.retryAfterS) };
    for (const [name, value] of Object.entries({ ...headersOf(problem), ...retryAfter }))
      httpAdapter.setHeader(response, name, value);
    // Who counts requests says when; whoever else turns one away does not know.
    if (problem.status === 429 && !httpAdapter.getHeader(response, 'Retry-After'))
      httpAdapter.setHeader(response, 'Retry-After', '30');
    httpAdapter.reply(response, JSON.stringify(problem), problem.status);
  }
}

/** What goes with the document: a guard or the server itself may refuse before anything else sets a header. */
export const headersOf = ({ status, code, requestId }: Problem): Record<string, string> => ({
  'Content-Type': 'application/problem+json; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Request-Id': requestId,
  ...(status === 401 ? { 'WWW-Authenticate': 'Bearer realm="sepikul"' } : {}),
  ...(status === 503 ? { 'Retry-After': '5' } : {}),
  ...(code === 'KEY_IN_FLIGHT' ? { 'Retry-After': '1' } : {}),
});

/** An address may be as long as a head, and its query may hold what is nobody's business: the path tells which it was. */
const MOST_PATH = 500;

const pathOf = ({ originalUrl, url }: LoggedRequest): string =>
  (originalUrl ?? url ?? '').split('?', 1)[0]?.slice(0, MOST_PATH) ?? '';

/** The document that tells a refusal, or a bug when there is none. */
export const problemOf = (refusal: Refusal | undefined, request: LoggedRequest): Problem => {
  const code = refusal?.code ?? 'INTERNAL_ERROR';
  const texts = refusal?.text ?? INTERNAL;
  const language = speaksEnglish(request) ? 'en' : 'id';
  return {
    type: `urn:sepikul:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title: code.toLowerCase().replaceAll('_', ' '),
    status: refusal?.text.status ?? 500,
    code,
    detail: texts[language],
    messages: { id: texts.id, en: texts.en },
    instance: pathOf(request),
    requestId: requestIdOf(request),
    errors: (refusal?.errors ?? []).slice(0, MOST_ERRORS).map((error: FieldError) => ({
      field: clip(error.field),
      rule: error.rule,
      message: clip(error[language]),
      messages: { id: clip(error.id), en: clip(error.en) },
    })),
  };
};
