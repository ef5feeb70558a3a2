/** Texts that have broken programs before: each on its own may stand wherever a text may. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfffy',
  '\ufeff',
  '\u202e\u2066',
  '\u001b[2J',
  '\n\r\t',
  'é̱̍\u0301'.repeat(50),
  '👩‍👩‍👧‍👦'.repeat(20),
  '𝕏',
  'İıſK',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  '-0',
  '1e309',
  '0x10',
  '９',
  '9'.repeat(400),
  "' OR 1=1 --",
  "'; DROP TABLE party; --",
  '$1',
  '%s%n',
  '\\',
  '"',
  '$' + '{7*7}{{7*7}}',
  '<script>alert(1)</script>',
  '=HYPERLINK("http://x")',
  '@SUM(1)',
  '../../../etc/passwd',
  '%00',
  '%ff',
  'a'.repeat(100),
  'a'.repeat(10_000),
  '[object Object]',
  '2026-02-30',
  '2026-02-30T25:61:61Z',
  '0000-01-01',
  '99999-12-31',
  '-infinity',
  'epoch',
  '{1,2}',
  '(,)',
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  '{00000000-0000-4000-8000-000000000000}',
];

/** Values of every other type, and numbers where programs count wrong. */
export const hostileThings: readonly unknown[] = [
  null,
  true,
  [],
  {},
  [[]],
  [null],
  { length: 1_000_000 },
  { toJSON: 1 },
  { $ne: null },
  { '': '' },
  0,
  -1,
  -0.5,
  0.1,
  1.5,
  2 ** 31,
  -(2 ** 31),
  2 ** 32,
  2 ** 53,
  -(2 ** 53),
  2 ** 63,
  1e21,
  1e308,
  5e-324,
];

/** Keys that no body of ours has. */
export const hostileKeys: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'then',
  'id',
  'version',
  'koperasiId',
  'state',
  'isDemo',
  'roles',
  '',
  '\u0000',
  'a.b',
  'k'.repeat(5_000),
  '\ud800',
  '0',
];

const deep = (depth: number, open: string, close: string): string => open.repeat(depth) + close.repeat(depth);

export interface RawBody {
  readonly about: string;
  /** What is sent, of a body that the route asks for. */
  readonly of: (valid: string) => Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

const from = (make: (valid: string) => string): RawBody['of'] => {
  return (valid) => Buffer.from(make(valid));
};
const always = (bytes: string | Buffer): RawBody['of'] => {
  const kept = Buffer.from(bytes);
  return () => kept;
};
const asItIs = from((valid) => valid);
const typed = (type: string): Record<string, string> => ({ 'content-type': type });

/** Bodies that are no request at all. */
export const rawBodies: readonly RawBody[] = [
  { about: 'nothing', of: always('') },
  { about: 'a brace', of: always('{') },
  { about: 'null', of: always('null') },
  { about: 'a list', of: always('[]') },
  { about: 'a list of the body', of: from((valid) => `[${valid}]`) },
  { about: 'a text', of: always('"text"') },
  { about: 'a number', of: always('0') },
  { about: 'true', of: always('true') },
  { about: 'deep lists', of: always(deep(30_000, '[', ']')) },
  { about: 'deep objects', of: always(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`) },
  { about: 'half of it', of: from((valid) => valid.slice(0, valid.length / 2)) },
  { about: 'two of it', of: from((valid) => valid + valid) },
  { about: 'a mark of byte order', of: from((valid) => `\ufeff${valid}`) },
  { about: 'UTF-16', of: (valid) => Buffer.from(valid, 'utf16le') },
  {
    about: 'broken UTF-8',
    of: always(Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff, 0xc0, 0x80]), Buffer.from('"}')])),
  },
  { about: 'a number past all', of: always(`{"a":${'9'.repeat(5_000)}}`) },
  {
    about: 'keys twice',
    of: from((valid) => valid.replace(/^\{(.*)\}$/s, '{$1,$1}').replace('{,', '{')),
  },
  {
    about: 'a poisoned key',
    of: always('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}}}'),
  },
  { about: 'too much', of: always(JSON.stringify('x'.repeat(300_000))) },
  { about: 'many keys', of: always(`{${Array.from({ length: 8_000 }, (_, at) => `"k${at}":0`).join()}}`) },
  { about: 'a form', of: always('a=1&b=2'), headers: typed('application/x-www-form-urlencoded') },
  { about: 'plain text', of: asItIs, headers: typed('text/plain') },
  {
    about: 'XML',
    of: always('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
    headers: typed('application/xml'),
  },
  { about: 'parts without end', of: always('--x\r\n'), headers: typed('multipart/form-data; boundary=x') },
  { about: 'a type that is none', of: asItIs, headers: typed('nonsense') },
  { about: 'another character set', of: asItIs, headers: typed('application/json; charset=utf-7') },
  {
    about: 'a packed body',
    of: asItIs,
    headers: { ...typed('application/json'), 'content-encoding': 'gzip' },
  },
  { about: 'another kind of JSON', of: asItIs, headers: typed('application/merge-patch+json') },
];

/** Header fields that a caller may abuse, each with values; a list is sent as several fields. */
export const hostileHeaders: readonly (readonly [name: string, value: string | readonly string[]])[] = [
  ['if-match', '*'],
  ['if-match', '"0"'],
  ['if-match', '"-1"'],
  ['if-match', '1'],
  ['if-match', 'W/"1"'],
  ['if-match', '"99999999999999999999"'],
  ['if-match', '"1", "2"'],
  ['if-match', ''],
  ['if-match', ['"1"', '"2"']],
  ['idempotency-key', ''],
  ['idempotency-key', ' '],
  ['idempotency-key', 'x'.repeat(6_000)],
  ['idempotency-key', "';--"],
  ['idempotency-key', '\u00ff\u00fe'],
  ['idempotency-key', ['a-key-of-mine', 'another-key']],
  ['authorization', ''],
  ['authorization', 'Bearer'],
  ['authorization', `Bearer ${'A'.repeat(43)}`],
  ['authorization', `Bearer ${'A'.repeat(9_000)}`],
  ['authorization', 'Basic YWRtaW46YWRtaW4='],
  ['accept-language', 'xx-\u00ff;q=9'],
  ['accept-language', 'en'.repeat(2_000)],
  ['accept', 'text/html'],
  ['accept', 'application/xml;q=1'],
  ['x-request-id', '<\'">'],
  ['x-request-id', 'r'.repeat(3_000)],
  ['x-forwarded-for', '127.0.0.1, ::1, nonsense'],
  ['x-forwarded-for', ':'.repeat(500)],
  ['x-http-method-override', 'DELETE'],
  ['last-event-id', '\u00ff'],
  ['last-event-id', '-1'],
  ['range', 'bytes=0-0'],
  ['if-none-match', '*'],
  ['cookie', `a=${'b'.repeat(4_000)}`],
  ['origin', 'null'],
  ['content-length', '0'],
  ['expect', 'nonsense'],
];
