import {
  UnsupportedMediaTypeException,
  ValidationPipe,
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
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Refusal } from '../../core/kernel/refuse.js';
import { CONFIG, type Config } from '../config/config.js';
import { LOGGER, nestLogger, type Log } from '../logging/logger.js';
import { AccessGuard } from '../auth/access.guard.js';
import { fieldErrors } from './field-errors.js';
import { LogRequests } from './log-requests.js';
import { serveDocs } from './openapi.js';
import { ProblemFilter } from './problem.filter.js';
import { refuseOpenRoutes } from './refuse-open-routes.js';
import { RefusePrototypeKeys } from './refuse-prototype-keys.js';
import { refuseUnread } from './refuse-unread.js';
import { refuseRequest } from './refusals.js';

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
  return adapter;
};

const validation = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => {
      const { text, code } = refuseRequest('INVALID_REQUEST');
      return new Refusal(code, text, fieldErrors(errors));
    },
  });

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
  });
  refuseOpenRoutes(app.get(DiscoveryService, { strict: false }), app.get(MetadataScanner, { strict: false }));
  app.useGlobalGuards(app.get(AccessGuard, { strict: false }));
  app.useGlobalPipes(new RefusePrototypeKeys(), validation());
  app.useGlobalInterceptors(new LogRequests(app.get<Log>(LOGGER), app.get(HttpAdapterHost)));
  app.useGlobalFilters(new ProblemFilter(app.get(HttpAdapterHost), app.get<Log>(LOGGER)));
  serveDocs(app, app.get<Config>(CONFIG).DISPLAY_NAME);
  await app.init();
  return app;
};
