import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A number that nothing else is: whoever finds it in some spelling has found what was bid. */
export const drawCanary = (least: number, most: number): number =>
  least + Math.floor(Math.random() * (most - least));

/** The part of the base64 of bytes that is the same whatever stands before and after them. */
const base64Cores = (bytes: Buffer, alphabet: 'base64' | 'base64url' = 'base64'): string[] =>
  [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString(alphabet)
      .replace(/=+$/, '');
    const from = Math.ceil((offset * 8) / 6);
    const until = Math.floor(((offset + bytes.length) * 8) / 6);
    return encoded.slice(from, until);
  });

/** As jsonb and numeric keep it: digits in base 10,000, little-endian. */
const numericDigits = (value: number): Buffer => {
  const groups: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 10_000)) groups.unshift(rest % 10_000);
  const bytes = Buffer.alloc(groups.length * 2);
  for (const [place, group] of groups.entries()) bytes.writeInt16LE(group, place * 2);
  return bytes;
};

const bigint = (value: number, isLittle: boolean): Buffer => {
  const bytes = Buffer.alloc(8);
  if (isLittle) bytes.writeBigInt64LE(BigInt(value));
  else bytes.writeBigInt64BE(BigInt(value));
  return bytes;
};

const grouped = (value: number, separator: string): string =>
  String(value).replace(/\B(?=(\d{3})+$)/g, separator);

/** How a number may be spelled, for people and machines. */
export const spellingsOf = (value: number): ReadonlyMap<string, Buffer> => {
  const hex = value.toString(16);
  const decimal = String(value);
  const texts: [string, string][] = [
    ['decimal', decimal],
    ['grouped by points', grouped(value, '.')],
    ['grouped by commas', grouped(value, ',')],
    ['hexadecimal', hex],
    ['HEXADECIMAL', hex.toUpperCase()],
    ['hexadecimal of the digits', Buffer.from(decimal).toString('hex')],
    ...base64Cores(Buffer.from(decimal)).map((core, place): [string, string] => [
      `base64, ${place} bytes in`,
      core,
    ]),
  ];
  return new Map([
    ...texts.map(([name, text]): [string, Buffer] => [name, Buffer.from(text)]),
    ['numeric', numericDigits(value)],
    ['bigint', bigint(value, true)],
    ['bigint on the wire', bigint(value, false)],
  ]);
};

/** What is looked for: each spelling, by what a finding calls it. */
export type Needles = readonly (readonly [name: string, bytes: Buffer])[];

export const needlesOf = (values: readonly number[]): Needles =>
  values.flatMap((value) =>
    [...spellingsOf(value)].map(([name, needle]) => [`${value}: ${name}`, needle] as const),
  );

/** How a secret of random bytes (a key, a share, a nonce) or a passphrase may be kept. */
export const needlesOfSecret = (name: string, secret: Uint8Array | string): Needles => {
  const bytes = Buffer.from(secret);
  const hex = bytes.toString('hex');
  const texts = [hex, hex.toUpperCase(), ...base64Cores(bytes), ...base64Cores(bytes, 'base64url')];
  return [
    [`${name}: bytes`, bytes],
    ...texts.map((text) => [`${name}: ${text}`, Buffer.from(text)] as const),
  ];
};

export const findNeedles = (bytes: Buffer | string, needles: Needles): string[] => {
  const hay = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes);
  return needles.filter(([, needle]) => hay.includes(needle)).map(([name]) => name);
};

/** The same for every file under a folder. @returns `file: finding`. */
export const findNeedlesIn = (folder: string, needles: Needles): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const file = join(entry.parentPath, entry.name);
      // What the server removes meanwhile is not there to be read by anybody.
      if (statSync(file, { throwIfNoEntry: false }) === undefined) return [];
      return findNeedles(readFileSync(file), needles).map((found) => `${file}: ${found}`);
    });

/** In which spellings bytes hold one of the numbers. @returns `number: spelling`. */
export const findCanaries = (bytes: Buffer | string, values: readonly number[]): string[] =>
  findNeedles(bytes, needlesOf(values));
