import { Injectable } from '@nestjs/common';
import type { FieldError } from '../../core/kernel/refuse.js';
import type { Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { BidReader } from './bid.reader.js';
import { biddersOf } from './bidders-of.js';
import { SupplierTermsReader } from './supplier-terms.reader.js';

/** A bid that failed at its opening, with the reason: it could not be taken, or is beyond the limit of its lot. */
export interface FailedBidRow {
  readonly supplierId: string;
  readonly supplierName: string;
  readonly revision: number;
  readonly hash: string;
  readonly madeAt: Date;
  readonly code: string;
  readonly faults: FieldError[];
}

const FAILURES = `
  SELECT failed_bid.supplier_id, party.name AS supplier_name, failed_bid.revision, hash, sealed_bid.made_at, failed_bid.code, faults
  FROM sealing_key JOIN failed_bid ON failed_bid.key_id = sealing_key.id
  JOIN sealed_bid USING (key_id, supplier_id, revision) JOIN party ON party.id = failed_bid.supplier_id
  WHERE ($2::uuid[] IS NULL OR failed_bid.supplier_id = ANY ($2))`;

const terms = new SupplierTermsReader();

/** Answers about bids that failed at their opening. Who sees the opened bids sees these beside them. */
@Injectable()
export class FailedBidReader {
  constructor(
    private readonly db: Db,
    private readonly bids: BidReader,
  ) {}

  /** Of everybody, or of the caller's own parties only. */
  async visibleFailures(lotId: string, principal?: Principal): Promise<FailedBidRow[]> {
    const sight = await this.bids.sightOf(this.db, lotId, principal);
    return this.failures('sealing_key.lot_id = $1', lotId, sight, principal);
  }

  /** Of terms over all lots of a pool. */
  async visibleTermsFailures(poolId: string, principal?: Principal): Promise<FailedBidRow[]> {
    const sight = await terms.sightOf(this.db, poolId, principal);
    return this.failures('sealing_key.pool_id = $1 AND lot_id IS NULL', poolId, sight, principal);
  }

  private failures(
    place: string,
    id: string,
    sight: 'all' | 'own',
    principal: Principal | undefined,
  ): Promise<FailedBidRow[]> {
    const supplierIds = sight === 'all' ? null : principal ? biddersOf(principal) : [];
    return this.db
      .across('sealed-hashes')
      .rows(`${FAILURES} AND ${place} ORDER BY sealed_bid.made_at, failed_bid.supplier_id`, [
        id,
        supplierIds,
      ]);
  }
}
