import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { needlesOf, needlesOfSecret, type Needles } from './canary.js';

/** How a price or a nonce may leak into a table: a column's type, and what is written into it. */
const LEAKS: readonly (readonly [type: string, select: string])[] = [
  ['jsonb', `jsonb_build_object('tiers', jsonb_build_array(jsonb_build_object('rp', $1::bigint)))`],
  ['text', `encode(convert_to('{"priceRpPerUnit":' || $1::bigint || '}', 'UTF8'), 'base64')`],
  ['text', 'to_hex($1::bigint)'],
  ['bigint', '$1::bigint'],
  ['numeric', '$1::numeric'],
];

/** Leaks each of these numbers in another way, and a nonce. @returns by what each must be found. */
export const plantLeaks = async (adminUrl: string, values: readonly number[]): Promise<Needles[]> => {
  const nonce = randomBytes(32);
  const leaks: [type: string, select: string, value: number | Buffer][] = [
    ...values.map((value, place): [string, string, number] => [...(LEAKS[place] ?? ['text', '$1']), value]),
    ['text', `encode($1::bytea, 'base64')`, nonce],
  ];
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    for (const [place, [type, select, value]] of leaks.entries()) {
      await admin.query(`CREATE TABLE leak_${place} (nothing text, said ${type})`);
      await admin.query(`INSERT INTO leak_${place} (said) SELECT ${select}`, [value]);
    }
  } finally {
    await admin.end();
  }
  return leaks.map(([, , value]) =>
    typeof value === 'number' ? needlesOf([value]) : needlesOfSecret('a nonce', value),
  );
};
