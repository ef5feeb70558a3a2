import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { Refusal, type FieldError } from '../../core/kernel/refuse.js';
import { refuseRequest } from './refusals.js';

const poisonous = new Set(['__proto__', 'constructor', 'prototype']);

/** No body of ours nests half as deep; transformer and validator would follow any depth until the stack ends. */
const DEEPEST = 10;

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

/** The transformer drops these keys without a word before validation could refuse them as unknown; what lies too deep it could not take at all. */
@Injectable()
export class RefusePrototypeKeys implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    if (metadata.type !== 'body' && metadata.type !== 'query') return value;
    const errors = errorsIn(value, []);
    if (errors.length === 0) return value;
    const { code, text } = refuseRequest('INVALID_REQUEST');
    throw new Refusal(code, text, errors);
  }
}
