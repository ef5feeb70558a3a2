import {
  createParamDecorator,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { HttpAdapterHost } from '@nestjs/core';
import { catchError, defer, from, lastValueFrom, mergeMap, of, type Observable } from 'rxjs';
import type { GuardedRequest } from '../auth/access.guard.js';
import { routeName } from '../auth/route-name.js';
import type { Db } from '../db/db.js';
import { currentScope, withinScope } from '../db/scope.js';
import { keepAnswer, Replay, replayKept, takeKey } from './kept-answer.js';
import { never, type KeyRule, type KeyTable } from './key-table.js';
import { readKey, type KeyedRequest, type RequestKey } from './request-key.js';

/** Asked for before the pipes and again by the handler; hashed once. */
const keyIn = (context: ExecutionContext): RequestKey | undefined => {
  const request = context
    .switchToHttp()
    .getRequest<GuardedRequest & KeyedRequest & { requestKey?: RequestKey | undefined }>();
  if (request.principal !== undefined) request.requestKey ??= readKey(request.principal.personId, request);
  return request.requestKey;
};

/** For an action that keeps the key in its own statement (key table: `onceInStatement`). */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext) => keyIn(context));

/**
 * Runs a handler whose request bears an Idempotency-Key in one transaction with the key: effect and answer stand
 * together or not at all. A refusal and a failure change nothing and are not kept, so that trying again may
 * succeed. A deadlock runs pipes and handler again from the start.
 */
export class AnswerOnce implements NestInterceptor {
  constructor(
    private readonly db: Db,
    private readonly table: KeyTable,
    private readonly adapterHost: HttpAdapterHost,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const rule = this.table[routeName(context.getClass(), context.getHandler()) ?? ''] ?? never('no key');
    return defer(() => this.handle(rule, context, next)).pipe(
      catchError((error: unknown) => {
        if (!(error instanceof Replay)) throw error;
        const response = context.switchToHttp().getResponse<object>();
        this.adapterHost.httpAdapter.setHeader(response, 'Idempotency-Replayed', 'true');
        return of(error.answer);
      }),
    );
  }

  private handle(rule: KeyRule, context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { refusedForState } = context.switchToHttp().getRequest<GuardedRequest>();
    const go = (): Observable<unknown> => {
      if (refusedForState !== undefined) throw refusedForState;
      return next.handle() as Observable<unknown>;
    };
    const key = 'never' in rule ? undefined : keyIn(context);
    if (key === undefined || 'never' in rule) return go();
    if (rule.once === 'in-transaction') return from(this.inTransaction(key, go));
    return refusedForState === undefined ? go() : from(replayKept(this.db, key)).pipe(mergeMap(go));
  }

  private inTransaction(key: RequestKey, go: () => Observable<unknown>): Promise<unknown> {
    const scope = currentScope();
    return this.db.transaction(async (tx) => {
      await takeKey(tx, key);
      const answer = await withinScope({ ...scope, tx }, () =>
        lastValueFrom(go(), { defaultValue: undefined }),
      );
      await keepAnswer(tx, key, answer);
      return answer;
    });
  }
}
