import type { Sql } from '../db/sql.js';
import type { ChainHead } from './chain-head.js';
import { GENESIS, SEALED_COLUMNS, sealEntry, type EntryFormat, type SealedEvent } from './seal-entry.js';

export type Touch =
  /** The audit row is not what was sealed. */
  | 'ALTERED'
  /** The audit row is gone. */
  | 'DELETED'
  /** A place in the chain is gone, or does not follow the one before it. */
  | 'BROKEN'
  /** The row says it happened long before the head that was published before it. */
  | 'BACKDATED'
  /** Chain and rows agree, yet another hash was published: they were rewritten together, at the latest here. */
  | 'REWRITTEN'
  /** The chain ends before a head that was published. */
  | 'TRUNCATED'
  /** The row was put in where everything had been sealed. */
  | 'INSERTED';

export interface TouchedRow {
  readonly touch: Touch;
  /** Place in the chain; null for a row that has none. */
  readonly number: number | null;
  readonly auditId: string | null;
}

export interface ChainVerdict {
  /** Places that were replayed and are right. */
  readonly sealed: number;
  /** The hash of the last of them. */
  readonly hash: string;
  /** Rows that wait for the sealer. */
  readonly waiting: number;
  /** The first row touched; null when there is none. */
  readonly touched: TouchedRow | null;
}

interface Link extends Omit<SealedEvent, 'id'> {
  readonly id: string | null;
  readonly number: number;
  readonly auditId: string;
  readonly previous: string;
  readonly hash: string;
  readonly format: EntryFormat;
  readonly published: string | null;
  readonly isBackdated: boolean;
}

const PAGE = 5_000;

/** Longer than any transaction of ours lasts, so that a row written early and committed late is not suspected. */
const LONGEST_TRANSACTION = '1 hour';

const readPage = (sql: Sql, after: number): Promise<Link[]> =>
  sql.rows<Link>(
    `SELECT chain.number, chain.audit_id::text AS audit_id, encode(chain.previous, 'hex') AS previous, encode(chain.hash, 'hex') AS hash, chain.format,
       encode(head.hash, 'hex') AS published, ${SEALED_COLUMNS},
       coalesce((SELECT published_at FROM audit_head WHERE audit_head.number < chain.number ORDER BY audit_head.number DESC LIMIT 1)
         - event.happened_at > interval '${LONGEST_TRANSACTION}', false) AS is_backdated
     FROM audit_chain AS chain LEFT JOIN audit_event AS event ON event.id = chain.audit_id
     LEFT JOIN audit_head AS head ON head.number = chain.number
     WHERE chain.number > $1 ORDER BY chain.number LIMIT ${PAGE}`,
    [after],
  );

const judge = (
  link: Link,
  number: number,
  previous: string,
  published: ReadonlySet<string>,
): Touch | null => {
  if (link.number !== number || link.previous !== previous) return 'BROKEN';
  if (link.id === null) return 'DELETED';
  if (sealEntry(number, previous, { ...link, id: link.id }, link.format) !== link.hash) return 'ALTERED';
  if (link.published !== null && link.published !== link.hash) return 'REWRITTEN';
  if ([...published].some((hash) => hash !== link.hash)) return 'REWRITTEN';
  return link.isBackdated ? 'BACKDATED' : null;
};

const byNumber = (heads: readonly Pick<ChainHead, 'number' | 'hash'>[]): Map<number, Set<string>> => {
  const found = new Map<number, Set<string>>();
  for (const { number, hash } of heads)
    found.set(number, (found.get(number) ?? new Set()).add(hash.toLowerCase()));
  return found;
};

/** Rows that have no place in the chain: those that wait, and the first that came where all was sealed. */
const readUnsealed = async (sql: Sql): Promise<{ waiting: number; inserted: string | null }> => {
  const row = await sql.first<{ waiting: number; inserted: string | null }>(
    `SELECT count(*) AS waiting, min(id) FILTER (
         WHERE transaction_id < (SELECT horizon FROM audit_head ORDER BY number DESC LIMIT 1))::text AS inserted
     FROM audit_event WHERE NOT EXISTS (SELECT FROM audit_chain WHERE audit_id = audit_event.id)`,
  );
  return row ?? { waiting: 0, inserted: null };
};

/**
 * Replays the chain from its beginning, page by page, against the rows it seals and against heads kept elsewhere.
 * Needs a snapshot (REPEATABLE READ) and sight of all rows, as the auditor has it.
 * @param kept heads as somebody outside noted them: without one, a tail cut off or a chain made anew agrees with itself.
 */
export const verifyChain = async (
  sql: Sql,
  kept: readonly Pick<ChainHead, 'number' | 'hash'>[] = [],
): Promise<ChainVerdict> => {
  const published = byNumber(kept);
  let [number, hash] = [0, GENESIS];
  const stop = async (touched: TouchedRow): Promise<ChainVerdict> => {
    const { waiting } = await readUnsealed(sql);
    return { sealed: number, hash, waiting, touched };
  };
  for (;;) {
    const page = await readPage(sql, number);
    for (const link of page) {
      const touch = judge(link, number + 1, hash, published.get(number + 1) ?? new Set());
      if (touch !== null) return stop({ touch, number: number + 1, auditId: link.auditId });
      [number, hash] = [link.number, link.hash];
    }
    if (page.length < PAGE) break;
  }
  const last = await sql.first<{ number: number | null }>('SELECT max(number) AS number FROM audit_head');
  const promised = Math.max(last?.number ?? 0, ...published.keys());
  if (promised > number) return stop({ touch: 'TRUNCATED', number: number + 1, auditId: null });
  const { waiting, inserted } = await readUnsealed(sql);
  const touched: TouchedRow | null =
    inserted === null ? null : { touch: 'INSERTED', number: null, auditId: inserted };
  return { sealed: number, hash, waiting: inserted === null ? waiting : waiting - 1, touched };
};
