import { Injectable } from '@nestjs/common';
import { Db } from '../../platform/db/db.js';

/**
 * `sealed` until the opening; then what came of it: `counted`, `superseded` by a later revision, `withdrawn`,
 * `failed`, `unopened` where bidding began anew, or `decoy`.
 */
export const hashKinds = [
  'sealed',
  'counted',
  'superseded',
  'withdrawn',
  'failed',
  'unopened',
  'decoy',
] as const;
export type HashKind = (typeof hashKinds)[number];

export interface SealedHash {
  readonly attempt: number;
  readonly hash: string;
  readonly madeAt: Date;
  readonly kind: HashKind;
  /** A decoy's, once it may be told from a bid: with it anybody computes the hash of nothing. */
  readonly nonce: string | null;
}

/** Hashes under the keys of a subject; `is_over`: they may be told apart. */
const HASHES = `
  SELECT key.attempt, hash, made_at, CASE
      WHEN NOT is_over THEN 'sealed'
      WHEN attempt < last_attempt THEN 'unopened'
      WHEN EXISTS (SELECT FROM sealed_bid AS later WHERE later.key_id = key.id AND later.supplier_id = sealed_bid.supplier_id
        AND later.revision > sealed_bid.revision AND later.action <> 'withdrawn') THEN 'superseded'
      WHEN EXISTS (SELECT FROM sealed_bid AS later WHERE later.key_id = key.id AND later.supplier_id = sealed_bid.supplier_id
        AND later.revision > sealed_bid.revision) THEN 'withdrawn'
      WHEN EXISTS (SELECT FROM failed_bid WHERE failed_bid.key_id = key.id AND failed_bid.supplier_id = sealed_bid.supplier_id) THEN 'failed'
      ELSE 'counted' END AS kind, NULL AS nonce
  FROM key JOIN sealed_bid ON key_id = key.id WHERE hash IS NOT NULL
  UNION ALL
  SELECT key.attempt, hash, shown_at, CASE WHEN is_over THEN 'decoy' ELSE 'sealed' END, CASE WHEN is_over THEN nonce END
  FROM key JOIN decoy_hash ON key_id = key.id WHERE shown_at <= least(until, clock_timestamp())
  ORDER BY 1, 3, 2`;

/**
 * Answers which hashes were handed in: public at once, without a name. For that it looks at everybody's rows and
 * shows nobody's.
 */
@Injectable()
export class SealedHashReader {
  constructor(private readonly db: Db) {}

  ofLot(lotId: string): Promise<SealedHash[]> {
    return this.db.across('sealed-hashes').rows(
      `WITH key AS (
         SELECT sealing_key.id, sealing_key.attempt, tender.attempt AS last_attempt,
           tender.opened_at IS NOT NULL OR sealing_key.attempt < tender.attempt AS is_over,
           coalesce(tender.opened_at, tender.closes_at) AS until
         FROM sealing_key JOIN tender ON tender.lot_id = sealing_key.lot_id WHERE sealing_key.lot_id = $1
       ) ${HASHES}`,
      [lotId],
    );
  }

  /** Of the terms over all lots of a pool. */
  ofTerms(poolId: string): Promise<SealedHash[]> {
    return this.db.across('sealed-hashes').rows(
      `WITH key AS (
         SELECT sealing_key.id, attempt, max(attempt) OVER () AS last_attempt,
           EXISTS (SELECT FROM lot WHERE lot.pool_id = $1) AND NOT pool_awaits_opening($1) AS is_over,
           (SELECT min(closes_at) FROM tender JOIN lot ON lot.id = tender.lot_id WHERE lot.pool_id = $1) AS until
         FROM sealing_key WHERE pool_id = $1 AND lot_id IS NULL
       ) ${HASHES}`,
      [poolId],
    );
  }
}
