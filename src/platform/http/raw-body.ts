import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

interface RawRequest {
  readonly rawBody?: Buffer;
}

/** A body as its bytes came, for who checks a signature over them or takes fields that nobody has heard of yet. */
export const RawBody = createParamDecorator(
  (_: unknown, context: ExecutionContext): Buffer =>
    context.switchToHttp().getRequest<RawRequest>().rawBody ?? Buffer.alloc(0),
);
