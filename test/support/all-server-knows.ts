import pg from 'pg';
import { belongTogether, type SealingKey } from '../../src/seal/index.js';
import type { TestDatabase } from './database.js';

/** Every row of every table of a database as text, read by a superuser whom no wall stops: what a dump holds. */
export const dumpOf = async (database: TestDatabase): Promise<string> => {
  const thief = new pg.Client({ connectionString: database.adminUrl });
  await thief.connect();
  try {
    const { rows: tables } = await thief.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    const texts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await thief.query<{ text: string }>(
        `SELECT row_of::text AS text FROM ${name} AS row_of`,
      );
      texts.push(...rows.map(({ text }) => text));
    }
    return texts.join('\n');
  } finally {
    await thief.end();
  }
};

/** How a price may stand in bytes or text: as a number, in hex, and in base64 wherever it begins. */
export const spellingsOf = (priceRp: number): RegExp => {
  const text = String(priceRp);
  const shifted = [0, 1, 2].map((before) => {
    const whole = Buffer.from(`${'\0'.repeat(before)}${text}`).toString('base64');
    // What the bytes before and after it change is cut off.
    return whole
      .slice(before === 0 ? 0 : before + 1)
      .replace(/=+$/, '')
      .slice(0, -1);
  });
  const spelled = [Buffer.from(text).toString('hex'), ...shifted].map((each) =>
    each.replace(/[+/]/g, (character) => `\\${character}`),
  );
  return new RegExp([`(?<![0-9A-Za-z])${text}(?![0-9A-Za-z])`, ...spelled].join('|'));
};

/** Whatever in a text could be a key: every base64url or hex word of a key's length, and every one before and after it. */
const possibleKeys = (text: string): Uint8Array[] => {
  const words = new Set(text.match(/[A-Za-z0-9_+/-]{43,400}/g) ?? []);
  const keys: Uint8Array[] = [];
  const head = Buffer.from('302e020100300506032b656e04220420', 'hex');
  for (const word of words)
    for (const bytes of [Buffer.from(word, 'base64url'), Buffer.from(word, 'hex')]) {
      if (bytes.length === 32) keys.push(Buffer.concat([head, bytes]));
      if (bytes.length > 32) keys.push(bytes);
    }
  return keys;
};

/** The keys that whoever knows `text` could open a seal with. */
export const keysThatOpen = async (text: string, sealedTo: SealingKey): Promise<Uint8Array[]> => {
  const found: Uint8Array[] = [];
  for (const key of possibleKeys(text)) if (await belongTogether(key, sealedTo)) found.push(key);
  return found;
};
