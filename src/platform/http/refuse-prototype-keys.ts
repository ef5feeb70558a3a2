import { Refusal, type FieldError } from '../../core/kernel/refuse.js';
import { refuseRequest } from './refusals.js';

const poisonous = new Set(['__proto__', 'constructor', 'prototype']);

/** No body of ours nests half as deep; transformer and validator would follow any depth until the stack ends. */
const DEEPEST = 10;

/** Asked of every body and nearly always false, so it builds nothing; what is wrong then, `errorsIn` says. */
const isStrange = (value: unknown, depth: number): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  const keys = Object.keys(value);
  if (keys.length > 0 && depth >= DEEPEST) return true;
  return keys.some(
    (key) => poisonous.has(key) || isStrange((value as Record<string, unknown>)[key], depth + 1),
  );
};

const errorsIn = (value: unknown, path: readonly string[]): FieldError[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => {
    const below = [...path, key];
    if (!poisonous.has(key) && below.length < DEEPEST)
      return errorsIn((value as Record<string, unknown>)[key], below);
    const field = below.join('.');
    return [{ field, rule: 'UNKNOWN_FIELD', id: `${field} tidak dikenal`, en: `${field} is not known here` }];
  });
};

/**
 * Refuses what no body of ours holds, before anything follows it down: however deep it nests, this ends.
 * @throws Refusal INVALID_REQUEST
 */
export const refuseStrangeShape = (value: unknown): void => {
  if (!isStrange(value, 1)) return;
  const errors = errorsIn(value, []);
  const { code, text } = refuseRequest('INVALID_REQUEST');
  throw new Refusal(code, text, errors);
};
