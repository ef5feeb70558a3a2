import { Injectable } from '@nestjs/common';
import { refuseBid } from '../../core/bid/refusals.js';
import type { Sql } from '../../platform/db/sql.js';

/** What proves that something was sealed in time: its last revision that says anything, still standing or not. */
export interface ReceiptRow {
  readonly lotId: string | null;
  readonly poolId: string;
  readonly supplierId: string;
  readonly attempt: number;
  readonly revision: number;
  readonly hash: string;
  readonly madeAt: Date;
  readonly chainNumber: number | null;
  readonly chainHash: string | null;
}

/** Answers about receipts; row security shows a party its own only. */
@Injectable()
export class ReceiptReader {
  /** @throws Refusal when the supplier has sealed nothing under the key. */
  async receiptOf(sql: Sql, keyId: string, supplierId: string): Promise<ReceiptRow> {
    const row = await sql.first<ReceiptRow>(
      `SELECT lot_id, pool_id, supplier_id, attempt, revision, hash, sealed_bid.made_at, chain_number, chain_hash
       FROM sealed_bid JOIN sealing_key ON sealing_key.id = key_id
       WHERE key_id = $1 AND supplier_id = $2 AND hash IS NOT NULL ORDER BY revision DESC LIMIT 1`,
      [keyId, supplierId],
    );
    if (row === undefined) throw refuseBid('BID_NOT_FOUND');
    return row;
  }
}
