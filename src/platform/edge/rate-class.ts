import 'reflect-metadata';
import { SetMetadata } from '@nestjs/common';

/** Kinds of requests that are counted apart, so that looking around never keeps anybody from signing in or committing. */
export const rateClasses = [
  'sign-in',
  'write',
  'read',
  'stream',
  'download',
  'notification',
  'page',
] as const;
export type RateClass = (typeof rateClasses)[number];

const COUNTED_AS = 'sepikul:counted-as';

/** A route that is counted in another class than its method says. */
export const CountedAs = (rateClass: RateClass): MethodDecorator => SetMetadata(COUNTED_AS, rateClass);

/** Where @nestjs/swagger keeps what a route says it produces. */
const PRODUCES = 'swagger/apiProduces';

const isJson = (type: string): boolean => type === 'application/json';

/**
 * The class of a route, from what it says of itself: what it produces, its method, and whether anyone may call it.
 * A change that needs no session is one that makes a session or proves who asks, so it counts as signing in.
 */
export const rateClassOf = (method: string, handler: object, isForAnyone: boolean): RateClass => {
  const said = Reflect.getMetadata(COUNTED_AS, handler) as RateClass | undefined;
  if (said !== undefined) return said;
  const produces = (Reflect.getMetadata(PRODUCES, handler) ?? []) as string[];
  if (produces.includes('text/event-stream')) return 'stream';
  if (method !== 'GET' && method !== 'HEAD') return isForAnyone ? 'sign-in' : 'write';
  return produces.length > 0 && !produces.every(isJson) ? 'download' : 'read';
};
