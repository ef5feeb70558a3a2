import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Observable } from 'rxjs';

/** An interceptor that answers with a stream at once and not with a promise of one. */
interface Prompt extends NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown>;
}

/**
 * Interceptors as one, the first outermost: around each that Nest itself calls it puts a promise, a deferred stream and
 * an async resource, which cost more than ours do.
 */
export const oneWithinTheOther = (...interceptors: readonly Prompt[]): NestInterceptor => {
  const from = (place: number, context: ExecutionContext, next: CallHandler): Observable<unknown> =>
    interceptors[place]?.intercept(context, { handle: () => from(place + 1, context, next) }) ??
    (next.handle() as Observable<unknown>);
  return { intercept: (context, next) => from(0, context, next) };
};
