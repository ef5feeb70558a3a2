import fc, { type Arbitrary } from 'fast-check';
import { Known } from './generate-value.js';
import { hostileKeys, hostileTexts, hostileThings } from './hostile-values.js';

type Holder = Record<string, unknown> | unknown[];

const isHolder = (value: unknown): value is Holder =>
  typeof value === 'object' && value !== null && !(value instanceof Known);

/** A copy of its own, which may be changed. */
const copyOf = (value: unknown): unknown => {
  if (!isHolder(value)) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copyOf(each)]));
};

/** Every place in a value: what holds it, and under which key. */
const placesIn = (value: unknown): { holder: Holder; key: string }[] =>
  isHolder(value)
    ? Object.keys(value).flatMap((key) => [
        { holder: value, key },
        ...placesIn((value as Record<string, unknown>)[key]),
      ])
    : [];

const put = (holder: Holder, key: string, value: unknown): void => {
  // As JSON.parse does: a key `__proto__` becomes a key, not a prototype.
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
};

type Mutation = (holder: Holder, key: string) => void;

const mutation = (): Arbitrary<Mutation> =>
  fc.oneof(
    fc.constantFrom(...hostileThings).map(
      (thing): Mutation =>
        (holder, key) =>
          put(holder, key, copyOf(thing)),
    ),
    fc.constantFrom(...hostileTexts).map(
      (text): Mutation =>
        (holder, key) =>
          put(holder, key, text),
    ),
    fc.constant<Mutation>((holder, key) => {
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else Reflect.deleteProperty(holder, key);
    }),
    fc.constant<Mutation>((holder, key) => {
      const value = (holder as Record<string, unknown>)[key];
      put(holder, key, [value, value]);
    }),
    fc.tuple(fc.constantFrom(...hostileKeys), fc.constantFrom<unknown>(1, null, {}, 'x')).map(
      ([strange, value]): Mutation =>
        (holder, key) =>
          put(holder, Array.isArray(holder) ? key : strange, value),
    ),
    fc.integer({ min: 2, max: 300 }).map((times): Mutation => (holder, key) => {
      if (Array.isArray(holder))
        holder.push(...Array.from({ length: times }, () => copyOf(holder[Number(key)])));
      else put(holder, key, 'y'.repeat(times * 10));
    }),
  );

/** A value like the one given, but for one to three places where something else stands, is missing or is too many. */
export const mutateValue = (value: unknown): Arbitrary<unknown> =>
  fc.array(fc.tuple(fc.nat(100_000), mutation()), { minLength: 1, maxLength: 3 }).map((mutations) => {
    const copy = copyOf(value);
    for (const [where, mutate] of mutations) {
      const places = placesIn(copy);
      const place = places[where % Math.max(1, places.length)];
      if (place !== undefined) mutate(place.holder, place.key);
    }
    return copy;
  });
