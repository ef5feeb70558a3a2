import 'reflect-metadata';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';

const trim = (path: unknown): string => (typeof path === 'string' ? path.replace(/^\/+|\/+$/g, '') : '');

const known = new WeakMap<object, WeakMap<object, string | undefined>>();

const read = (controller: object, handler: object): string | undefined => {
  const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
  const path: unknown = Reflect.getMetadata(PATH_METADATA, handler);
  if (method === undefined || path === undefined) return undefined;
  const parts = [trim(Reflect.getMetadata(PATH_METADATA, controller)), trim(path)].filter(
    (part) => part !== '',
  );
  return `${RequestMethod[method]} /${parts.join('/')}`;
};

/** A handler's route as the access table names it: `GET /api/v1/pools/:poolId`; undefined for what is no route. Asked twice per request, so it is read once. */
export const routeName = (controller: object, handler: object): string | undefined => {
  const names = known.get(handler) ?? new WeakMap<object, string | undefined>();
  if (!names.has(controller)) {
    names.set(controller, read(controller, handler));
    known.set(handler, names);
  }
  return names.get(controller);
};
