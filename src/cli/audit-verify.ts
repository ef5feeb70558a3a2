import { readFile } from 'node:fs/promises';
import type { ChainHead } from '../platform/audit/chain-head.js';
import { verifyChain, type ChainVerdict, type Touch } from '../platform/audit/verify-chain.js';
import { loadConfig } from '../platform/config/load-config.js';
import type { Db } from '../platform/db/db.js';
import { borrowDatabase } from '../process/borrow-database.js';
import { withDb } from '../process/with-db.js';
import { say } from './say.js';

type KeptHead = Pick<ChainHead, 'number' | 'hash'>;

const touches: Readonly<Record<Touch, string>> = {
  ALTERED: 'isinya bukan yang dirantai (it is not what was sealed)',
  DELETED: 'barisnya hilang (the row is gone)',
  BROKEN: 'rantainya putus (the chain is broken)',
  BACKDATED:
    'waktunya jauh sebelum ujung yang sudah diumumkan (it is dated long before a head published earlier)',
  REWRITTEN:
    'paling lambat di sini riwayat ditulis ulang: ujung yang diumumkan lain (rewritten, here at the latest: another head was published)',
  TRUNCATED: 'dari sini ekornya dipotong (the tail is cut off from here on)',
  INSERTED: 'disisipkan di tempat yang sudah dirantai (put in where all had been sealed)',
};

const isHead = (value: unknown): value is KeptHead => {
  const { number, hash } = value as Partial<KeptHead>;
  return Number.isSafeInteger(number) && typeof hash === 'string' && /^[0-9a-f]{64}$/i.test(hash);
};

/** `NUMBER:HASH`. @throws RangeError for anything else. */
export const parseHead = (text: string): KeptHead => {
  const [number, hash] = text.split(':');
  const head = { number: Number(number), hash: hash ?? '' };
  if (!isHead(head)) throw new RangeError(`${text}: NUMBER:HASH is needed, a hash of 64 hexadecimal digits`);
  return head;
};

/** What `GET /api/v1/audit/heads` answered once, or a list of heads. */
const readHeads = async (path: string): Promise<KeptHead[]> => {
  const content = JSON.parse(await readFile(path, 'utf8')) as { data?: unknown } | unknown[];
  const heads = Array.isArray(content) ? content : content.data;
  if (!Array.isArray(heads) || !heads.every(isHead)) throw new RangeError(`${path}: no list of heads`);
  return heads;
};

/** In one snapshot: what is written meanwhile is neither missed nor taken for touched. */
export const verifyAll = (db: Db, heads: readonly KeptHead[]): Promise<ChainVerdict> =>
  db.transaction(async (tx) => {
    await tx.change('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await tx.change('SET LOCAL statement_timeout = 0');
    return verifyChain(tx, heads);
  });

export const sayVerdict = ({ sealed, hash, waiting, touched }: ChainVerdict): void => {
  say(
    `${touched === null ? '✓' : '✗'} ${sealed} baris terantai dan benar (rows are chained and right), ${sealed}:${hash}`,
  );
  if (waiting > 0) say(`  ${waiting} baris menunggu dirantai (rows wait for the sealer)`);
  if (touched === null) return;
  const { number, auditId, touch } = touched;
  say(`  nomor (number) ${number ?? '-'}, baris audit (audit row) ${auditId ?? '-'}: ${touches[touch]}`);
};

/**
 * `sepikul audit verify`: replays the chain from the beginning as the auditor, against heads that were kept outside.
 *
 * @returns 0 when nothing was touched, 1 with the first row that was.
 */
export const auditVerify = async (options: {
  readonly heads: readonly KeptHead[];
  readonly file: string | null;
}): Promise<number> => {
  const heads = [...options.heads, ...(options.file === null ? [] : await readHeads(options.file))];
  const database = await borrowDatabase(loadConfig(process.env));
  try {
    if (database.urls.auditor === undefined)
      throw new Error('DATABASE_AUDITOR_URL is not set: another role would not see all rows');
    return await withDb(database.urls.auditor, 'sepikul-audit', async (db) => {
      const verdict = await verifyAll(db, heads);
      sayVerdict(verdict);
      return verdict.touched === null ? 0 : 1;
    });
  } finally {
    await database.stop();
  }
};
