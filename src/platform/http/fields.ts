import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type, type ClassConstructor } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  NotContains,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  HasLength,
  IsCivilDate,
  IsInstant,
  IsIsoWeekText,
  IsNoList,
  IsWellFormedText,
} from './civil-rules.js';

/**
 * One decorator per field says its type, its rule and its documentation at once, for requests and answers
 * alike: what /docs shows is what is enforced.
 */
interface FieldOptions {
  readonly about?: string;
  /** May be left out. */
  readonly optional?: boolean;
  /** May be null. */
  readonly nullable?: boolean;
  readonly example?: unknown;
}

/** The largest amount or quantity that travels as a JSON number: far above any lot, far below 2^53. */
export const MAX_WHOLE = 1_000_000_000_000_000;
const MAX_PACKS = 1_000_000_000;
/** Above any price of food per kg, litre or piece. */
const MAX_PRICE_RP = 1_000_000_000;

const field = (
  options: FieldOptions,
  schema: ApiPropertyOptions,
  ...rules: PropertyDecorator[]
): PropertyDecorator =>
  applyDecorators(
    ApiProperty({
      ...schema,
      required: options.optional !== true,
      ...(options.nullable === true ? { nullable: true } : {}),
      ...(options.about === undefined ? {} : { description: options.about }),
      ...(options.example === undefined ? {} : { example: options.example }),
    } as ApiPropertyOptions),
    ...(options.optional === true ? [ValidateIf((_, value) => value !== undefined)] : []),
    ...(options.nullable === true ? [IsOptional()] : []),
    ...rules,
  );

export const Whole = (options: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator => {
  const { min = 0, max = MAX_WHOLE } = options;
  return field(
    options,
    { type: 'integer', minimum: min, maximum: max },
    IsInt(),
    Min(min, { context: { min } }),
    Max(max, { context: { max } }),
  );
};
export const Packs = (options: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator =>
  Whole({ min: 1, max: MAX_PACKS, ...options });
/** Whole rupiah; answers may carry negative amounts (`min`). */
export const Rupiah = (options: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator =>
  Whole({ min: 1, ...options });

/** Whole rupiah per base unit. */
export const UnitPrice = (options: FieldOptions = {}): PropertyDecorator =>
  Whole({ min: 1, max: MAX_PRICE_RP, ...options });

/** A number that is measured, not counted (a coordinate): never money or quantity. */
export const Measure = (options: FieldOptions = {}): PropertyDecorator => field(options, { type: 'number' });

export const Id = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: 'string', format: 'uuid' }, IsUUID());

export const Text = (
  options: FieldOptions & { min?: number; max?: number; pattern?: RegExp } = {},
): PropertyDecorator => {
  const { min = 1, max = 200, pattern } = options;
  return field(
    options,
    { type: 'string', minLength: min, maxLength: max, ...(pattern ? { pattern: pattern.source } : {}) },
    IsString(),
    NotContains('\u0000'),
    IsWellFormedText(),
    HasLength(min),
    MaxLength(max, { context: { max } }),
    ...(pattern ? [Matches(pattern, { context: { pattern: pattern.source } })] : []),
  );
};

export const OneOf = (values: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  field(
    options,
    { type: 'string', enum: [...values] },
    IsIn(values, { context: { values: values.join(', ') } }),
  );

export const Flag = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: 'boolean' }, IsBoolean());

/** The same of an address, where it stands as a word: `?waiting=true`. */
export const QueryFlag = (options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      value === 'true' ? true : value === 'false' ? false : value,
    ),
    Flag(options),
  );

/** A civil date `YYYY-MM-DD`. */
export const CivilDate = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: 'string', format: 'date' }, IsCivilDate());

/** An ISO week `2026-W48`. */
export const IsoWeek = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: '2026-W48', ...options },
    { type: 'string', pattern: '^\\d{4}-W\\d{2}$' },
    IsIsoWeekText(),
  );

/** A moment in time, RFC 3339 with its zone. */
export const Instant = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: 'string', format: 'date-time' }, IsInstant());

/** One entry too many tells that a list is too long; what comes after it is not worth judging, however much it is. */
const CutAfter = (max: number): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.slice(0, max + 1) : value), {
    toClassOnly: true,
  });

/** A list of objects of a class, with its least and greatest length. */
export const ListOf = (
  of: () => ClassConstructor<object>,
  options: FieldOptions & { min?: number; max?: number } = {},
): PropertyDecorator => {
  const { min = 0, max = 1000 } = options;
  return field(
    options,
    { type: () => of(), isArray: true, minItems: min, maxItems: max },
    IsArray(),
    ArrayMinSize(min, { context: { min } }),
    ArrayMaxSize(max, { context: { max } }),
    IsNoList({ each: true }),
    ValidateNested({ each: true }),
    Type(of),
    CutAfter(max),
  );
};

/** A list of plain words, as in answers. */
export const Words = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: 'string', isArray: true }, IsArray(), IsString({ each: true }));

/** A list of ids. */
export const Ids = (options: FieldOptions & { max: number }): PropertyDecorator =>
  field(
    options,
    { type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: options.max },
    IsArray(),
    ArrayMaxSize(options.max, { context: { max: options.max } }),
    IsUUID(undefined, { each: true }),
    CutAfter(options.max),
  );

/** One nested object of a class. Nothing in its place is no object either: nested rules alone would let it pass. */
export const Part = (of: () => ClassConstructor<object>, options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: () => of() }, IsDefined(), IsNoList({ each: false }), ValidateNested(), Type(of));
