import { Injectable } from '@nestjs/common';
import type { PoolDeadline, SupplierPoolTerms } from '../../core/bid/supplier-terms.js';
import type { PoolSide } from '../../core/pool/side.js';
import type { Tx } from '../../platform/db/sql.js';
import type { SealProof } from './bid.store.js';

export interface NewTerms extends SupplierPoolTerms {
  readonly poolId: string;
  readonly supplierId: string;
  readonly revision: number;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly proof: SealProof;
}

/** A pool whose last lot may be opening. */
export interface OpeningPool {
  readonly poolId: string;
  readonly side: PoolSide;
  readonly isAnySealed: boolean;
}

/** Writes terms over all lots of a pool, as they are opened: revisions that are only ever added. */
@Injectable()
export class SupplierTermsStore {
  /** Holds all tenders of a pool against being opened while terms are sealed; undefined when it has none. */
  async holdTenders(tx: Tx, poolId: string): Promise<PoolDeadline | undefined> {
    const tenders = await tx.rows<{ closesAt: Date; isOpened: boolean }>(
      `SELECT closes_at, tender.opened_at IS NOT NULL AS is_opened FROM tender JOIN lot ON lot.id = lot_id
       WHERE pool_id = $1 ORDER BY lot_id FOR SHARE OF tender`,
      [poolId],
    );
    const [first] = tenders;
    if (first === undefined) return undefined;
    return {
      earliestClosesAt: tenders.reduce(
        (least, { closesAt }) => (closesAt < least ? closesAt : least),
        first.closesAt,
      ),
      isAnyOpened: tenders.some(({ isOpened }) => isOpened),
    };
  }

  /** Lets one lot of a pool at a time find out whether it is the last to be opened, until its transaction ends. */
  async holdOpening(tx: Tx, lotId: string): Promise<OpeningPool> {
    await tx.rows(
      `SELECT pg_advisory_xact_lock(hashtextextended('open-terms:' || pool_id::text, 0)) FROM lot WHERE id = $1`,
      [lotId],
    );
    const pool = await tx.first<OpeningPool>(
      `SELECT pool.id AS pool_id, side, pool_awaits_opening(pool.id) AS is_any_sealed
       FROM lot JOIN pool ON pool.id = lot.pool_id WHERE lot.id = $1`,
      [lotId],
    );
    if (pool === undefined) throw new Error(`there is no lot ${lotId}`);
    return pool;
  }

  async append(tx: Tx, terms: NewTerms): Promise<void> {
    await tx.change(
      `INSERT INTO supplier_terms_revision (pool_id, supplier_id, revision, fixed_charge_rp, capacity_milli,
         minimum_order_rp, made_by, made_at, hash, sealed_text)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        terms.poolId,
        terms.supplierId,
        terms.revision,
        terms.fixedChargeRp,
        terms.capacityMilli,
        terms.minimumOrderRp,
        terms.madeBy,
        terms.madeAt,
        terms.proof.hash,
        terms.proof.text,
      ],
    );
  }
}
