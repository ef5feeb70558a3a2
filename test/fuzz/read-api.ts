import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../src/platform/package-root.js';

/** As much of a schema as Sepikul's description uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly nullable?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: boolean | Schema;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema?: Schema;
}

type Contents = Readonly<Record<string, { readonly schema?: Schema }>>;

interface Answer {
  readonly $ref?: string;
  readonly content?: Contents;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Contents };
  readonly responses: Readonly<Record<string, Answer>>;
  readonly security?: readonly object[];
}

/** One route of the description. */
export interface Route {
  /** `POST /api/v1/pools/{poolId}/close`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
  /** The types of file that it takes instead of JSON; none: it takes no file. */
  readonly files: readonly string[];
  /** What it may answer: by status, then by type. */
  readonly answers: Readonly<Record<string, Contents>>;
}

export interface Api {
  readonly routes: readonly Route[];
  readonly schemas: Readonly<Record<string, Schema>>;
}

const JSON_TYPE = 'application/json';

const bodyOf = ({ requestBody }: Operation): Schema | undefined => requestBody?.content[JSON_TYPE]?.schema;

const filesOf = ({ requestBody }: Operation): string[] =>
  Object.keys(requestBody?.content ?? {}).filter((type) => type !== JSON_TYPE);

/** Every route of openapi.json, which a law holds equal to the code: a new route is a route to try. */
export const readApi = async (): Promise<Api> => {
  const api = JSON.parse(await readFile(join(packageRoot(), 'openapi.json'), 'utf8')) as {
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, Schema>; responses?: Record<string, Answer> };
  };
  const meant = (answer: Answer): Contents =>
    (answer.$ref === undefined ? answer : api.components.responses?.[answer.$ref.split('/').at(-1) ?? ''])
      ?.content ?? {};
  const routes = Object.entries(api.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]): Route => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      parameters: operation.parameters ?? [],
      body: bodyOf(operation),
      files: filesOf(operation),
      answers: Object.fromEntries(
        Object.entries(operation.responses).map(([status, answer]) => [status, meant(answer)]),
      ),
    })),
  );
  return { routes, schemas: api.components.schemas };
};

/** Follows references, and the lone `allOf` that stands around one where something is said beside it. */
export const resolveSchema = (schema: Schema, schemas: Api['schemas']): Schema => {
  if (schema.$ref !== undefined) {
    const found = schemas[schema.$ref.split('/').at(-1) ?? ''];
    if (found === undefined) throw new Error(`no schema ${schema.$ref}`);
    return resolveSchema(found, schemas);
  }
  const [only, ...more] = schema.allOf ?? [];
  if (only === undefined || more.length > 0) return schema;
  const { allOf: _, ...beside } = schema;
  return { ...resolveSchema(only, schemas), ...beside };
};
