import { Injectable } from '@nestjs/common';
import { refuseBid } from '../../core/bid/refusals.js';
import type { SealMode } from '../../core/pool/declare-seal.js';
import type { Sql } from '../../platform/db/sql.js';
import type { Curve, SealingKey } from '../../seal/index.js';

/** The key that bids on a lot, or terms over all lots of a pool, are sealed to now. */
export interface KeyRow {
  readonly keyId: string;
  readonly poolId: string;
  /** Null: of the terms over all lots. */
  readonly lotId: string | null;
  readonly attempt: number;
  readonly mode: SealMode;
  readonly sealingKey: SealingKey;
}

interface Row extends Omit<KeyRow, 'sealingKey' | 'keyId'> {
  readonly keyId: string | null;
  readonly curve: Curve;
  readonly publicKey: string;
}

const KEY = `sealing_key.id AS key_id, lot.pool_id, sealing_key.lot_id, sealing_key.attempt, curve, public_key,
  coalesce(mode, 'server') AS mode`;

/** @param row what one statement found: undefined where no tender has begun. @throws Refusal */
const keyOf = (row: Row | undefined): KeyRow => {
  if (row === undefined) throw refuseBid('TENDER_NOT_FOUND');
  const { keyId, curve, publicKey, ...key } = row;
  if (keyId === null) throw refuseBid('SEALING_KEY_MISSING');
  return { ...key, keyId, sealingKey: { curve, key: publicKey } };
};

/**
 * Answers about sealing keys: their public parts. Tender and key are asked for in one statement, because they come
 * about in one transaction: between two statements a tender could begin, and seem to have no key.
 */
@Injectable()
export class SealingKeyReader {
  /** @throws Refusal while a lot takes no bids, or none yet. */
  async ofLot(sql: Sql, lotId: string): Promise<KeyRow> {
    const row = await sql.first<Row>(
      `SELECT ${KEY} FROM tender JOIN lot ON lot.id = tender.lot_id
       LEFT JOIN sealing_key ON sealing_key.lot_id = tender.lot_id AND sealing_key.attempt = tender.attempt
       LEFT JOIN pool_seal ON pool_seal.pool_id = lot.pool_id
       WHERE tender.lot_id = $1`,
      [lotId],
    );
    return keyOf(row);
  }

  /** Of the terms over all lots of a pool. @throws Refusal while no lot of it takes bids. */
  async ofTerms(sql: Sql, poolId: string): Promise<KeyRow> {
    const row = await sql.first<Row>(
      `SELECT ${KEY} FROM (
         SELECT pool_id FROM tender JOIN lot ON lot.id = lot_id WHERE pool_id = $1 LIMIT 1
       ) AS lot LEFT JOIN sealing_key ON sealing_key.pool_id = lot.pool_id AND sealing_key.lot_id IS NULL
       LEFT JOIN pool_seal ON pool_seal.pool_id = lot.pool_id
       ORDER BY sealing_key.attempt DESC LIMIT 1`,
      [poolId],
    );
    return keyOf(row);
  }
}
