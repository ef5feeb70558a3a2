import { Injectable } from '@nestjs/common';
import { decideSight } from '../../core/bid/decide-sight.js';
import { refuseBid } from '../../core/bid/refusals.js';
import type { SupplierPoolTerms } from '../../core/bid/supplier-terms.js';
import { isContracted, lotStates } from '../../core/lot/advance-lot.js';
import type { Principal } from '../../platform/auth/principal.js';
import type { Sql } from '../../platform/db/sql.js';
import { biddersOf } from './own-bidder.js';
import { PoolReader } from '../pool/index.js';

/** A supplier's terms over all lots of a pool, in their last revision. */
export interface SupplierTermsRow extends SupplierPoolTerms {
  readonly poolId: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly revision: number;
  readonly madeAt: Date;
}

const pools = new PoolReader();

const LAST_TERMS = `
  SELECT DISTINCT ON (supplier_id) pool_id, supplier_id, party.name AS supplier_name, supplier_terms_revision.revision,
    fixed_charge_rp, capacity_milli, minimum_order_rp, made_at
  FROM supplier_terms_revision JOIN party ON party.id = supplier_id`;

/** Answers about terms over all lots of a pool. The seal is part of each statement. */
@Injectable()
export class SupplierTermsReader {
  /** Of these suppliers, sealed or not: for themselves only. */
  ownTerms(sql: Sql, poolId: string, supplierIds: readonly string[]): Promise<SupplierTermsRow[]> {
    return sql.rows(
      `${LAST_TERMS} WHERE pool_id = $1 AND supplier_id = ANY ($2) ORDER BY supplier_id, supplier_terms_revision.revision DESC`,
      [poolId, supplierIds],
    );
  }

  /** @throws Refusal when the supplier has none. */
  async ownOf(sql: Sql, poolId: string, supplierId: string): Promise<SupplierTermsRow> {
    const [terms] = await this.ownTerms(sql, poolId, [supplierId]);
    if (terms === undefined) throw refuseBid('SUPPLIER_TERMS_NOT_FOUND');
    return terms;
  }

  /** All terms of a pool, for the award: from the first opening on nobody can change them. Empty before. */
  openedTerms(sql: Sql, poolId: string): Promise<SupplierTermsRow[]> {
    return sql.rows(
      `${LAST_TERMS}
       WHERE pool_id = $1 AND EXISTS (
         SELECT FROM tender JOIN lot ON lot.id = lot_id WHERE lot.pool_id = $1 AND tender.opened_at IS NOT NULL)
       ORDER BY supplier_id, supplier_terms_revision.revision DESC`,
      [poolId],
    );
  }

  /** What somebody may see: their own; all of them once every tender is opened, as bids are seen. */
  async visibleTerms(sql: Sql, poolId: string, principal?: Principal): Promise<SupplierTermsRow[]> {
    const row = await sql.first<{ isOpened: boolean; isContracted: boolean }>(
      `SELECT coalesce(bool_and(tender.opened_at IS NOT NULL), false) AS is_opened,
         coalesce(bool_and(lot.state = 'failed' OR lot.state = ANY ($2)), false) AS is_contracted
       FROM lot LEFT JOIN tender ON lot_id = lot.id WHERE pool_id = $1`,
      [poolId, lotStates.filter(isContracted)],
    );
    const isInsider = principal !== undefined && (await pools.isInsider(sql, poolId, principal)) === true;
    const sight = decideSight({
      isOpened: row?.isOpened ?? false,
      isContracted: row?.isContracted ?? false,
      isInsider,
    });
    if (sight === 'all') return this.openedTerms(sql, poolId);
    return principal ? this.ownTerms(sql, poolId, biddersOf(principal)) : [];
  }
}
