import { Readable } from 'node:stream';
import {
  applyDecorators,
  BadRequestException,
  createParamDecorator,
  UnsupportedMediaTypeException,
  type ExecutionContext,
} from '@nestjs/common';
import { RouteConfig, type FastifyAdapter } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';

/** A file that is on its way: read only once the guard has let its sender in, and never further than allowed. */
export interface UploadedFile {
  read(mostBytes: number): Promise<Buffer | 'too-large'>;
}

interface FileRequest {
  readonly body?: unknown;
  readonly routeOptions?: { readonly config?: { readonly takesFile?: readonly string[] } };
}

const OCTETS = 'application/octet-stream';

/** Marks a route whose body is a file of these types instead of JSON; what the bytes are, its action finds out. */
export const TakesFile = (...mediaTypes: readonly string[]): MethodDecorator =>
  applyDecorators(
    RouteConfig({ takesFile: mediaTypes }),
    ApiConsumes(...mediaTypes),
    ApiBody({ schema: { type: 'string', format: 'binary' } }),
  );

const readAll = async (stream: Readable, mostBytes: number): Promise<Buffer | 'too-large'> => {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    // Left open when it is too much: the answer goes out over the same connection.
    for await (const piece of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > mostBytes) return 'too-large';
      pieces.push(piece);
    }
  } catch {
    throw new BadRequestException();
  }
  return Buffer.concat(pieces, size);
};

/** The file that is the body of a route marked so. A body of another kind is refused. */
export const Upload = createParamDecorator((_: unknown, context: ExecutionContext): UploadedFile => {
  const { body } = context.switchToHttp().getRequest<FileRequest>();
  if (body === undefined || body === null) return { read: () => Promise.resolve(Buffer.alloc(0)) };
  if (!(body instanceof Readable)) throw new UnsupportedMediaTypeException();
  return { read: (mostBytes) => readAll(body, mostBytes) };
});

/** Lets files of these types through, unread, to routes that take them; to every other route they are refused as they were. */
export const takeFiles = (adapter: FastifyAdapter, mediaTypes: readonly string[]): void => {
  adapter.getInstance().addContentTypeParser([...mediaTypes, OCTETS], (request, payload, done) => {
    const { takesFile } = (request as FileRequest).routeOptions?.config ?? {};
    if (takesFile === undefined) done(new UnsupportedMediaTypeException());
    else done(null, payload);
  });
};
