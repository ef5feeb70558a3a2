import 'reflect-metadata';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import type { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { getMetadataStorage } from 'class-validator';
import type { AccessTable } from '../auth/allow.js';
import { routeName } from '../auth/route-name.js';
import { listTableFaults, type NamedRoute } from './list-table-faults.js';

type Handler = (...args: unknown[]) => unknown;
interface Route extends NamedRoute {
  readonly prototype: object;
  readonly method: string;
  readonly handler: Handler;
}

/** Nest's numbers for `@Body()` and `@Query()` in its route argument metadata. */
const BODY = '3';
const QUERY = '4';

const routesOf = (discovery: DiscoveryService, scanner: MetadataScanner): Route[] =>
  discovery.getControllers().flatMap((wrapper) => {
    const prototype = wrapper.metatype?.prototype as object | undefined;
    if (prototype === undefined) return [];
    return scanner.getAllMethodNames(prototype).flatMap((method) => {
      const handler = (prototype as Record<string, unknown>)[method] as Handler;
      const route = routeName(prototype.constructor, handler);
      return route === undefined
        ? []
        : [{ name: `${wrapper.name}.${method}`, route, prototype, method, handler }];
    });
  });

/** The declared class of a parameter, when it is one that class-validator knows rules for. */
const isValidated = (type: unknown): boolean =>
  typeof type === 'function' &&
  getMetadataStorage().getTargetValidationMetadatas(type, '', false, false).length > 0;

const unvalidated = ({ name, prototype, method }: Route): string[] => {
  const controller = prototype.constructor;
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Record<
    string,
    { index: number; data?: unknown }
  >;
  const types = (Reflect.getMetadata('design:paramtypes', prototype, method) ?? []) as unknown[];
  return Object.entries(args).flatMap(([key, { index }]) => {
    const source = key.split(':')[0];
    if (source !== BODY && source !== QUERY) return [];
    return isValidated(types[index])
      ? []
      : [
          `${name}: its ${source === BODY ? 'body' : 'query'} would go unvalidated (declare a class with rules)`,
        ];
  });
};

/**
 * Boot check: every route has its row in the access table and every row its route, and no body or query goes
 * unvalidated. ValidationPipe checks nothing for interfaces, unions, `Partial<>` and arrays, so such a route must
 * not start.
 * @throws Error naming every fault at once.
 */
export const refuseOpenRoutes = (
  discovery: DiscoveryService,
  scanner: MetadataScanner,
  access: AccessTable,
): void => {
  const routes = routesOf(discovery, scanner);
  const problems = [...listTableFaults(routes, access), ...routes.flatMap(unvalidated)];
  if (problems.length > 0)
    throw new Error(`routes refused:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
};
