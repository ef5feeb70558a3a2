import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { GuardedRequest } from './access.guard.js';
import type { Principal } from './principal.js';
import { refuseAccess } from './refusals.js';

/** The signed-in person, as a parameter of a route that is not open to anyone. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<GuardedRequest>();
  if (principal === undefined) throw refuseAccess('NOT_SIGNED_IN');
  return principal;
});

/** Who is asking on a route that is open to anyone: a person when one is signed in. */
export const Visitor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Principal | undefined =>
    context.switchToHttp().getRequest<GuardedRequest>().principal,
);
