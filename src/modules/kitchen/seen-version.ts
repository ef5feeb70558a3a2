import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { GuardedRequest } from '../../platform/auth/access.guard.js';

const etag = /^(?:W\/)?"(\d{1,9})"$/;

/** The version in `If-Match: "3"`, or undefined: a PUT may begin what is not there yet, of which nobody saw a version. */
export const SeenVersion = createParamDecorator(
  (_: unknown, context: ExecutionContext): number | undefined => {
    const header = context.switchToHttp().getRequest<GuardedRequest>().headers['if-match'];
    const version = typeof header === 'string' ? etag.exec(header.trim())?.[1] : undefined;
    return version === undefined ? undefined : Number(version);
  },
);
