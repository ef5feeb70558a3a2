import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { clientAddress } from './client-address.js';

/** The address a request comes from, for limits only, never for rights. */
export const CallerAddress = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  clientAddress(context.switchToHttp().getRequest<Parameters<typeof clientAddress>[0]>()),
);
