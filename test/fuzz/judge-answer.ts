import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Api, Route, Schema } from './read-api.js';
import type { Received } from './send-request.js';

/** OpenAPI's schema as JSON Schema; objects take no field that they do not name, so that an answer tells no more than it says. */
const convert = (schema: Schema): object => {
  const { $ref, nullable, allOf, ...rest } = schema;
  if ($ref !== undefined || allOf !== undefined) {
    const [only] = allOf ?? [];
    const meant =
      $ref === undefined ? convert(only ?? {}) : { $ref: `api#/definitions/${$ref.split('/').at(-1) ?? ''}` };
    return nullable === true ? { anyOf: [{ type: 'null' }, meant] } : meant;
  }
  const properties = Object.fromEntries(
    Object.entries(rest.properties ?? {}).map(([name, property]) => [name, convert(property)]),
  );
  const converted = {
    ...(rest.type === undefined ? {} : { type: nullable === true ? [rest.type, 'null'] : rest.type }),
    ...(rest.enum === undefined ? {} : { enum: nullable === true ? [...rest.enum, null] : rest.enum }),
    ...(rest.items === undefined ? {} : { items: convert(rest.items) }),
    ...(rest.properties === undefined
      ? {}
      : { properties, additionalProperties: rest.additionalProperties ?? false }),
    ...(rest.oneOf === undefined ? {} : { oneOf: rest.oneOf.map(convert) }),
    ...(rest.anyOf === undefined ? {} : { anyOf: rest.anyOf.map(convert) }),
  };
  const plain = Object.fromEntries(
    (
      [
        'format',
        'pattern',
        'minimum',
        'maximum',
        'minLength',
        'maxLength',
        'minItems',
        'maxItems',
        'required',
      ] as const
    )
      .filter((key) => rest[key] !== undefined && !(key === 'format' && rest.format === 'binary'))
      .map((key) => [key, rest[key]]),
  );
  return { ...plain, ...converted };
};

export interface Fault {
  readonly kind:
    '5xx' | 'undocumented status' | 'undocumented type' | 'broken schema' | 'body where none is' | 'hang';
  readonly detail: string;
}

const typeOf = (received: Received): string =>
  (received.headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';

const isJson = (type: string): boolean => type === 'application/json' || type.endsWith('+json');

/** The data of each event of a stream. */
const eventsIn = (text: string): string[] =>
  [...text.matchAll(/^data: (.*)$/gm)].map(([, data = '']) => data);

/** Says what is wrong with an answer, by the description of its route. */
export const makeJudge = (api: Api): ((route: Route, received: Received) => Fault[]) => {
  const ajv = new Ajv({ strict: false, allErrors: false, validateFormats: true });
  (addFormats as unknown as (ajv: Ajv) => void)(ajv);
  ajv.addSchema({
    $id: 'api',
    definitions: Object.fromEntries(
      Object.entries(api.schemas).map(([name, schema]) => [name, convert(schema)]),
    ),
  });
  const compiled = new Map<Schema, ValidateFunction>();
  const validatorOf = (schema: Schema): ValidateFunction => {
    const validate = compiled.get(schema) ?? ajv.compile(convert(schema));
    compiled.set(schema, validate);
    return validate;
  };
  const broken = (schema: Schema, text: string): Fault[] => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return [{ kind: 'broken schema', detail: 'it is no JSON' }];
    }
    const validate = validatorOf(schema);
    if (validate(value)) return [];
    const [error] = validate.errors ?? [];
    const place = (error?.instancePath ?? '').replace(/\/\d+/g, '/#');
    const which = JSON.stringify(error?.params ?? {});
    return [{ kind: 'broken schema', detail: `${place} ${error?.message ?? ''} ${which}` }];
  };
  return (route, received) => {
    const { status, body } = received;
    if (status >= 500) return [{ kind: '5xx', detail: `${status}` }];
    const contents = route.answers[String(status)];
    if (contents === undefined) return [{ kind: 'undocumented status', detail: `${status} ${codeIn(body)}` }];
    if (Object.keys(contents).length === 0)
      return body.length === 0 ? [] : [{ kind: 'body where none is', detail: `${status}` }];
    const type = typeOf(received);
    const content = contents[type];
    if (content === undefined) return [{ kind: 'undocumented type', detail: `${status} ${type}` }];
    const schema = content.schema;
    const told = type === 'application/problem+json' ? problemFaults(status, body) : [];
    if (schema === undefined) return told;
    if (type === 'text/event-stream')
      return eventsIn(body.toString()).flatMap((data) => broken(schema, data));
    if (!isJson(type)) return [];
    return [...told, ...broken(schema, body.toString())];
  };
};

/** The code of a refusal. */
export const codeIn = (body: Buffer): string => /"code":"(\w+)"/.exec(body.toString())?.[1] ?? '';

const problemFaults = (status: number, body: Buffer): Fault[] => {
  const text = body.toString();
  const faults: Fault[] = [];
  if (!text.includes(`"status":${status}`))
    faults.push({ kind: 'broken schema', detail: `it does not say ${status}` });
  if (/node_modules|\\n\s+at |\.js:\d/.test(text))
    faults.push({ kind: 'broken schema', detail: 'it tells a stack' });
  return faults;
};
