import { Injectable } from '@nestjs/common';
import type { BidAction, CurrentRevision } from '../../core/bid/bid-terms.js';
import type { Tx } from '../../platform/db/sql.js';
import type { SealedBox } from '../../seal/index.js';
import type { KeyRow } from './sealing-key.reader.js';

/** What a supplier has sealed under a key, as it stands under its lock, and the database's clock read after that. */
export interface StandingSeal {
  readonly now: Date;
  readonly current: CurrentRevision | null;
}

export interface NewSeal {
  readonly keyId: string;
  readonly supplierId: string;
  readonly revision: number;
  readonly action: BidAction;
  /** Null for a withdrawal, as the box. */
  readonly hash: string | null;
  readonly box: SealedBox | null;
  /** The newest published head of the audit chain. */
  readonly chain: { readonly number: number; readonly hash: string } | null;
  readonly madeBy: string;
  readonly madeAt: Date;
}

/** What counts of a supplier's bid under a key: its last revision. */
export interface SealedRevision {
  readonly supplierId: string;
  readonly revision: number;
  readonly action: BidAction;
  readonly hash: string | null;
  readonly box: SealedBox | null;
  readonly madeBy: string;
  readonly madeAt: Date;
}

/** What was bid before bids were sealed has no hash; it differs from whatever is sealed. */
const PLAIN_HASH = `CASE WHEN action <> 'withdrawn' THEN 'plain' END`;

/** Writes what is sealed: revisions that are only ever added. */
@Injectable()
export class SealedBidStore {
  /**
   * Locks what a supplier has under a key, whether or not there is anything, and reads it with the clock. An
   * advisory lock, because these rows are append-only: the roles that serve may not lock them, which takes the
   * right to update them.
   */
  async lock(tx: Tx, { keyId, lotId, poolId }: KeyRow, supplierId: string): Promise<StandingSeal> {
    await tx.rows(
      `SELECT pg_advisory_xact_lock(hashtextextended('sealed:' || $1::text || ':' || $2::text, 0))`,
      [keyId, supplierId],
    );
    const row = await tx.first<
      { now: Date } & { [Field in keyof CurrentRevision]: CurrentRevision[Field] | null }
    >(
      `SELECT clock_timestamp() AS now, last.* FROM (VALUES (1)) AS always LEFT JOIN LATERAL (
         SELECT revision, action, hash FROM sealed_bid WHERE key_id = $1 AND supplier_id = $2
         UNION ALL SELECT revision, action, ${PLAIN_HASH} FROM bid_revision JOIN bid ON bid.id = bid_id
           WHERE bid.lot_id = $3 AND supplier_id = $2
         UNION ALL SELECT revision, 'submitted', 'plain' FROM supplier_terms_revision
           WHERE $3::uuid IS NULL AND pool_id = $4 AND supplier_id = $2
         ORDER BY revision DESC LIMIT 1
       ) AS last ON true`,
      [keyId, supplierId, lotId, poolId],
    );
    if (row === undefined) throw new Error('the clock did not answer');
    const { now, revision, action, hash } = row;
    return { now, current: revision === null || action === null ? null : { revision, action, hash } };
  }

  async append(tx: Tx, seal: NewSeal): Promise<void> {
    await tx.change(
      `INSERT INTO sealed_bid
         (key_id, supplier_id, revision, action, hash, box, chain_number, chain_hash, made_by, made_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        seal.keyId,
        seal.supplierId,
        seal.revision,
        seal.action,
        seal.hash,
        seal.box,
        seal.chain?.number ?? null,
        seal.chain?.hash ?? null,
        seal.madeBy,
        seal.madeAt,
      ],
    );
  }

  /** What counts under a key, the earliest first. */
  standing(tx: Tx, keyId: string): Promise<SealedRevision[]> {
    return tx.rows(
      `SELECT * FROM (
         SELECT DISTINCT ON (supplier_id) supplier_id, revision, action, hash, box, made_by, made_at
         FROM sealed_bid WHERE key_id = $1 ORDER BY supplier_id, revision DESC
       ) AS last ORDER BY made_at, supplier_id`,
      [keyId],
    );
  }

  async insertFailed(
    tx: Tx,
    keyId: string,
    { supplierId, revision }: SealedRevision,
    code: string,
    faults: readonly object[],
  ): Promise<void> {
    await tx.change(
      'INSERT INTO failed_bid (key_id, supplier_id, revision, code, faults) VALUES ($1, $2, $3, $4, $5)',
      [keyId, supplierId, revision, code, JSON.stringify(faults)],
    );
  }
}
