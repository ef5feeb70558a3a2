import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { refuseRequest } from './refusals.js';
import type { LoggedRequest } from './request-id.js';

const etag = /^(?:W\/)?"(\d{1,9})"$/;

const seenVersion = (context: ExecutionContext): number | undefined => {
  const header = context.switchToHttp().getRequest<LoggedRequest>().headers['if-match'];
  const version = typeof header === 'string' ? etag.exec(header.trim())?.[1] : undefined;
  return version === undefined ? undefined : Number(version);
};

/** The version the caller saw, from `If-Match: "3"`; refused with 428 when it is missing. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const version = seenVersion(context);
  if (version === undefined) throw refuseRequest('VERSION_REQUIRED');
  return version;
});

/** The same, or undefined: a PUT may begin what is not there yet, of which nobody saw a version. */
export const IfMatchOrNone = createParamDecorator((_: unknown, context: ExecutionContext) =>
  seenVersion(context),
);

/**
 * For what may be begun or edited by the same call: what is there must have been seen, and nothing that is not.
 * @throws Refusal VERSION_REQUIRED, VERSION_CHANGED
 */
export const requireSeen = (current: number | undefined, seen: number | undefined): void => {
  if (current !== undefined && seen === undefined) throw refuseRequest('VERSION_REQUIRED');
  if (seen !== undefined) requireVersion(current ?? 0, seen);
};

/** Refuses an edit of a row that has moved on since the caller looked. */
export const requireVersion = (current: number, expected: number): void => {
  if (current !== expected) throw refuseRequest('VERSION_CHANGED', { current });
};
