import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, ValidateIf } from 'class-validator';

/** Some of a few words, at least one and, in a list made of them, each once. */
export const SomeOf = (
  values: readonly string[],
  options: { readonly about?: string; readonly optional?: boolean; readonly min?: number } = {},
): PropertyDecorator => {
  const { min = 1, optional = false, about } = options;
  return applyDecorators(
    ApiProperty({
      type: 'array',
      items: { type: 'string', enum: [...values] },
      minItems: min,
      maxItems: values.length,
      required: !optional,
      ...(about === undefined ? {} : { description: about }),
    }),
    ...(optional ? [ValidateIf((_, value) => value !== undefined)] : []),
    IsArray(),
    ArrayMinSize(min, { context: { min } }),
    ArrayMaxSize(values.length, { context: { max: values.length } }),
    IsIn(values, { each: true, context: { values: values.join(', ') } }),
  );
};
