import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { refuseRequest } from './refusals.js';
import type { LoggedRequest } from './request-id.js';

const etag = /^(?:W\/)?"(\d{1,9})"$/;

/** The version the caller saw, from `If-Match: "3"`; refused with 428 when it is missing. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<LoggedRequest>().headers['if-match'];
  const version = typeof header === 'string' ? etag.exec(header.trim())?.[1] : undefined;
  if (version === undefined) throw refuseRequest('VERSION_REQUIRED');
  return Number(version);
});

/** Refuses an edit of a row that has moved on since the caller looked. */
export const requireVersion = (current: number, expected: number): void => {
  if (current !== expected) throw refuseRequest('VERSION_CHANGED', { current });
};
