import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

const LONGEST = 400;

/** How the caller's program calls itself; anybody may say anything. */
export const CallerDevice = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { headers } = context
    .switchToHttp()
    .getRequest<{ headers: Readonly<Record<string, string | string[] | undefined>> }>();
  return String(headers['user-agent'] ?? '').slice(0, LONGEST);
});
