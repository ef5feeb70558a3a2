/** What is read is no award file; `message` says where and why. */
export class NoAwardFile extends Error {
  override readonly name = 'NoAwardFile';
}

/** Reads one value, or throws; `name` is its path in the file. */
export type Shape<Value> = (value: unknown, name: string) => Value;

const show = (value: unknown): string =>
  value === undefined ? 'missing' : JSON.stringify(value).slice(0, 60);

export const aText: Shape<string> = (value, name) => {
  if (typeof value !== 'string' || value === '')
    throw new NoAwardFile(`${name} is ${show(value)}, not a text`);
  return value;
};

export const aFlag: Shape<boolean> = (value, name) => {
  if (typeof value !== 'boolean') throw new NoAwardFile(`${name} is ${show(value)}, not true or false`);
  return value;
};

export const aWhole: Shape<number> = (value, name) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new NoAwardFile(`${name} is ${show(value)}, not a whole number of 0 or more`);
  return value;
};

/** A whole number, also below 0. */
export const aBalance: Shape<number> = (value, name) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    throw new NoAwardFile(`${name} is ${show(value)}, not a whole number`);
  return value;
};

/** A whole number as decimal text, for those that JSON has not. */
export const aLargeWhole: Shape<string> = (value, name) => {
  if (typeof value !== 'string' || !/^-?\d{1,40}$/.test(value))
    throw new NoAwardFile(`${name} is ${show(value)}, not a whole number as text`);
  return value;
};

export const oneOf =
  <Word extends string>(...words: readonly Word[]): Shape<Word> =>
  (value, name) => {
    const word = words.find((one) => one === value);
    if (word === undefined)
      throw new NoAwardFile(`${name} is ${show(value)}, not one of ${words.join(', ')}`);
    return word;
  };

export const orNull =
  <Value>(shape: Shape<Value>): Shape<Value | null> =>
  (value, name) =>
    value === null ? null : shape(value, name);

export const listOf =
  <Value>(shape: Shape<Value>): Shape<Value[]> =>
  (value, name) => {
    if (!Array.isArray(value)) throw new NoAwardFile(`${name} is ${show(value)}, not a list`);
    return value.map((each, place) => shape(each, `${name}[${place}]`));
  };

const entriesOf = (value: unknown, name: string): [string, unknown][] => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new NoAwardFile(`${name} is ${show(value)}, not an object`);
  return Object.entries(value);
};

/** An object with any keys. */
export const mapOf =
  <Value>(shape: Shape<Value>): Shape<Record<string, Value>> =>
  (value, name) =>
    Object.fromEntries(entriesOf(value, name).map(([key, part]) => [key, shape(part, `${name}.${key}`)]));

/** An object with these keys and no others. */
export const objectOf =
  <Fields extends Record<string, Shape<unknown>>>(
    fields: Fields,
  ): Shape<{ [key in keyof Fields]: ReturnType<Fields[key]> }> =>
  (value, name) => {
    const found = new Map(entriesOf(value, name));
    for (const key of found.keys()) if (!(key in fields)) throw new NoAwardFile(`${name}.${key} is unknown`);
    return Object.fromEntries(
      Object.entries(fields).map(([key, shape]) => [key, shape(found.get(key), `${name}.${key}`)]),
    ) as { [key in keyof Fields]: ReturnType<Fields[key]> };
  };
