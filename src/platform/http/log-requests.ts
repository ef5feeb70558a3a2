import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { finalize, type Observable } from 'rxjs';
import { LOGGER, type Log } from '../logging/logger.js';
import { requestIdOf, type LoggedRequest } from './request-id.js';

/** A line per request that reached a handler, and its id in the answer. Answers are never cached. */
@Injectable()
export class LogRequests implements NestInterceptor {
  constructor(
    @Inject(LOGGER) private readonly log: Log,
    private readonly adapterHost: HttpAdapterHost,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<LoggedRequest>();
    const response = http.getResponse<object>();
    const requestId = requestIdOf(request);
    const { httpAdapter } = this.adapterHost;
    httpAdapter.setHeader(response, 'X-Request-Id', requestId);
    httpAdapter.setHeader(response, 'Cache-Control', 'no-store');
    if (!this.log.isLevelEnabled('debug')) return next.handle();
    const started = performance.now();
    return next.handle().pipe(
      finalize(() => {
        const tookMs = Math.round(performance.now() - started);
        // Without the query, which may hold what somebody searched for, or a code.
        const path = request.url?.split('?', 1)[0];
        this.log.debug({ requestId, method: request.method, path, tookMs }, 'request');
      }),
    );
  }
}
