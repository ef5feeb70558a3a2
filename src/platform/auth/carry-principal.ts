import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Observable } from 'rxjs';
import { withinScope } from '../db/scope.js';
import type { GuardedRequest } from './access.guard.js';

/** Everything a request does from here on runs for whom the guard found: pipes, handler, and what streams after it. */
@Injectable()
export class CarryPrincipal implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { principal } = context.switchToHttp().getRequest<GuardedRequest>();
    return new Observable((subscriber) =>
      withinScope({ principal }, () => next.handle().subscribe(subscriber)),
    );
  }
}
