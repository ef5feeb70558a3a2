import type { Server } from 'node:http';
import { constants } from 'node:zlib';
import {
  UnsupportedMediaTypeException,
  type ExecutionContext,
  type INestApplication,
  type Type,
} from '@nestjs/common';
import {
  DiscoveryService,
  HttpAdapterHost,
  MetadataScanner,
  NestFactory,
  type AbstractHttpAdapter,
} from '@nestjs/core';
import fastifyCompress from '@fastify/compress';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { CONFIG, type Config } from '../config/config.js';
import { LOGGER, nestLogger, type Log } from '../logging/logger.js';
import { AccessGuard } from '../auth/access.guard.js';
import { AuditReading } from '../auth/audit-reading.js';
import { ACCESS_TABLE, type AccessTable } from '../auth/allow.js';
import { CarryPrincipal } from '../auth/carry-principal.js';
import { routeName } from '../auth/route-name.js';
import { corsOrigins } from '../edge/cors-origins.js';
import { measureRequests } from '../edge/measure-requests.js';
import { Metrics } from '../edge/metrics.js';
import { RateGuard } from '../edge/rate.guard.js';
import { RateLimits } from '../edge/rate-limits.js';
import { shieldAnswer } from '../edge/shield-headers.js';
import { Db } from '../db/db.js';
import { AnswerOnce } from '../idempotency/answer-once.js';
import { KEY_TABLE, type KeyTable } from '../idempotency/key-table.js';
import { LogRequests } from './log-requests.js';
import { oneWithinTheOther } from './one-within-the-other.js';
import { ProblemFilter } from './problem.filter.js';
import { refuseOpenRoutes } from './refuse-open-routes.js';
import { refuseUnread } from './refuse-unread.js';
import { rememberRules } from './remember-rules.js';
import { takeFiles } from './upload.js';
import { ValidateValues } from './validate-values.js';

const BODY_LIMIT_BYTES = 256 * 1024;

/** Fastify, by measurement (ADR 0002). Bodies are JSON: a form, which a page elsewhere could send, is refused. */
export const fastifyAdapter = (): AbstractHttpAdapter => {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: false,
    forceCloseConnections: 'idle',
    ...refuseUnread,
  });
  adapter.useBodyParser('application/x-www-form-urlencoded', false, {}, (_request, _body, done) => {
    done(new UnsupportedMediaTypeException());
  });
  adapter.getInstance().removeContentTypeParser('text/plain');
  // Answers only: a compressed body of a request could unfold to any size.
  void adapter.getInstance().register(fastifyCompress, {
    globalDecompression: false,
    encodings: ['br', 'gzip', 'identity'],
    threshold: 1024,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  takeFiles(adapter, ['application/pdf', 'image/jpeg', 'image/png', 'text/csv']);
  adapter.getInstance().addHook('onRequest', (request, reply, done) => {
    shieldAnswer(request.url, reply.raw);
    done();
  });
  return adapter;
};

/** Whatever a caller expects besides `100-continue`, it gets the answer of its route: Node would say 417 past all of it. */
const takeExpectations = (server: Server): void => {
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
};

/** What pages of the configured origins may do: the token travels in a header, so no cookies. */
const crossOrigin = {
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  allowedHeaders: [
    'Authorization',
    'Content-Type',
    'Accept-Language',
    'If-Match',
    'Idempotency-Key',
    'Last-Event-ID',
    'X-Request-Id',
  ],
  exposedHeaders: [
    'ETag',
    'Retry-After',
    'RateLimit',
    'RateLimit-Policy',
    'X-Request-Id',
    'Idempotency-Replayed',
  ],
  credentials: false,
  maxAge: 600,
};

/**
 * The HTTP application with every wall up: access guard, validation, problem details, boot checks. The same
 * for the product, the tests and the benchmarks, whatever adapter carries it.
 */
export const createHttp = async (
  appModule: Parameters<typeof NestFactory.create>[0],
  log: Log,
  adapter = fastifyAdapter(),
): Promise<INestApplication> => {
  const app = await NestFactory.create(appModule as Type, adapter, {
    logger: nestLogger(log),
    abortOnError: false,
    rawBody: true,
  });
  const config = app.get<Config>(CONFIG);
  const table = app.get<AccessTable>(ACCESS_TABLE);
  refuseOpenRoutes(
    app.get(DiscoveryService, { strict: false }),
    app.get(MetadataScanner, { strict: false }),
    table,
  );
  takeExpectations(app.getHttpServer() as Server);
  measureRequests(adapter, app.get(Metrics));
  const isForAnyone = (context: ExecutionContext): boolean =>
    table[routeName(context.getClass(), context.getHandler()) ?? '']?.who === 'anyone';
  app.useGlobalGuards(
    new RateGuard(app.get(AccessGuard, { strict: false }), new RateLimits(config), isForAnyone, adapter),
  );
  const origins = corsOrigins(config.CORS_ORIGINS ?? '') ?? [];
  if (origins.length > 0) app.enableCors({ ...crossOrigin, origin: origins });
  rememberRules();
  app.useGlobalPipes(new ValidateValues());
  app.useGlobalInterceptors(
    oneWithinTheOther(
      new CarryPrincipal(),
      new LogRequests(app.get<Log>(LOGGER), app.get(HttpAdapterHost)),
      new AuditReading(app.get<AccessTable>(ACCESS_TABLE), app.get(Db)),
      new AnswerOnce(app.get(Db), app.get<KeyTable>(KEY_TABLE), app.get(HttpAdapterHost)),
    ),
  );
  app.useGlobalFilters(new ProblemFilter(app.get(HttpAdapterHost), app.get<Log>(LOGGER)));
  await app.init();
  return app;
};
