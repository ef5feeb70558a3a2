import { Injectable } from '@nestjs/common';
import type { Sql, Tx } from '../../platform/db/sql.js';
import type { WrappedKey } from '../../platform/opening-key/opening-keys.js';
import type { SealingKey } from '../../seal/index.js';

/** What a key is for: bids on a lot, or (without one) terms over all lots of a pool. */
export interface KeySubject {
  readonly poolId: string;
  readonly organiserId: string;
  readonly lotId: string | null;
  readonly attempt: number;
  /** Until when something may be sealed to it. */
  readonly closesAt: Date;
  readonly showsBidCount: boolean;
}

export interface Decoy {
  readonly hash: string;
  readonly nonce: string;
  readonly shownAt: Date;
}

const SUBJECT = `pool.id AS pool_id, organiser_id, closes_at.at AS closes_at, coalesce(shows_bid_count, false) AS shows_bid_count`;

/** Writes sealing keys, and says which are wanted. */
@Injectable()
export class SealingKeyStore {
  /** False when there is one already for the lot (or pool) and attempt. */
  async insert(tx: Tx, keyId: string, subject: KeySubject, { curve, key }: SealingKey): Promise<boolean> {
    const count = await tx.change(
      `INSERT INTO sealing_key (id, pool_id, lot_id, attempt, curve, public_key) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT ON CONSTRAINT one_key_per_attempt DO NOTHING`,
      [keyId, subject.poolId, subject.lotId, subject.attempt, curve, key],
    );
    return count === 1;
  }

  async insertWrapped(tx: Tx, keyId: string, { openingKeyId, wrapped }: WrappedKey): Promise<void> {
    await tx.change('INSERT INTO wrapped_key (key_id, opening_key_id, wrapped) VALUES ($1, $2, $3)', [
      keyId,
      openingKeyId,
      wrapped,
    ]);
  }

  async insertDecoys(tx: Tx, keyId: string, decoys: readonly Decoy[]): Promise<void> {
    await tx.change(
      `INSERT INTO decoy_hash (key_id, hash, nonce, shown_at)
       SELECT $1, * FROM unnest($2::text[], $3::text[], $4::timestamptz[])`,
      [
        keyId,
        decoys.map(({ hash }) => hash),
        decoys.map(({ nonce }) => nonce),
        decoys.map(({ shownAt }) => shownAt),
      ],
    );
  }

  /** Lots that take bids, and pools whose terms are taken, for which the system has made no key yet. */
  wanted(sql: Sql, limit: number): Promise<KeySubject[]> {
    return sql.rows(
      `SELECT ${SUBJECT}, tender.lot_id, tender.attempt
       FROM tender JOIN lot ON lot.id = lot_id JOIN pool ON pool.id = pool_id
       CROSS JOIN LATERAL (SELECT tender.closes_at AS at) AS closes_at
       LEFT JOIN pool_seal ON pool_seal.pool_id = pool.id
       WHERE tender.opened_at IS NULL AND coalesce(pool_seal.mode, 'server') = 'server' AND NOT EXISTS (
         SELECT FROM sealing_key WHERE sealing_key.lot_id = tender.lot_id AND sealing_key.attempt = tender.attempt)
       UNION ALL
       SELECT DISTINCT ON (pool.id) ${SUBJECT}, NULL::uuid, 1
       FROM tender JOIN lot ON lot.id = lot_id JOIN pool ON pool.id = pool_id
       CROSS JOIN LATERAL (SELECT tender.closes_at AS at) AS closes_at
       LEFT JOIN pool_seal ON pool_seal.pool_id = pool.id
       WHERE tender.opened_at IS NULL AND coalesce(pool_seal.mode, 'server') = 'server' AND NOT EXISTS (
         SELECT FROM sealing_key WHERE sealing_key.pool_id = pool.id AND sealing_key.lot_id IS NULL)
       LIMIT $1`,
      [limit],
    );
  }
}
