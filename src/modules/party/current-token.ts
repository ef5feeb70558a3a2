import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { GuardedRequest } from '../../platform/auth/access.guard.js';
import { hashToken } from '../../platform/auth/sessions.js';

/** The hash of the token that the guard has just let in. */
export const CurrentToken = createParamDecorator((_: unknown, context: ExecutionContext): Buffer => {
  const { authorization } = context.switchToHttp().getRequest<GuardedRequest>().headers;
  return hashToken(String(authorization).replace(/^Bearer /, ''));
});
