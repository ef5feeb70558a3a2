import { Injectable } from '@nestjs/common';
import type { PoolDeadline, SupplierPoolTerms } from '../../core/bid/supplier-terms.js';
import type { Tx } from '../../platform/db/sql.js';

export interface StandingTerms {
  readonly now: Date;
  readonly current: (SupplierPoolTerms & { readonly revision: number }) | undefined;
}

export interface NewTerms extends SupplierPoolTerms {
  readonly poolId: string;
  readonly supplierId: string;
  readonly revision: number;
  readonly madeBy: string;
  readonly madeAt: Date;
}

/** Writes terms over all lots of a pool: revisions that are only ever added. */
@Injectable()
export class SupplierTermsStore {
  /** Holds all tenders of a pool against being opened while terms are written; undefined when it has none. */
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

  /** Locks a supplier's terms for a pool, whether or not there are any, and reads them with the clock. */
  async lockTerms(tx: Tx, poolId: string, supplierId: string): Promise<StandingTerms> {
    await tx.rows(
      `SELECT pg_advisory_xact_lock(hashtextextended('supplier-terms:' || $1::text || ':' || $2::text, 0))`,
      [poolId, supplierId],
    );
    const current = await tx.first<SupplierPoolTerms & { revision: number }>(
      `SELECT revision, fixed_charge_rp, capacity_milli, minimum_order_rp FROM supplier_terms_revision
       WHERE pool_id = $1 AND supplier_id = $2 ORDER BY revision DESC LIMIT 1`,
      [poolId, supplierId],
    );
    const clock = await tx.first<{ now: Date }>('SELECT clock_timestamp() AS now', []);
    if (clock === undefined) throw new Error('the clock did not answer');
    return { now: clock.now, current };
  }

  async append(tx: Tx, terms: NewTerms): Promise<void> {
    await tx.change(
      `INSERT INTO supplier_terms_revision
         (pool_id, supplier_id, revision, fixed_charge_rp, capacity_milli, minimum_order_rp, made_by, made_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        terms.poolId,
        terms.supplierId,
        terms.revision,
        terms.fixedChargeRp,
        terms.capacityMilli,
        terms.minimumOrderRp,
        terms.madeBy,
        terms.madeAt,
      ],
    );
  }
}
