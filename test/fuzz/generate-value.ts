import fc, { type Arbitrary } from 'fast-check';
import { resolveSchema, type Api, type Schema } from './read-api.js';

/** Something of the planted season, by the name of the field it stands in: which one is known when it is sent. */
export class Known {
  constructor(
    readonly name: string,
    /** Which of those there are. */
    readonly pick: number,
    /** Whether one that has to do with the caller is preferred. */
    readonly isOwn: boolean,
  ) {}
}

export const knownThing = (name: string): Arbitrary<Known> =>
  fc.tuple(fc.nat(1_000), fc.boolean()).map(([pick, isOwn]) => new Known(name, pick, isOwn));

/** Fields whose texts mean something only when they name what there is. */
const isVocabulary = (name: string): boolean => /(?:Code|^code|^zone|^isoWeek|^login|^password)$/.test(name);

const DAY_MS = 86_400_000;
const days = [-3_000, -30, -1, 0, 1, 3, 5, 7, 30, 400, 20_000];

const moment = (): Arbitrary<Date> =>
  fc
    .tuple(fc.constantFrom(...days), fc.integer({ min: 0, max: DAY_MS }))
    .map(([day, ms]) => new Date(Date.UTC(2026, 10, 30) + day * DAY_MS + ms));

const whole = ({ minimum = -1_000, maximum = 1_000_000_000_000_000 }: Schema): Arbitrary<number> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: minimum, max: Math.min(maximum, minimum + 60) }) },
    { weight: 2, arbitrary: fc.integer({ min: minimum, max: Math.min(maximum, minimum + 20_000) }) },
    { weight: 1, arbitrary: fc.constantFrom(minimum, maximum) },
    { weight: 1, arbitrary: fc.integer({ min: minimum, max: maximum }) },
  );

const text = (
  name: string,
  { minLength = 0, maxLength = 200, pattern, format }: Schema,
): Arbitrary<unknown> => {
  if (format === 'uuid')
    return fc.oneof({ weight: 12, arbitrary: knownThing(name) }, { weight: 1, arbitrary: fc.uuid() });
  if (format === 'date') return moment().map((at) => at.toISOString().slice(0, 10));
  if (format === 'date-time') return moment().map((at) => at.toISOString());
  const drawn =
    pattern === undefined
      ? fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, minLength + 30) })
      : fc.stringMatching(new RegExp(pattern));
  const longest = fc.constant('x'.repeat(maxLength));
  const own = fc.oneof({ weight: 8, arbitrary: drawn }, { weight: 1, arbitrary: longest });
  return isVocabulary(name)
    ? fc.oneof({ weight: 8, arbitrary: knownThing(name) }, { weight: 1, arbitrary: own })
    : own;
};

const record = (schema: Schema, schemas: Api['schemas']): Arbitrary<unknown> => {
  const properties = Object.entries(schema.properties ?? {});
  return fc.record(
    Object.fromEntries(properties.map(([name, property]) => [name, generateValue(name, property, schemas)])),
    { requiredKeys: [...(schema.required ?? [])] },
  );
};

const list = (name: string, schema: Schema, schemas: Api['schemas']): Arbitrary<unknown> => {
  const { minItems = 0, maxItems = 1_000 } = schema;
  const item = generateValue(name, schema.items ?? {}, schemas);
  const of = (maxLength: number): Arbitrary<unknown> =>
    fc.array(item, { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, maxLength)) });
  return fc.oneof({ weight: 12, arbitrary: of(4) }, { weight: 1, arbitrary: of(60) });
};

/** Values that a schema takes, often at its bounds; `name` is the field they stand in. */
export const generateValue = (name: string, given: Schema, schemas: Api['schemas']): Arbitrary<unknown> => {
  const schema = resolveSchema(given, schemas);
  const value = ((): Arbitrary<unknown> => {
    if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
    switch (schema.type ?? 'anything') {
      case 'integer':
        return whole(schema);
      case 'number':
        return fc.double({ min: schema.minimum ?? -1e6, max: schema.maximum ?? 1e6, noNaN: true });
      case 'boolean':
        return fc.boolean();
      case 'array':
        return list(name, schema, schemas);
      case 'object':
        return record(schema, schemas);
      case 'string':
        return text(name, schema);
      default:
        return fc.jsonValue({ maxDepth: 2 });
    }
  })();
  return schema.nullable === true
    ? fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) })
    : value;
};
