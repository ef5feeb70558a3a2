import { createHash } from 'node:crypto';
import fc, { type Arbitrary } from 'fast-check';
import { generateValue, knownThing } from './generate-value.js';
import { hostileHeaders, hostileTexts, rawBodies, type RawBody } from './hostile-values.js';
import { knownBodies } from './known-bodies.js';
import { mutateValue } from './mutate-value.js';
import type { Api, Route } from './read-api.js';

/** A request before it is known whom and what it names; the same for a seed, a route and a number, always. */
export interface Case {
  readonly kind: 'valid' | 'mutated' | 'hostile' | 'raw';
  readonly actor: number;
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: readonly (readonly [name: string, value: unknown])[];
  readonly headers: readonly (readonly [name: string, value: unknown])[];
  readonly body: unknown;
  readonly raw: number | undefined;
}

const hostileText = fc.constantFrom(...hostileTexts);

const parametersOf = (route: Route, place: 'path' | 'query') =>
  route.parameters.filter((each) => each.in === place);

const pathOf = (route: Route, api: Api, isHostile: boolean): Arbitrary<Record<string, unknown>> =>
  fc.record(
    Object.fromEntries(
      parametersOf(route, 'path').map(({ name, schema = { type: 'string' } }) => {
        const valid =
          schema.format === 'uuid' || schema.enum === undefined
            ? fc.oneof(
                { weight: 30, arbitrary: knownThing(name) },
                { weight: 1, arbitrary: generateValue(name, schema, api.schemas) },
              )
            : generateValue(name, schema, api.schemas);
        return [name, isHostile ? fc.oneof(valid, hostileText) : valid];
      }),
    ),
  );

const queryOf = (route: Route, api: Api, isHostile: boolean): Arbitrary<[string, unknown][]> => {
  const pairs = parametersOf(route, 'query').map(({ name, schema = {}, required }) => {
    const value = generateValue(name, schema, api.schemas);
    const pair = fc.tuple(fc.constant(name), isHostile ? fc.oneof(value, hostileText) : value);
    const once = pair.map((each) => [each]);
    const never = fc.constant<[string, unknown][]>([]);
    if (!isHostile) return required === true ? once : fc.oneof(never, once);
    return fc.oneof(
      never,
      once,
      fc.tuple(pair, pair),
      pair.map(([key, each]): [string, unknown][] => [[`${key}[]`, each]]),
      pair.map(([key, each]): [string, unknown][] => [[`${key}[a]`, each]]),
    );
  });
  const strange = fc.tuple(
    fc.constantFrom('__proto__', 'constructor', 'x', 'limit', 'cursor', ''),
    hostileText,
  );
  const more: Arbitrary<[string, unknown][]> = isHostile
    ? fc.array(strange, { maxLength: 2 })
    : fc.constant([]);
  return fc.tuple(more, ...pairs).map((all) => all.flat());
};

const version = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 3 }).map((number) => `"${number}"`) },
  // What is begun and not edited has none.
  { weight: 2, arbitrary: fc.constant(undefined) },
);

const headersOf = (isHostile: boolean): Arbitrary<(readonly [string, unknown])[]> => {
  const usual = fc
    .tuple(version, fc.option(fc.uuid(), { nil: undefined }), fc.constantFrom('id', 'en', undefined))
    .map(([ifMatch, key, language]): (readonly [string, unknown])[] => [
      ['if-match', ifMatch],
      ['idempotency-key', key],
      ['accept-language', language],
    ]);
  if (!isHostile) return usual;
  return fc
    .tuple(usual, fc.array(fc.constantFrom(...hostileHeaders), { maxLength: 2 }))
    .map(([some, more]) => [...some.filter(([name]) => !more.some(([other]) => other === name)), ...more]);
};

const casesOf = (route: Route, api: Api): Record<Case['kind'], Arbitrary<Case>> => {
  const bySchema =
    route.body === undefined ? fc.constant(undefined) : generateValue('', route.body, api.schemas);
  const known = knownBodies[route.name];
  const valid = known === undefined ? bySchema : fc.oneof(known, bySchema);
  const make = (
    kind: Case['kind'],
    body: Arbitrary<unknown>,
    raw: Arbitrary<number | undefined>,
    isHostile: boolean,
  ): Arbitrary<Case> =>
    fc.record({
      kind: fc.constant(kind),
      actor: fc.nat(1_000_000),
      path: pathOf(route, api, isHostile),
      query: queryOf(route, api, isHostile),
      headers: headersOf(isHostile),
      body,
      raw,
    });
  const noRaw = fc.constant(undefined);
  return {
    valid: make('valid', valid, noRaw, false),
    mutated: make('mutated', valid.chain(mutateValue), noRaw, false),
    hostile: make('hostile', fc.oneof(valid, valid.chain(mutateValue)), noRaw, true),
    raw: make('raw', valid, fc.nat(rawBodies.length - 1), false),
  };
};

const made = new Map<Route, Record<Case['kind'], Arbitrary<Case>>>();

/** Of ten cases of a route with a body five are what it asks for; without one there is nothing to mutate. */
const kindsOf = (route: Route): readonly Case['kind'][] =>
  route.body === undefined
    ? ['valid', 'valid', 'valid', 'hostile', route.method === 'GET' ? 'hostile' : 'raw']
    : ['valid', 'valid', 'valid', 'valid', 'valid', 'mutated', 'mutated', 'hostile', 'hostile', 'raw'];

/** The case of this number: the same words always give the same case. */
export const makeCase = (api: Api, route: Route, seed: number, number: number): Case => {
  const digest = createHash('sha256').update(`${seed}\n${route.name}\n${number}`).digest();
  const kinds = kindsOf(route);
  const kind = kinds[number % kinds.length] ?? 'valid';
  const cases = made.get(route) ?? casesOf(route, api);
  made.set(route, cases);
  const [drawn] = fc.sample(cases[kind], { seed: digest.readInt32LE(0), numRuns: 1 });
  if (drawn === undefined) throw new Error('nothing was drawn');
  return drawn;
};

/** The body of a case of kind `raw`. */
export const rawBodyOf = ({ raw = 0 }: Case): RawBody => {
  const body = rawBodies[raw];
  if (body === undefined) throw new Error(`there is no raw body ${raw}`);
  return body;
};
